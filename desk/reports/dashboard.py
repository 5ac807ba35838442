"""What heads and supervisors look at: figures that are kept, or counted from the rows (Art. 4)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, Q
from django.db.models.functions import TruncMonth

from desk.reports.months import after_month, month_starts
from desk.reports.tallies import Figures, figures_for
from desk.vocabulary import Measure
from enforcement.models import Case, Circumstances
from enforcement.vocabulary import OPEN_STATES, PENALISING
from foundation.actors import Actor
from guidance.models import GuidanceAction, ReturnVisit
from guidance.vocabulary import GuidanceState

MONTHS = 12
WEEKS = 8
VISITS_WITHIN = timedelta(days=30)

ByMonth = Counter[tuple[date, str]]


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Figures of the last twelve months and the coming eight weeks."""

    months: list[date]
    open_cases: int
    overdue_cases: int
    undecided: Counter[date]
    visits: Counter[date]
    decided: ByMonth
    guidance: ByMonth
    corrections: int

    @property
    def penalties(self) -> int:
        return sum(n for (_month, outcome), n in self.decided.items() if outcome in PENALISING)

    @property
    def guidance_total(self) -> int:
        return self.guidance.total()

    def visits_due(self, today: date) -> int:
        return sum(n for day, n in self.visits.items() if day <= today + VISITS_WITHIN)

    def visits_overdue(self, today: date) -> int:
        return sum(n for day, n in self.visits.items() if day < today)


def dashboard(actor: Actor, today: date) -> Dashboard:
    """Everything in the actor's reach, from the kept figures; without them the rows are counted."""
    months = month_starts(today, months=MONTHS)
    figures = figures_for(actor, since=months[0], today=today)
    return _counted_now(actor, today, months) if figures is None else _from_figures(figures, today, months)


def _from_figures(figures: Figures, today: date, months: list[date]) -> Dashboard:
    undecided = _by_day(figures, Measure.CASES_UNDECIDED)
    return Dashboard(
        months=months,
        open_cases=sum(_by_day(figures, Measure.CASES_OPEN).values()),
        overdue_cases=sum(n for day, n in undecided.items() if day < today),
        undecided=undecided,
        visits=_by_day(figures, Measure.VISITS_OPEN),
        decided=_by_value(figures, Measure.CASES_DECIDED, months),
        guidance=_by_value(figures, Measure.GUIDANCE_ISSUED, months),
        corrections=sum(n for day, n in _by_day(figures, Measure.CORRECTIONS).items() if day in months),
    )


def _by_day(figures: Figures, measure: Measure) -> Counter[date]:
    return Counter({share.day: n for share, n in figures.items() if share.measure == measure})


def _by_value(figures: Figures, measure: Measure, months: list[date]) -> ByMonth:
    wanted = ((s, n) for s, n in figures.items() if s.measure == measure and s.day in months)
    return Counter({(share.day, share.value): n for share, n in wanted})


def _counted_now(actor: Actor, today: date, months: list[date]) -> Dashboard:
    opened = _open_cases(actor)
    undecided = Counter({day: n for day, waits, n in opened if waits and day is not None})
    return Dashboard(
        months=months,
        open_cases=sum(n for _day, _waits, n in opened),
        overdue_cases=sum(n for day, n in undecided.items() if day < today),
        undecided=undecided,
        visits=_visits(actor),
        decided=_decided(actor, months),
        guidance=_guidance(actor, months),
        corrections=_corrections(actor, months),
    )


def _open_cases(actor: Actor) -> list[tuple[date | None, bool, int]]:
    """Open cases by deadline, and whether they wait for their decision."""
    undecided = ExpressionWrapper(Q(decided_on=None), output_field=BooleanField())
    rows = Case.objects.visible_to(actor).filter(state__in=OPEN_STATES).annotate(undecided=undecided)
    return list(rows.order_by().values_list("deadline_on", "undecided").annotate(n=Count("pk")))


def _visits(actor: Actor) -> Counter[date]:
    return _counted(ReturnVisit.objects.visible_to(actor).open(), "due_on")


def _counted(rows: Any, day: str) -> Counter[date]:
    return Counter(dict(rows.order_by().values_list(day).annotate(n=Count("pk"))))


def _decided(actor: Actor, months: list[date]) -> ByMonth:
    rows = Case.objects.visible_to(actor).filter(decided_on__range=_span(months))
    return _by_month(rows, "decided_on", "outcome")


def _guidance(actor: Actor, months: list[date]) -> ByMonth:
    given = GuidanceAction.objects.within_reach_of(actor).exclude(state=GuidanceState.WITHDRAWN)
    first, last = _span(months)
    return _by_month(given.filter(issued_at__date__gte=first, issued_at__date__lte=last), "issued_at", "way")


def _by_month(rows: Any, day: str, what: str) -> ByMonth:
    found = rows.order_by().annotate(month=TruncMonth(day)).values_list("month", what).annotate(n=Count("pk"))
    return Counter({(date(month.year, month.month, 1), value): n for month, value, n in found})


def _corrections(actor: Actor, months: list[date]) -> int:
    """Violations that were put right, whatever the outcome."""
    reached = Case.objects.visible_to(actor)
    return Circumstances.objects.filter(case__in=reached, corrected_on__range=_span(months)).count()


def _span(months: list[date]) -> tuple[date, date]:
    return months[0], after_month(months[-1]) - timedelta(days=1)
