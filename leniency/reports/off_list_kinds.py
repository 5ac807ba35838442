"""Leniency beyond the lists, again and again of one kind: a new entry is proposed (Art. 10 para. 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from enforcement.models.base import in_words
from foundation.actors import Actor
from leniency.models import OffListWaiver
from leniency.reports.usage_rows import A_YEAR
from leniency.vocabulary import LawGround

ENOUGH = 3


@dataclass(frozen=True, slots=True)
class OffListKind:
    """So many cases of one matter were spared on one ground of the law, and no list knows the matter."""

    matter_id: int
    code: str
    matter: str
    ground: Any
    cases: int


def off_list_kinds(actor: Actor, *, at: datetime) -> list[OffListKind]:
    """The kinds of which there were three or more within a year, the most frequent first; one query."""
    stated = OffListWaiver.objects.visible_to(actor).standing().filter(stated_at__gt=at - A_YEAR)
    columns = (
        "case__matter_id",
        "case__matter__code",
        "case__matter__name_zh",
        "case__matter__name_en",
        "ground",
    )
    rows = stated.order_by().values(*columns).annotate(cases=Count("case", distinct=True))
    return [
        OffListKind(
            row["case__matter_id"],
            row["case__matter__code"],
            in_words(row["case__matter__name_zh"], row["case__matter__name_en"]),
            LawGround(row["ground"]).label,
            row["cases"],
        )
        for row in rows.filter(cases__gte=ENOUGH).order_by("-cases", "case__matter__code")
    ]
