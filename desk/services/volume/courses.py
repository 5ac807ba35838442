"""The course of an invented case: which days it saw, and in which state it stands today (Art. 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from desk.services.founding.stories import OUTCOMES, SOURCES
from enforcement.vocabulary import PENALISING, CaseState, Harm, Outcome

CORRECT_WITHIN = timedelta(days=7)
NEVER_FILED, FLAGGED, FORGOTTEN, CORRECTED = 0.05, 0.06, 0.003, 0.9


@dataclass(slots=True)
class Course:
    """Days are empty until the step was taken."""

    opened_on: date
    source: str
    outcome: str
    is_flagged: bool
    harm: str
    state: str = CaseState.CLUE
    filed_on: date | None = None
    investigated_on: date | None = None
    notified_on: date | None = None
    decided_on: date | None = None
    served_on: date | None = None
    carried_out_on: date | None = None
    closed_on: date | None = None
    correct_by: date | None = None
    corrected_on: date | None = None

    @property
    def is_penal(self) -> bool:
        return self.outcome in PENALISING

    @property
    def shown_outcome(self) -> str:
        return self.outcome if self.decided_on else ""


def invent_course(random: Random, *, opened_on: date, today: date, may_flag: bool) -> Course:
    """A course as they are in practice: most ended well, some lie longer than they should."""
    outcome = random.choice(OUTCOMES)
    course = Course(
        opened_on=opened_on,
        source=random.choice(SOURCES).value,
        outcome=outcome.value,
        is_flagged=may_flag and random.random() < FLAGGED,
        harm=(
            Harm.NONE if outcome == Outcome.NO_PENALTY else random.choice((Harm.SLIGHT, Harm.EVIDENT))
        ).value,
    )
    _walk(course, _Days(random, opened_on, today))
    return course


class _Days:
    """Goes on by some days at a time; after the present day, or when a case is forgotten, no more."""

    def __init__(self, random: Random, start: date, today: date) -> None:
        self.random, self.day, self.today = random, start, today

    def after(self, shortest: int, longest: int) -> date | None:
        if self.random.random() < FORGOTTEN:
            self.day = date.max
        if self.day < self.today:
            self.day += timedelta(days=self.random.randint(shortest, longest))
        else:
            self.day = date.max
        return self.day if self.day <= self.today else None


def _walk(course: Course, days: _Days) -> None:
    if days.random.random() < NEVER_FILED:
        if day := days.after(1, 7):
            course.state, course.closed_on = CaseState.NOT_FILED, day
        return
    if not (day := days.after(1, 5)):
        return
    course.state, course.filed_on, course.correct_by = CaseState.FILED, day, day + CORRECT_WITHIN
    if day := days.after(3, 20):
        course.state, course.investigated_on = CaseState.INVESTIGATED, day
        course.corrected_on = day if days.random.random() < CORRECTED else None
        _weigh(course, days)


def _weigh(course: Course, days: _Days) -> None:
    if not days.after(1, 5):
        return
    course.state = CaseState.ASSESSED
    if course.is_penal:
        if not (day := days.after(1, 5)):
            return
        course.state, course.notified_on = CaseState.NOTIFIED, day
    if day := days.after(8, 40):
        course.state, course.decided_on = CaseState.DECIDED, day
        _end(course, days)


def _end(course: Course, days: _Days) -> None:
    course.served_on = days.after(1, 6)
    if course.is_penal and course.served_on:
        course.carried_out_on = days.after(1, 14)
        course.state = CaseState.CARRIED_OUT if course.carried_out_on else course.state
    if course.served_on and (course.carried_out_on or not course.is_penal):
        course.closed_on = days.after(3, 30)
    if course.closed_on:
        course.state = CaseState.ARCHIVED if days.after(10, 60) else CaseState.CLOSED
