"""Which published risk points a counterpart is asked about (Art. 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from enforcement.models import Counterpart
from riskcontrol.models import PointEdition, SelfCheck
from riskcontrol.models.profiles import concerned_by
from riskcontrol.vocabulary import RANK

MOST_ASKED = 20
"""Nobody answers more on a phone; the greatest risks come first. Local setting."""


def points_for(parties: Collection[int], *, field_id: int, day: date) -> dict[int, list[int]]:
    """By counterpart the editions in force of a field that concern it, the highest level first."""
    found: dict[int, list[int]] = defaultdict(list)
    for edition in _in_order(field_id, day):
        rows = Counterpart.objects.filter(concerned_by(edition), pk__in=parties)
        for key in rows.order_by().values_list("pk", flat=True):
            found[key].append(edition.pk)
    return {key: editions[:MOST_ASKED] for key, editions in found.items()}


def editions_of(check: SelfCheck) -> list[PointEdition]:
    """What ``check`` asks about, in its order."""
    known = PointEdition.objects.in_bulk(check.editions)
    return [known[key] for key in check.editions if key in known]


def _in_order(field_id: int, day: date) -> list[PointEdition]:
    rows = PointEdition.objects.in_force(day).filter(field=field_id)
    return sorted(rows, key=lambda edition: (-RANK[edition.level], edition.code))
