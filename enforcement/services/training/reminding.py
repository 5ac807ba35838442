"""Hours that are missing late in the year are told by due rows (Art. 7; SUB-9)."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.utils import timezone

from enforcement.models import Officer, Organ, TrainingPolicy, TrainingSession
from enforcement.reports.training import hours_by_officer
from enforcement.rules.training import TARGET_HOURS, missing_hours, plain
from enforcement.services.notifications import notify
from foundation.due import handles, plan
from foundation.models import DueItem
from foundation.permissions import Role

LOOKS = ((10, 8), (12, 1))
"""Month and day on which missing hours are told: when there is still time, and when there is hardly any."""


def plan_shortfall(session: TrainingSession) -> None:
    """Plan the looks at the hours of the organ in the year of ``session``, once a year and look."""
    year = session.held_on.year
    for number, (month, day) in enumerate(LOOKS, start=1):
        plan(
            kind="training:shortfall",
            thing=f"organ:{session.organ_id}",
            due_at=_morning(date(year, month, day)),
            round=year * 10 + number,
        )


@handles("training:shortfall")
def tell_shortfall(item: DueItem, at: datetime) -> None:
    """Tell each officer of the organ who lacks hours, and its heads how many do (SUB-9)."""
    organ = Organ.objects.get(pk=item.thing.partition(":")[2])
    year, target = item.round // 10, target_of(organ)
    officers = list(Officer.objects.active().filter(organ=organ, grants__role=Role.OFFICER).order_by("pk"))
    had = hours_by_officer([o.pk for o in officers], year=year)
    short = [(o, had[o.pk].hours) for o in officers if missing_hours(had[o.pk].hours, target)]
    told = {"year": year, "target": plain(target)}
    for officer, hours in short:
        data = {**told, "hours": plain(hours)}
        notify(
            officer,
            kind="training:hours",
            thing=item.thing,
            round=item.round,
            at=at,
            url="/training/mine/",
            data=data,
        )
    for head in _heads_of(organ.pk) if short else ():
        data = {**told, "count": len(short)}
        notify(
            head,
            kind="training:shortfall",
            thing=item.thing,
            round=item.round,
            at=at,
            url="/training/hours/",
            data=data,
        )


def _tell(officer: Officer, kind: str, item: DueItem, at: datetime, url: str, data: dict[str, Any]) -> None:
    notify(officer, kind=kind, thing=item.thing, round=item.round, at=at, url=url, data=data)


def target_of(organ: Organ | None) -> Decimal:
    """How many hours a year the organ asks for."""
    policy = TrainingPolicy.objects.all().of_organ(organ) if organ is not None else None
    return policy.target_hours if policy else TARGET_HOURS


def _heads_of(organ_id: int | None) -> list[Officer]:
    return list(Officer.objects.active().filter(organ_id=organ_id, grants__role=Role.HEAD))


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(8)))
