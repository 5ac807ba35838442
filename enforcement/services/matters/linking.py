"""Linking matters to the provisions that their words cite; what cannot be read stays unlinked (Art. 3)."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Matter
from enforcement.reports.cited import Shelf, provisions_cited, shelf_of_law
from enforcement.services.matters.matters import cite_provision
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited


def link_matters(*, by: Actor, at: datetime) -> int:
    """Link every matter that has no provisions yet by its own words; returns how many links were made."""
    by.require(Permission.MATTER_EDIT)
    with audited("matter:link", by=by, at=at, under=Article(3)):
        shelf = shelf_of_law()
        unlinked = Matter.objects.workable_by(by).filter(matter_provisions=None)
        return sum(_link(matter, shelf, by=by, at=at) for matter in unlinked)


def _link(matter: Matter, shelf: Shelf, *, by: Actor, at: datetime) -> int:
    read = [(p, False) for p in provisions_cited(matter.violated, shelf)]
    read += [(p, True) for p in provisions_cited(matter.basis, shelf)]
    for provision, is_basis in read:
        cite_provision(matter.pk, by=by, at=at, provision=provision, is_basis=is_basis)
    return len(read)
