"""How often an organ visits one firm in a year at most, as it is published (Art. 6)."""

from __future__ import annotations

from datetime import date, datetime

from enforcement.models import InspectionCap, Organ
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited


def enter_cap(
    *, by: Actor, at: datetime, organ: Organ, year: int, times: int, published_on: date
) -> InspectionCap:
    """Publish the cap of an organ that the actor keeps; raises Organ.DoesNotExist for another."""
    by.require(Permission.ORGAN_EDIT)
    with audited("inspection:cap", by=by, at=at, under=Article(6)):
        cap = InspectionCap(
            organ=Organ.objects.workable_by(by).get(pk=organ.pk),
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
        kept = InspectionCap.objects.filter(organ__in=Organ.objects.workable_by(by))
        cap: InspectionCap = kept.locked(cap_id, expected=expected)
        cap.times, cap.published_on = times, published_on
        cap.save()
        return cap
