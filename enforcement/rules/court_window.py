"""From which day the three months run in which the court is asked to execute (Coercion Law, Art. 53; EXE-4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from enforcement.rules.limits_after import COURT_MONTHS, litigation_for_now
from enforcement.rules.periods import Period
from enforcement.rules.reckoning import Reckoning, Step, reckon_for_now, reckon_months_for_now
from enforcement.vocabulary import Unit
from enforcement.vocabulary.remedies import (
    PENDING_REMEDIES,
    TAKEN_OVER,
    RemedyKind,
    RemedyState,
)
from foundation.articles import COERCION, LITIGATION, Citation
from foundation.calendar import WorkCalendar

TO_SUE = Period(15, Unit.CALENDAR)
NO_REMEDY = _("The decision was served on %(day)s; nobody sought a remedy: the six months to sue come first.")
AFTER_RULING = _(
    "The reconsideration ended on %(day)s: fifteen days to sue follow (Litigation Law, Art. 45)."
)
AFTER_SUIT = _("The suit ended on %(day)s: from then the three months are counted anew (local setting).")
STILL_TO_SUE = _(
    "The remedy of %(day)s went no further: the six months to sue after service stay as they are."
)
OVER_ON = _("The remedies are over on %(day)s.")


@dataclass(frozen=True, slots=True)
class RemedyRun:
    """What became of one remedy, as far as the window of the court turns on it."""

    kind: str
    state: str
    result: str
    ended_on: date | None
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class RemediesOver:
    """The last day on which the party could seek a remedy, and how it came about."""

    day: date
    steps: tuple[Step, ...]
    unsure_of: int | None = None


def remedies_over(
    served_on: date, remedies: Sequence[RemedyRun], calendar: WorkCalendar
) -> RemediesOver | None:
    """EXE-4: when all remedies are over; None while one is pending, and where a ruling took the decision's place.

    With a holiday arrangement missing, the earliest day it could be.
    """
    if any(run.state in PENDING_REMEDIES or run.result in TAKEN_OVER for run in remedies):
        return None
    last = _latest(remedies)
    if last is None:
        return _after_service(served_on, Step(NO_REMEDY, served_on), calendar)
    ruled = _latest(run for run in remedies if run.state == RemedyState.CONCLUDED)
    found = _after_ruling(ruled, calendar) if ruled else _after_nothing(served_on, last, calendar)
    assert last.ended_on is not None  # noqa: S101 - the latest has ended
    return replace(found, day=max(found.day, last.ended_on))


def court_window(served_on: date, remedies: Sequence[RemedyRun], calendar: WorkCalendar) -> Reckoning | None:
    """EXE-4: until when the court is asked: three months after the remedies; None while they are not over."""
    over = remedies_over(served_on, remedies, calendar)
    if over is None:
        return None
    found = reckon_months_for_now(
        COURT_MONTHS, start=over.day, calendar=calendar, citation=Citation(COERCION, "53")
    )
    return replace(found, steps=(*over.steps, Step(OVER_ON, over.day), *found.steps))


def _latest(remedies: Iterable[RemedyRun]) -> RemedyRun | None:
    over = [run for run in remedies if run.ended_on is not None]
    return max(over, key=lambda run: run.ended_on or date.min, default=None)


def _after_service(served_on: date, why: Step, calendar: WorkCalendar) -> RemediesOver:
    found = litigation_for_now(served_on, calendar)
    assert found.due_on is not None  # noqa: S101 - months are not stopped
    return RemediesOver(found.due_on, (why, *found.steps), found.unsure_of)


def _after_nothing(served_on: date, last: RemedyRun, calendar: WorkCalendar) -> RemediesOver:
    """Not accepted or withdrawn: what is left of the six months is left."""
    return _after_service(served_on, Step(STILL_TO_SUE, last.ended_on), calendar)


def _after_ruling(last: RemedyRun, calendar: WorkCalendar) -> RemediesOver:
    ended_on = last.received_on or last.ended_on
    assert ended_on is not None  # noqa: S101 - the latest has ended
    if last.kind == RemedyKind.LITIGATION:
        return RemediesOver(ended_on, (Step(AFTER_SUIT, ended_on),))
    found = reckon_for_now(TO_SUE, start=ended_on, calendar=calendar, citation=Citation(LITIGATION, "45"))
    assert found.due_on is not None  # noqa: S101 - nothing stops these days
    return RemediesOver(found.due_on, (Step(AFTER_RULING, ended_on), *found.steps), found.unsure_of)
