"""What heads and supervisors look at: six queries over the rows in reach, grouped (Art. 4)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from desk.reports.months import after_month, month_starts
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
    """Everything in the actor's reach; the number of queries does not depend on it."""
    months = month_starts(today, months=MONTHS)
    totals = _totals(actor, today)
    return Dashboard(
        months=months,
        open_cases=totals["open"],
        overdue_cases=totals["overdue"],
        undecided=_undecided(actor),
        visits=_visits(actor),
        decided=_decided(actor, months),
        guidance=_guidance(actor, months),
        corrections=_corrections(actor, months),
    )


def _totals(actor: Actor, today: date) -> dict[str, int]:
    late = Q(deadline_on__lt=today, decided_on=None)
    opened = Case.objects.visible_to(actor).filter(state__in=OPEN_STATES)
    return opened.aggregate(open=Count("pk"), overdue=Count("pk", filter=late))


def _undecided(actor: Actor) -> Counter[date]:
    waiting = Case.objects.visible_to(actor).filter(
        state__in=OPEN_STATES, decided_on=None, deadline_on__isnull=False
    )
    return _counted(waiting, "deadline_on")


def _visits(actor: Actor) -> Counter[date]:
    return _counted(ReturnVisit.objects.visible_to(actor).open(), "due_on")


def _counted(rows: Any, day: str) -> Counter[date]:
    return Counter(dict(rows.order_by().values_list(day).annotate(n=Count("pk"))))


def _decided(actor: Actor, months: list[date]) -> ByMonth:
    rows = Case.objects.visible_to(actor).filter(decided_on__range=_span(months))
    return _by_month(rows, "decided_on", "outcome")


def _guidance(actor: Actor, months: list[date]) -> ByMonth:
    given = GuidanceAction.objects.visible_to(actor).exclude(state=GuidanceState.WITHDRAWN)
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
