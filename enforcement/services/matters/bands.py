"""Discretion bands of a matter (Art. 5; Penalty Law, Art. 34)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.models import DiscretionBand, Matter
from enforcement.rules.matters import Range, obstacles_to_band
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited


def enter_band(
    matter_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> DiscretionBand:
    """Enter one tier of the benchmark; raises Refused outside the statute or over another tier."""
    by.require(Permission.MATTER_EDIT)
    with audited("matter:enter_band", by=by, at=at, under=Article(5)):
        matter = Matter.objects.workable_by(by).locked(matter_id, expected=expected)
        band = DiscretionBand(matter=matter, **values)
        _save(band)
        return band


def edit_band(
    band_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> DiscretionBand:
    """Change one tier of the benchmark."""
    by.require(Permission.MATTER_EDIT)
    with audited("matter:edit_band", by=by, at=at, under=Article(5)):
        band: DiscretionBand = DiscretionBand.objects.workable_by(by).locked(band_id, expected=expected)
        for name, value in values.items():
            setattr(band, name, value)
        _save(band)
        return band


def remove_band(band_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Matter:
    """Take a tier from the benchmark; returns the matter."""
    by.require(Permission.MATTER_EDIT)
    with audited("matter:remove_band", by=by, at=at, under=Article(5)):
        band: DiscretionBand = DiscretionBand.objects.workable_by(by).locked(band_id, expected=expected)
        matter = band.matter
        band.delete()
        return matter


def _save(band: DiscretionBand) -> None:
    others = DiscretionBand.objects.filter(matter=band.matter).exclude(pk=band.pk)
    found = obstacles_to_band(
        band=Range(band.fine_min, band.fine_max),
        statutory=Range(band.matter.fine_min, band.matter.fine_max),
        others=tuple(Range(o.fine_min, o.fine_max) for o in others),
    )
    if obstacles := list(found):
        raise Refused(obstacles)
    band.save()
