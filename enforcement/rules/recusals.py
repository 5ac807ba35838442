"""Who withdraws from a case, and who says so (Art. 6; Penalty Law, Art. 43)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import RecusalBody
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity


@dataclass(frozen=True, slots=True)
class RecusalFacts:
    """An application for recusal as it is being decided."""

    is_open: bool
    is_own: bool
    officer_is_head: bool
    actor_is_head: bool
    body: str
    has_answer: bool


def obstacles_to_deciding_recusal(facts: RecusalFacts) -> Iterator[Obstacle]:
    """The head decides on officers; on the head, the superior or the heads together; nobody on oneself."""
    if not facts.is_open:
        yield _obstacle(_("This application has been decided."), _("Apply anew if something has changed."))
    if facts.is_own:
        yield _obstacle(_("Nobody decides on the own recusal."), _("Another head decides."))
    if facts.officer_is_head and facts.body == RecusalBody.HEAD:
        yield _obstacle(
            _("The recusal of a head is decided by the superior or by collective discussion."),
            _("Lay it before them and record what they decided."),
            field="body",
        )
    if facts.body == RecusalBody.HEAD and not facts.actor_is_head:
        yield _obstacle(
            _("Only the head decides as head."), _("Ask the head of the organ to decide."), field="body"
        )
    if not facts.has_answer:
        yield _obstacle(
            _("A decision on recusal needs its reasons."),
            _("Say why it is granted or refused."),
            field="answer",
            severity=Severity.REQUIRE,
        )


def obstacles_to_assigning_recused(name: str, *, is_recused: bool) -> Iterator[Obstacle]:
    """Who is recused holds no duty in the case any more."""
    if is_recused:
        yield _obstacle(_("%(name)s is recused from this case.") % {"name": name}, _("Name another officer."))


def _obstacle(
    message: Any, next_step: Any, *, field: str | None = None, severity: Severity = Severity.BLOCK
) -> Obstacle:
    return Obstacle(
        code="SUB-5",
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, "43"),
        severity=severity,
        field=field,
        next_step=next_step,
    )
