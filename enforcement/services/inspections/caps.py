"""How often an organ visits one firm in a year at most, as it is published (Art. 6)."""

from __future__ import annotations

from datetime import date, datetime

from enforcement.models import InspectionCap, Organ
from enforcement.rules.inspections import obstacles_to_city_cap
from enforcement.scope import serves_whole_city
from enforcement.services.cases.base import refuse
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited


def enter_cap(
    *, by: Actor, at: datetime, year: int, times: int, published_on: date, organ: Organ | None = None
) -> InspectionCap:
    """Publish the cap of an organ that the actor keeps, or of the whole city.

    Raises Organ.DoesNotExist for another's organ, and Refused for the whole city outside its own organs.
    """
    by.require(Permission.ORGAN_EDIT)
    if organ is None:
        refuse(obstacles_to_city_cap(serves_city=serves_whole_city(by)))
    with audited("inspection:cap", by=by, at=at, under=Article(6)):
        cap = InspectionCap(
            organ=Organ.objects.workable_by(by).get(pk=organ.pk) if organ else None,
            year=year,
            times=times,
            published_on=published_on,
        )
        cap.save()
        return cap


def edit_cap(
    cap_id: int, *, by: Actor, at: datetime, times: int, published_on: date, expected: int | None = None
) -> InspectionCap:
    """Publish another number for the same year."""
    by.require(Permission.ORGAN_EDIT)
    with audited("inspection:edit_cap", by=by, at=at, under=Article(6)):
        cap: InspectionCap = InspectionCap.objects.workable_by(by).locked(cap_id, expected=expected)
        cap.times, cap.published_on = times, published_on
        cap.save()
        return cap
