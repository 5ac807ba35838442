"""The yearly publication of what an organ's enforcement came to, before 31 January (PUB-5; Art. 4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from enforcement.models import Officer, Organ, YearlyReport
from enforcement.rules.limits_after import yearly_report_begins, yearly_report_due
from enforcement.services.deadlines.watching import supervisors_near
from enforcement.services.notifications import notify
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.permissions import Role

YEARLY, YEARLY_LATE = "publicity:yearly", "publicity:yearly_late"
PAGE = "/publicity/yearly/"


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
    _plan(organ.pk, item.round + 1)
    if _is_reported(organ.pk, item.round - 1):
        return
    day = yearly_report_due(item.round)
    data = {"day": day.isoformat(), "year": item.round - 1}
    for officer in _responsible(organ):
        notify(officer, kind=YEARLY, thing=item.thing, round=item.round, at=at, url=PAGE, data=data)
    late = _morning(day + timedelta(days=1))
    plan(kind=YEARLY_LATE, thing=item.thing, due_at=max(at, late), round=item.round)


@handles(YEARLY_LATE)
def tell_late_report(item: DueItem, at: datetime) -> None:
    """PUB-5: the day after, who answers for it and the supervisors are told of a report that is missing."""
    organ = Organ.objects.filter(pk=item.thing.partition(":")[2]).first()
    if organ is None or _is_reported(organ.pk, item.round - 1):
        return
    data = {
        "day": yearly_report_due(item.round).isoformat(),
        "year": item.round - 1,
        "organ": organ.name_zh,
    }
    told = {officer.pk: officer for officer in (*_responsible(organ), *supervisors_near(organ.district_id))}
    for pk in sorted(told):
        notify(told[pk], kind=YEARLY_LATE, thing=item.thing, round=item.round, at=at, url=PAGE, data=data)


def stop_asking_for_report(organ_id: int) -> None:
    """PUB-5: the report is published; its being late is told to nobody any more."""
    cancel(kind=YEARLY_LATE, thing=f"organ:{organ_id}")


def _is_reported(organ_id: int, year: int) -> bool:
    found: bool = YearlyReport.objects.filter(organ_id=organ_id, year=year).exists()
    return found


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
