"""What is owed when nobody is penalised: education, an order to correct, a second look (Penalty Law, Art. 28, 33)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import CaseState, Outcome
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity
from foundation.wording import day_text
from leniency.vocabulary import CheckResult

ARTICLE = Article(10, "1")
EDUCATES, CORRECTS = Citation(PENALTY, "33(3)"), Citation(PENALTY, "28(1)")


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """What has been done for a party that was not penalised."""

    outcome: str
    is_educated: bool
    is_corrected: bool
    last_result: str = ""
    is_check_open: bool = False


@dataclass(frozen=True, slots=True)
class SparingFacts:
    """What a decision not to penalise says of what follows from it."""

    today: date
    correct_by: date | None = None
    educate_by: date | None = None
    is_correctable: bool = True
    is_corrected: bool = False
    is_educated: bool = False


def obstacles_to_closing_unfollowed(facts: FollowUpFacts) -> Iterator[Obstacle]:
    """LEN-8: a case without penalty is closed when the party was taught and what it was ordered is done."""
    if facts.outcome != Outcome.NO_PENALTY:
        return
    if not facts.is_educated:
        yield _len_8(
            _("Nothing says who taught the party when and how."),
            EDUCATES,
            _("Record the education in the leniency panel of the case."),
        )
    if facts.is_check_open:
        yield _len_8(
            _("The second look after the order to correct is still to be held."),
            CORRECTS,
            _("Look, and record what was found and on what evidence."),
        )
    elif not facts.is_corrected and facts.last_result != CheckResult.CORRECTED:
        yield _len_8(
            _("Nobody has seen yet that the violation was corrected."),
            CORRECTS,
            _("Plan a second look in the leniency panel of the case."),
        )


def obstacles_to_sparing_unprepared(facts: SparingFacts) -> Iterator[Obstacle]:
    """LEN-8: who spares a party says by when it corrects and by when it is taught, or points at what was done."""
    if facts.is_correctable and not facts.is_corrected and facts.correct_by is None:
        yield _len_8(
            _("The order to correct does not say by when."),
            CORRECTS,
            _("Name the day; the second look is planned by it."),
            field="correct_by",
        )
    if not facts.is_educated and facts.educate_by is None:
        yield _len_8(
            _("Nothing says when the party is taught: no education is recorded, and none is planned."),
            EDUCATES,
            _("Name the day by which it is taught, or record the education in the leniency panel first."),
            field="educate_by",
        )
    for field, day in (("correct_by", facts.correct_by), ("educate_by", facts.educate_by)):
        if day is not None:
            yield from obstacles_to_check_plan(day, today=facts.today, field=field)


def obstacles_to_checking(
    *,
    checked_on: date,
    today: date,
    result: str,
    next_on: date | None,
    corrected_on: date | None = None,
) -> Iterator[Obstacle]:
    """A look is not recorded before it is held; where not all is done, the next one has its day."""
    if checked_on > today:
        yield _misfit("checked_on", _("This day is still to come."), _("Record the look when it was held."))
    if corrected_on is not None and corrected_on > checked_on:
        yield _misfit(
            "corrected_on",
            _("The look cannot have found what was corrected after it."),
            _("Enter the day of the correction, or the day of the look that found it."),
        )
    if result == CheckResult.CORRECTED and next_on is not None:
        yield _misfit("next_on", _("All is corrected: no further look is needed."), _("Leave the day empty."))
    if result != CheckResult.CORRECTED and next_on is None:
        yield _misfit("next_on", _("Not all is corrected yet."), _("Say when it is looked at again."))
    elif next_on is not None and next_on <= checked_on:
        yield _misfit("next_on", _("The next look lies before this one."), _("Choose a later day."))


def _misfit(field: str, message: Any, next_step: Any) -> Obstacle:
    return Obstacle(
        code="leniency:check",
        message=message,
        article=ARTICLE,
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )


def _len_8(message: Any, citation: Citation, next_step: Any, *, field: str | None = None) -> Obstacle:
    return Obstacle(
        code="LEN-8",
        message=message,
        article=ARTICLE,
        citation=citation,
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )


def obstacles_to_late_trace(state: str) -> Iterator[Obstacle]:
    """Nothing is added to a file that is closed."""
    if state in (CaseState.CLOSED, CaseState.ARCHIVED):
        yield Obstacle(
            code="leniency:closed",
            message=_("The case is closed: its file stays as it is."),
            article=ARTICLE,
            next_step=_("What is found later begins a clue of its own."),
        )


def obstacles_to_check_plan(day: date, *, today: date, field: str, past: bool = False) -> Iterator[Obstacle]:
    """What has happened has a day that is over; what is planned has one that is not."""
    if past and day > today:
        yield _misfit(field, _("This day is still to come."), _("Record it when it has happened."))
    if not past and day < today:
        yield _misfit(field, _("This day is over."), _("Choose today or a later day."))


def obstacles_to_following(
    day: date, *, field: str, found_on: date, decided_on: date | None = None
) -> Iterator[Obstacle]:
    """What follows a violation, or the decision about it, does not come before it."""
    if day < found_on:
        yield _misfit(
            field,
            _("The violation was discovered later, on %(day)s.") % {"day": day_text(found_on)},
            _(
                "Enter the day on which it happened; if the day of the discovery is wrong, correct it in the case."
            ),
        )
    elif decided_on is not None and day < decided_on:
        yield _misfit(
            field,
            _("The order to correct was given later, with the decision of %(day)s.")
            % {"day": day_text(decided_on)},
            _("Record a look that was held after the order."),
        )


def obstacles_to_receiving(received_on: date, *, drafted_on: date | None) -> Iterator[Obstacle]:
    """Only a letter that was written can be signed, and not before it was written."""
    if drafted_on is None:
        yield _misfit(
            "received_on", _("No commitment letter waits to be signed."), _("Draft the letter first.")
        )
    elif received_on < drafted_on:
        yield _misfit(
            "received_on",
            _("The letter was drafted later, on %(day)s.") % {"day": day_text(drafted_on)},
            _("Enter the day on which the party handed over the signed letter."),
        )
