"""Drawing lots among the cases that need not be visited, so that enough are (Art. 8 (8))."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Case, Organ
from enforcement.services.rules import parameter
from foundation.actors import SCHEDULER, Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import ReturnVisit, VisitSample
from guidance.rules.sampling import SHARES, drawn, half_month_before, owed
from guidance.rules.visits import AFTER_EXECUTION
from guidance.services.visits.planning import plan_round
from guidance.vocabulary import SelectionReason

AHEAD = timedelta(days=10)
"""However late it was drawn, whoever visits has some days for it."""
SEED = 16  # bytes; 32 signs


def draw_missing(*, at: datetime) -> int:
    """Draw for every organ and procedure of the last half month that is over; returns how many draws were made."""
    first, last = half_month_before(timezone.localdate(at))
    made = 0
    for organ_id, procedure in _with_cases(first, last):
        made += draw(organ_id, procedure, first, last, by=SCHEDULER, at=at) is not None
    return made


def draw(
    organ_id: int, procedure: str, first: date, last: date, *, by: Actor, at: datetime
) -> VisitSample | None:
    """Draw among the cases that ``organ_id`` carried out from ``first`` to ``last`` and that no visit is planned for.

    Enough are drawn for the share since the first draw of the year. The seed is written down, so that anybody
    can draw again. None when it was drawn before. Raises Forbidden.
    """
    by.require(Permission.VISIT_PLAN)
    with audited("visit:draw", by=by, at=at, under=Article(8, "8")):
        organ = Organ.objects.select_for_update(of=("self",)).get(pk=organ_id)
        if VisitSample.objects.filter(organ=organ, procedure=procedure, first_on=first).exists():
            return None
        sample = _prepared(organ, procedure, first, last, at)
        sample.cases = drawn(sample.candidates, seed=sample.seed, count=_owed(sample))
        sample.save()
        for case in Case.objects.filter(pk__in=sample.cases).select_related("organ").order_by("pk"):
            plan_round(case, 1, [SelectionReason.SAMPLE], due_on=_due_on(case, at), at=at)
        return sample


def drawn_again(sample: VisitSample) -> list[int]:
    """What anybody draws from the candidates by the seed: the same cases."""
    return drawn(sample.candidates, seed=sample.seed, count=_owed(sample))


def share_of(procedure: str) -> int:
    """Percent of the cases carried out by ``procedure`` that are visited, as the city set it for rule GUI-9."""
    return parameter("GUI-9", f"share_{procedure}", default=SHARES[procedure])


def _with_cases(first: date, last: date) -> list[tuple[int, str]]:
    """Organs and procedures with cases of those days, and no draw yet."""
    done = set(VisitSample.objects.filter(first_on=first).values_list("organ_id", "procedure"))
    there = Case.objects.filter(carried_out_on__range=(first, last), procedure__in=list(SHARES))
    return sorted(set(there.values_list("organ_id", "procedure").distinct().order_by()) - done)


def _prepared(organ: Organ, procedure: str, first: date, last: date, at: datetime) -> VisitSample:
    """The draw before its lots: who could be drawn, and how many were visited anyhow."""
    mine = Case.objects.filter(organ=organ, procedure=procedure)
    counted = mine.filter(carried_out_on__range=(_first_draw(organ, procedure, first), last))
    sample = VisitSample(
        procedure=procedure,
        first_on=first,
        last_on=last,
        drawn_at=at,
        seed=secrets.token_hex(SEED),
        percent=share_of(procedure),
        total=counted.count(),
        visited=_visited(counted),
        candidates=sorted(unvisited(mine.filter(carried_out_on__range=(first, last)))),
    )
    sample.place_under(organ)
    return sample


def _first_draw(organ: Organ, procedure: str, first: date) -> date:
    """From when the share is counted: the first draw of the year, or these days where they are the first."""
    earlier = VisitSample.objects.filter(organ=organ, procedure=procedure, first_on__year=first.year)
    found: date | None = earlier.order_by("first_on").values_list("first_on", flat=True).first()
    return min(found or first, first)


def _visited(cases: Any) -> int:
    counted: int = cases.filter(pk__in=ReturnVisit.objects.recordable().values("case")).count()
    return counted


def unvisited(cases: Any) -> Any:
    """The keys of those of ``cases`` that no visit was ever planned for."""
    return cases.exclude(pk__in=ReturnVisit.objects.values("case")).values_list("pk", flat=True)


def _owed(sample: VisitSample) -> int:
    return owed(total=sample.total, visited=sample.visited, percent=sample.percent)


def _due_on(case: Case, at: datetime) -> date:
    days = timedelta(days=parameter("GUI-9", "after_execution", default=AFTER_EXECUTION.days))
    assert case.carried_out_on is not None  # noqa: S101 - drawn among cases that were carried out
    return max(case.carried_out_on + days, timezone.localdate(at) + AHEAD)
