"""What stands against stopping the time for a decision or lengthening it (Penalty Law, Art. 60)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before
from enforcement.rules.hearings import PENDING
from enforcement.rules.profiles import Extension, Profile
from enforcement.vocabulary import Approver, IntervalKind, IntervalState
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

SIXTY = Citation(PENALTY, "60")


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """What is asked for, and what was granted before."""

    today: date
    profile: Profile
    filed_on: date | None
    deadline_on: date | None
    granted: int = 0
    is_waiting: bool = False
    is_running: bool = False
    days: int | None = None
    kind: str = IntervalKind.EXTENSION
    begins_on: date | None = None
    ends_on: date | None = None

    @property
    def step(self) -> Extension | None:
        """The step of the field's chain that comes next."""
        return self.profile.next_extension(self.granted)


@dataclass(frozen=True, slots=True)
class IntervalFacts:
    """An interval before it is approved, refused or ended."""

    today: date
    kind: str
    state: str
    approver: str
    begins_on: date | None
    ends_on: date | None
    actor_is_asker: bool
    actor_is_handler: bool
    actor_is_of_the_organ: bool
    answer: str = ""
    hearing_state: str = ""


def obstacles_to_extending(facts: AskedFacts) -> Iterator[Obstacle]:
    """DEC-5: an extension keeps the order of the field's chain and its days, one at a time, before the end."""
    source = facts.profile.source_of("extensions") or SIXTY
    if facts.step is None:
        yield _dec_5(
            _("The rules of this field allow no further extension."),
            source,
            _("Decide within the time that is left; what stops the time is recorded as such."),
        )
        return
    if facts.step.days is not None and (facts.days or 0) > facts.step.days:
        yield _dec_5(
            _("This extension is of at most %(days)s days.") % {"days": facts.step.days},
            source,
            _("Ask for fewer days."),
            "days",
        )
    if facts.is_waiting:
        yield _dec_5(
            _("An extension is asked for already."), source, _("Wait for the answer to the first request.")
        )
    if facts.deadline_on is not None and facts.today > facts.deadline_on:
        yield _dec_5(
            _("The time to decide is over: it cannot be lengthened any more."),
            source,
            _("Decide without further delay and record why it took longer."),
        )


def obstacles_to_stopping(facts: AskedFacts) -> Iterator[Obstacle]:
    """DEC-5: only what the rules of the field leave out stops the time, once at a time and never before filing."""
    yield from future_days(facts.today, begins_on=facts.begins_on, ends_on=facts.ends_on)
    yield from not_before(
        "begins_on", facts.begins_on, facts.filed_on, _("Nothing stops the time before the case was filed.")
    )
    yield from not_before("ends_on", facts.ends_on, facts.begins_on, _("It cannot end before it begins."))
    if facts.kind == IntervalKind.HEARING:
        yield _dec_5(
            _("The time of a hearing is left out by itself, from the request to the end of the hearing."),
            facts.profile.source_of("exclusions") or SIXTY,
            _("Record that the party asks for a hearing."),
            "kind",
        )
    elif not facts.profile.excludes(facts.kind):
        yield _dec_5(
            _("In this field such time is counted."),
            facts.profile.source_of("exclusions") or SIXTY,
            _("Ask for an extension instead."),
            "kind",
        )
    if facts.is_running:
        yield _dec_5(
            _("The time is stopped for this reason already."), SIXTY, _("End the first interval."), "kind"
        )


def obstacles_to_answering(facts: IntervalFacts) -> Iterator[Obstacle]:
    """DEC-5: who answers is neither asker nor handler, and stands where the chain says."""
    if facts.actor_is_asker or facts.actor_is_handler:
        yield _dec_5(
            _("Who asks for it or handles the case does not approve it."),
            SIXTY,
            _("Let another head answer."),
        )
    if facts.approver == Approver.SUPERIOR and facts.actor_is_of_the_organ:
        yield _dec_5(
            _("The superior organ answers this request."),
            SIXTY,
            _("The head of the organ above finds it among the requests to be answered."),
        )


def obstacles_to_approving(facts: IntervalFacts) -> Iterator[Obstacle]:
    """DEC-5: a collective decision has its minute."""
    yield from obstacles_to_answering(facts)
    if facts.approver == Approver.COLLECTIVE and not facts.answer.strip():
        yield _dec_5(
            _("Such an extension is decided by collective discussion."),
            SIXTY,
            _("Name the minute of the discussion, with its day."),
            "answer",
            Severity.REQUIRE,
        )


def obstacles_to_ending(facts: IntervalFacts) -> Iterator[Obstacle]:
    """An extension has its days; what stopped the time ends once, not before it began."""
    if facts.kind == IntervalKind.EXTENSION:
        yield _dec_5(
            _("An extension does not end: its days are counted."), SIXTY, _("Nothing is to be done.")
        )
    elif facts.kind == IntervalKind.HEARING and facts.hearing_state in PENDING:
        yield _dec_5(
            _("This time ends by itself with the hearing."),
            SIXTY,
            _("Record that the hearing was held, or that the party withdrew."),
        )
    elif facts.state == IntervalState.APPROVED:
        yield from future_days(facts.today, ends_on=facts.ends_on)
        yield from not_before("ends_on", facts.ends_on, facts.begins_on, _("It cannot end before it begins."))


def _dec_5(
    message: Any,
    citation: Citation | str,
    next_step: Any,
    field: str | None = None,
    severity: Severity = Severity.BLOCK,
) -> Obstacle:
    return Obstacle(
        code="DEC-5",
        message=message,
        article=Article(6),
        citation=citation,
        severity=severity,
        field=field,
        next_step=next_step,
    )
