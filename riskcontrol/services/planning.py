"""Proposing measures where a counterpart's level asks for them: set by set, however many there are (Art. 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from enforcement.models import Inspection, InspectionCap, Organ
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited
from riskcontrol.models import CounterpartRisk, RiskPlan
from riskcontrol.rules.periods import months_before
from riskcontrol.rules.plans import (
    AGAIN_AFTER_MONTHS,
    TALKED_WITHIN_MONTHS,
    due_day,
    proposed_measures,
)
from riskcontrol.vocabulary import OPEN_PLANS, DropReason, PlanMeasure, PlanState

CHUNK = 1000
TALKS = (PlanMeasure.EXHORT, PlanMeasure.INTERVIEW)


class Wanting(NamedTuple):
    """A counterpart whose level asks for measures, and whose organ they are for."""

    counterpart_id: int
    organ_id: int


def propose_plans(*, by: Actor, at: datetime, chunk: int = CHUNK) -> int:
    """Propose what is lacking and drop what a moved level made idle; run it as often as you like.

    Returns how many measures were proposed. Raises Forbidden.
    """
    by.require(Permission.RISK_EDIT)
    while _drop_idle(by=by, at=at, chunk=chunk):
        pass
    made = 0
    for level in AGAIN_AFTER_MONTHS:
        while written := _propose_some(level, by=by, at=at, chunk=chunk):
            made += written
    return made


@transaction.atomic
def _propose_some(level: str, *, by: Actor, at: datetime, chunk: int) -> int:
    today = timezone.localdate(at)
    some = [Wanting(*row) for row in _wanting(level, today)[:chunk]]
    if not some:
        return 0
    organs = Organ.objects.in_bulk({row.organ_id for row in some})
    exhorted, left = _exhorted(some, today), VisitsLeft(some, organs, today)
    rows = [
        _row(one, level, measure, organs[one.organ_id], today)
        for one in some
        for measure in proposed_measures(
            level, was_exhorted=one.counterpart_id in exhorted, visits_left=left(one)
        )
    ]
    with audited("risk_plan:propose", by=by, at=at, under=Article(9)):
        RiskPlan.objects.record_bulk_create(rows)
    return len(rows)


def _row(one: Wanting, level: str, measure: str, organ: Organ, today: date) -> RiskPlan:
    row = RiskPlan(counterpart_id=one.counterpart_id, level=level, measure=measure, proposed_on=today)
    row.due_on = due_day(level, today)
    row.place_under(organ)
    return row


def _wanting(level: str, today: date) -> Any:
    """Counterparts at ``level`` for whom nothing is planned, nor was in the time after which it comes again."""
    again = months_before(today, AGAIN_AFTER_MONTHS[level])
    own = RiskPlan.objects.filter(counterpart=OuterRef("counterpart"), level=level)
    known = own.filter(Q(state__in=OPEN_PLANS) | Q(proposed_on__gt=again))
    rows = CounterpartRisk.objects.filter(~Exists(known), level=level)
    return rows.order_by("pk").values_list("counterpart_id", "organ_id")


def _exhorted(some: list[Wanting], today: date) -> set[int]:
    """Those with whom somebody talked in the last two years because of their risk."""
    talked = RiskPlan.objects.filter(
        counterpart__in=[row.counterpart_id for row in some],
        measure__in=TALKS,
        state=PlanState.DONE,
        ended_on__gt=months_before(today, TALKED_WITHIN_MONTHS),
    )
    return set(talked.order_by().values_list("counterpart_id", flat=True))


class VisitsLeft:
    """Whether an organ may still visit a firm this year, as far as its published cap goes (INS-2)."""

    def __init__(self, some: list[Wanting], organs: Mapping[int, Organ], today: date) -> None:
        self.caps = {pk: InspectionCap.objects.of_year(organ, today) for pk, organ in organs.items()}
        visits = Inspection.objects.not_cancelled().filter(
            counterpart__in=[row.counterpart_id for row in some], planned_at__year=today.year
        )
        self.seen: dict[tuple[int, int], int] = defaultdict(int)
        for firm, organ, number in (
            visits.order_by().values_list("counterpart_id", "organ_id").annotate(Count("pk"))
        ):
            self.seen[firm, organ] = number

    def __call__(self, wanting: Wanting) -> bool:
        cap = self.caps[wanting.organ_id]
        return cap is None or self.seen[wanting] < cap


@transaction.atomic
def _drop_idle(*, by: Actor, at: datetime, chunk: int) -> int:
    """Drop what nobody took on and what the level of today does not ask for any more."""
    present = CounterpartRisk.objects.filter(counterpart=OuterRef("counterpart"), level=OuterRef("level"))
    idle = RiskPlan.objects.filter(~Exists(present), state=PlanState.PROPOSED).order_by("pk")
    keys = list(idle.values_list("pk", flat=True)[:chunk])
    if not keys:
        return 0
    with audited("risk_plan:drop", by=by, at=at, under=Article(9)):
        return (
            RiskPlan.objects.filter(pk__in=keys)
            .order_by("pk")
            .record_update(
                state=PlanState.DROPPED, drop_reason=DropReason.LEVEL, ended_on=timezone.localdate(at)
            )
        )
