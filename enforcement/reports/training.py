"""Hours of training by officer and year, of which how many about service-oriented enforcement (Art. 7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum

from enforcement.models import Attendance, Officer
from enforcement.vocabulary import TrainingState, TrainingTopic
from foundation.permissions import Role

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Hours:
    """What one officer attended in a year."""

    hours: Decimal = NOTHING
    service: Decimal = NOTHING


def hours_by_officer(officer_ids: Iterable[int], *, year: int) -> dict[int, Hours]:
    """The hours of each of ``officer_ids`` in trainings of ``year`` that were not cancelled, in one query."""
    wanted = list(officer_ids)
    within = Q(session__held_on__gte=date(year, 1, 1), session__held_on__lte=date(year, 12, 31))
    rows = (
        Attendance.objects.filter(within, officer_id__in=wanted)
        .exclude(session__state=TrainingState.CANCELLED)
        .order_by()
        .values("officer_id")
        .annotate(all=Sum("hours"), service=Sum("hours", filter=Q(session__topic=TrainingTopic.SERVICE)))
    )
    found = {row["officer_id"]: Hours(row["all"], row["service"] or NOTHING) for row in rows}
    return {pk: found.get(pk, Hours()) for pk in wanted}


@dataclass(frozen=True, slots=True)
class OfficerHours:
    """One officer of an organ with the hours of a year."""

    officer: Officer
    had: Hours


def hours_of_organ(organ_id: int | None, *, year: int) -> list[OfficerHours]:
    """Every active law enforcement officer of the organ with the hours of ``year``, by name."""
    officers = Officer.objects.active().filter(organ_id=organ_id, grants__role=Role.OFFICER)
    people = list(officers.select_related("organ").order_by("name_pinyin", "pk"))
    had = hours_by_officer([officer.pk for officer in people], year=year)
    return [OfficerHours(officer, had[officer.pk]) for officer in people]


def attended_by(officer_id: int, *, year: int) -> list[Attendance]:
    """What one officer attended in ``year``, the latest first."""
    within = Q(session__held_on__gte=date(year, 1, 1), session__held_on__lte=date(year, 12, 31))
    rows = Attendance.objects.filter(within, officer_id=officer_id).exclude(
        session__state=TrainingState.CANCELLED
    )
    return list(rows.select_related("session").order_by("-session__held_on", "-pk"))
