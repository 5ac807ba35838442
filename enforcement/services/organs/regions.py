"""The territory: city, counties and districts, townships (Art. 4 para. 2)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.models import Region
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited


def found_region(*, by: Actor, at: datetime, **values: Any) -> Region:
    """Enter a region of the territory."""
    by.require(Permission.ORGAN_EDIT)
    with audited("region:found", by=by, at=at, under=Article(4)):
        region = Region(**values)
        region.save()
        return region


def edit_region(
    region_id: int, *, by: Actor, at: datetime, name_zh: str, name_en: str = "", expected: int | None = None
) -> Region:
    """Correct the names of a region; its code and place are those of the official division."""
    by.require(Permission.ORGAN_EDIT)
    with audited("region:edit", by=by, at=at, under=Article(4)):
        region: Region = Region.objects.workable_by(by).locked(region_id, expected=expected)
        region.name_zh, region.name_en = name_zh, name_en
        region.save()
        return region
