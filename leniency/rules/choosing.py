"""Departing from an assessment: a coded reason, and a head who does not handle the case (Art. 10 para. 1; LEN-9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

ARTICLE = Article(10, "1")
LISTS = Citation(PENALTY, "33, 34")


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry chosen, or none, as the handler proposes it."""

    is_assessed: bool
    is_known: bool = True
    departs: bool = False
    cause: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceFacts:
    """A departure before it is answered."""

    actor_is_asker: bool
    actor_is_handler: bool
    entry_code: str = ""
    answer: str = ""


def obstacles_to_choosing(choice: Choice) -> Iterator[Obstacle]:
    """LEN-9: who departs from the assessment says why, by a code and in words."""
    if not choice.is_assessed:
        yield Obstacle(
            code="LEN-0",
            message=_("There is no assessment to choose from."),
            article=ARTICLE,
            severity=Severity.REQUIRE,
            next_step=_("Assess the case first."),
        )
        return
    if not choice.is_known:
        yield Obstacle(
            code="LEN-10",
            message=_("This entry was not in force for this matter."),
            article=ARTICLE,
            field="entry",
            next_step=_("Choose among the entries of the assessment."),
        )
    if choice.departs and not choice.cause:
        yield _len_9(
            _("The choice departs from the assessment: its ground is missing."),
            _("Choose the ground; departures are counted by it."),
            field="cause",
            severity=Severity.REQUIRE,
        )
    if choice.departs and not choice.reason.strip():
        yield _len_9(
            _("The choice departs from the assessment."),
            _("Say why; a head who does not handle the case answers it."),
            field="reason",
            severity=Severity.REQUIRE,
        )


def obstacles_to_answering_choice(facts: ChoiceFacts) -> Iterator[Obstacle]:
    """LEN-9: who proposed a departure, or handles the case, does not answer it."""
    if facts.actor_is_asker or facts.actor_is_handler:
        yield _len_9(
            _("Who proposes it or handles the case does not approve it."), _("Let another head answer.")
        )


def obstacles_to_approving_choice(facts: ChoiceFacts) -> Iterator[Obstacle]:
    """LEN-9: a departure that is approved goes against the assessment: it is counted with its reason."""
    yield from obstacles_to_answering_choice(facts)
    yield _len_9(
        _("The choice departs from the assessment."),
        _("Approve it in writing, or refuse it."),
        field="answer",
        severity=Severity.WARN,
    )


def _len_9(
    message: Any, next_step: Any, *, field: str | None = None, severity: Severity = Severity.BLOCK
) -> Obstacle:
    return Obstacle(
        code="LEN-9",
        message=message,
        article=ARTICLE,
        citation=LISTS,
        severity=severity,
        field=field,
        next_step=next_step,
    )
