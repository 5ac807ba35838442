"""How far a campaign of self-checks has come, by region; who answers late is not named (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Count, F, Q, Sum

from enforcement.models.base import in_words
from riskcontrol.models import Campaign, SelfCheck
from riskcontrol.vocabulary import CheckState


@dataclass(frozen=True, slots=True)
class Progress:
    """Numbers of self-checks; ``opened`` counts links, ``found`` and ``corrected`` points."""

    asked: int = 0
    opened: int = 0
    begun: int = 0
    submitted: int = 0
    lapsed: int = 0
    found: int = 0
    corrected: int = 0

    def __add__(self, other: Progress) -> Progress:
        return Progress(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class OfRegion:
    """A region by both its names."""

    zh: str
    en: str
    progress: Progress

    @property
    def name(self) -> str:
        return in_words(self.zh, self.en)


def progress_by_region(campaign: Campaign) -> list[OfRegion]:
    """Each region with its numbers, in the order of their codes; two queries, however many were asked."""
    place = {"code": F("counterpart__region__code")}
    rows = SelfCheck.objects.filter(campaign=campaign).order_by()
    opened = rows.filter(invitation__links__opening__isnull=False).values(**place)
    known = dict(opened.annotate(n=Count("pk", distinct=True)).values_list("code", "n"))
    named = rows.values(zh=F("counterpart__region__name_zh"), en=F("counterpart__region__name_en"), **place)
    found = named.annotate(
        asked=Count("pk"), found=Sum("gaps"), corrected_all=Sum("corrected"),
        begun_now=Count("pk", filter=Q(state=CheckState.BEGUN)),
        submitted=Count("pk", filter=Q(state=CheckState.SUBMITTED)),
        lapsed=Count("pk", filter=Q(state=CheckState.LAPSED)),
    )  # fmt: skip
    return [OfRegion(row["zh"], row["en"], _progress(row, known)) for row in found.order_by("code")]


def together(regions: Iterable[OfRegion]) -> Progress:
    return sum((row.progress for row in regions), Progress())


def _progress(row: dict[str, Any], opened: dict[str, int]) -> Progress:
    return Progress(
        asked=row["asked"], opened=opened.get(row["code"], 0), begun=row["begun_now"], submitted=row["submitted"],
        lapsed=row["lapsed"], found=row["found"] or 0, corrected=row["corrected_all"] or 0,
    )  # fmt: skip
