"""The yearly publication of what an organ's enforcement came to, before 31 January (PUB-5; Art. 4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils import timezone

from enforcement.models import Officer, Organ
from enforcement.rules.limits_after import yearly_report_begins, yearly_report_due
from enforcement.services.notifications import notify
from foundation.due import handles, plan
from foundation.models import DueItem
from foundation.permissions import Role

YEARLY = "publicity:yearly"
PAGE = "/evaluation/"


def plan_yearly_report(organ_id: int, *, at: datetime) -> None:
    """Plan the next notice of an organ: of this year's January, or of the one to come."""
    today = timezone.localdate(at)
    year = today.year if today <= yearly_report_begins(today.year) else today.year + 1
    _plan(organ_id, year)


@handles(YEARLY)
def tell_yearly_report(item: DueItem, at: datetime) -> None:
    """PUB-5: tell the first responsible person, or the heads where none is named, and plan the next year."""
    organ = Organ.objects.filter(pk=item.thing.partition(":")[2]).first()
    if organ is None or not organ.is_active:
        return
    day = yearly_report_due(item.round)
    data = {"day": day.isoformat(), "year": item.round - 1}
    for officer in _responsible(organ):
        notify(officer, kind=YEARLY, thing=item.thing, round=item.round, at=at, url=PAGE, data=data)
    _plan(organ.pk, item.round + 1)


def _responsible(organ: Organ) -> Iterable[Officer]:
    named = organ.first_responsible
    if named is not None and named.is_active:
        return [named]
    return list(
        Officer.objects.active().filter(organ=organ, grants__role=Role.HEAD).order_by("pk").distinct()
    )


def _plan(organ_id: int, year: int) -> None:
    plan(kind=YEARLY, thing=f"organ:{organ_id}", due_at=_morning(yearly_report_begins(year)), round=year)


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(8)))
