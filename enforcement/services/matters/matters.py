"""Matters that organs enforce, and the provisions that they rest on (Art. 3, 5)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.models import Matter, MatterProvision, Provision
from enforcement.rules.matters import Range, obstacles_to_band
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited


def found_matter(*, by: Actor, at: datetime, **values: Any) -> Matter:
    """Enter a matter."""
    by.require(Permission.MATTER_EDIT)
    with audited("matter:found", by=by, at=at, under=Article(3)):
        matter = Matter(**values)
        matter.save()
        return matter


def edit_matter(
    matter_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Matter:
    """Change a matter; raises Refused when its bands would leave the new range."""
    by.require(Permission.MATTER_EDIT)
    with audited("matter:edit", by=by, at=at, under=Article(3)):
        matter: Matter = Matter.objects.workable_by(by).locked(matter_id, expected=expected)
        for name, value in values.items():
            setattr(matter, name, value)
        _refuse_narrowing(matter)
        matter.save()
        return matter


def cite_provision(
    matter_id: int,
    *,
    by: Actor,
    at: datetime,
    provision: Provision,
    is_basis: bool = False,
    expected: int | None = None,
) -> MatterProvision:
    """Note that a matter rests on a provision: as the duty violated, or as the basis of the penalty."""
    by.require(Permission.MATTER_EDIT)
    with audited("matter:cite", by=by, at=at, under=Article(3)):
        matter = Matter.objects.workable_by(by).locked(matter_id, expected=expected)
        citation = MatterProvision(matter=matter, provision=provision, is_basis=is_basis)
        citation.save()
        return citation


def uncite_provision(citation_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Matter:
    """Take a provision from a matter; returns the matter."""
    by.require(Permission.MATTER_EDIT)
    with audited("matter:uncite", by=by, at=at, under=Article(3)):
        citation: MatterProvision = MatterProvision.objects.workable_by(by).locked(
            citation_id, expected=expected
        )
        matter = citation.matter
        citation.delete()
        return matter


def _refuse_narrowing(matter: Matter) -> None:
    statutory = Range(matter.fine_min, matter.fine_max)
    for band in matter.bands.all():
        found = obstacles_to_band(band=Range(band.fine_min, band.fine_max), statutory=statutory)
        if obstacles := list(found):
            raise Refused(obstacles)
