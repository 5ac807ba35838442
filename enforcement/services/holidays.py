"""The holiday arrangement of a year, entered or imported as it was announced (deadlines rest on it)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from enforcement.models import Holiday, HolidayYear
from enforcement.rules.holidays import obstacles_to_arrangement
from enforcement.services.deadlines import plan_recount
from enforcement.services.holiday_files import days_in_json, days_in_workbook
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited

LARGEST_FILE = 512 * 1024


def enter_arrangement(
    *,
    by: Actor,
    at: datetime,
    year: int,
    off: Sequence[date],
    makeup: Sequence[date] = (),
    is_official: bool = True,
    source: str = "",
) -> HolidayYear:
    """Enter, or replace, the days off and make-up workdays of ``year``; raises Refused for days amiss."""
    by.require(Permission.ORGAN_EDIT)
    if found := list(obstacles_to_arrangement(year, off=off, makeup=makeup)):
        raise Refused(found)
    with audited("holiday:enter", by=by, at=at, under=Article(6), why=source) as entry:
        arrangement = HolidayYear.objects.filter(year=year).first() or HolidayYear(year=year)
        arrangement.is_official, arrangement.source = is_official, source
        arrangement.save()
        for day in Holiday.objects.filter(arrangement=arrangement):
            day.delete()
        Holiday.objects.record_bulk_create(
            [
                *(Holiday(day=d, is_off=True, arrangement=arrangement) for d in sorted(set(off))),
                *(Holiday(day=d, is_off=False, arrangement=arrangement) for d in sorted(set(makeup))),
            ]
        )
        plan_recount(entry, at=at)
        return arrangement


def import_arrangements(
    *, by: Actor, at: datetime, name: str, content: bytes, is_official: bool = True, source: str = ""
) -> list[HolidayYear]:
    """Enter every year of a JSON or XLSX file, all or none; raises ValidationError or Refused."""
    read = days_in_workbook if name.lower().endswith(".xlsx") else days_in_json
    if len(content) > LARGEST_FILE:
        raise ValidationError({"file": _("The file is larger than 512 KB.")})
    years = read(content)
    with audited("holiday:import", by=by, at=at, under=Article(6), why=source or name):
        return [
            enter_arrangement(
                by=by, at=at, year=d.year, off=d.off, makeup=d.makeup, is_official=is_official, source=source
            )
            for d in years
        ]
