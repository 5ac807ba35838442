"""Numbers of documents: sign of the organ, sign of the document, year in brackets, and a serial."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.models import NumberSeries, Organ
from enforcement.vocabulary import DocumentKind


def next_number(*, organ: Organ, kind: DocumentKind, at: datetime) -> str:
    """The next number of ``kind`` in the year of ``at``, without gaps: ``晴市监立〔2026〕12号``.

    Call it inside the act that needs the number; the row stays locked until that act is committed.
    """
    year = timezone.localdate(at).year
    return f"{organ.sign}{kind.label}〔{year}〕{_next_serial(organ, kind.value, year)}号"


def next_numbers(*, organ: Organ, kind: DocumentKind, at: datetime, count: int) -> list[str]:
    """The next ``count`` numbers of ``kind``, in order and without gaps, as ``next_number`` gives them one by one."""
    year = timezone.localdate(at).year
    last = _next_serial(organ, kind.value, year, count)
    return [f"{organ.sign}{kind.label}〔{year}〕{last - count + n}号" for n in range(1, count + 1)]


def next_serials(*, organ: Organ, kind: str, year: int, count: int) -> list[int]:
    """The next ``count`` numbers of a series that the organ counts through a year, in order."""
    last = _next_serial(organ, kind, year, count)
    return list(range(last - count + 1, last + 1))


def next_clue_number(*, organ: Organ, at: datetime) -> str:
    """The next clue number of the organ: ``晴市监-2026-000012``."""
    year = timezone.localdate(at).year
    return f"{organ.sign}-{year}-{_next_serial(organ, 'clue', year):06d}"


def _next_serial(organ: Organ, kind: str, year: int, count: int = 1) -> int:
    NumberSeries.objects.get_or_create(organ=organ, kind=kind, year=year)
    series = NumberSeries.objects.select_for_update().get(organ=organ, kind=kind, year=year)
    series.last += count
    series.save(update_fields=["last"])
    return series.last
