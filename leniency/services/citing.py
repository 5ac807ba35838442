"""Linking entries to the provisions that they cite: by their own words, or by hand (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.models import Provision
from enforcement.reports.cited import Shelf, provisions_cited, shelf_of_law
from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from leniency.models import EntryCitation, LeniencyEntry, LeniencyList
from leniency.services.drafts import ARTICLE


def link_list(list_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> LeniencyList:
    """Link the entries of a list by their own words; what cannot be read, or is not entered, stays unlinked."""
    by.require(Permission.LENIENCY_EDIT)
    with audited("leniency_list:link", by=by, at=at, under=ARTICLE):
        found: LeniencyList = LeniencyList.objects.workable_by(by).locked(list_id, expected=expected)
        write_links(found)
        return found


def write_links(found: LeniencyList) -> int:
    """Add the links that the words of the entries give and that are missing; inside the act that wants them."""
    shelf = shelf_of_law()
    entries = found.entries.prefetch_related("citations")
    rows = [row for entry in entries for row in _missing(entry, shelf)]
    EntryCitation.objects.record_bulk_create(rows)
    return len(rows)


def cite(
    entry_id: int,
    *,
    by: Actor,
    at: datetime,
    provision: Provision,
    is_basis: bool = False,
    expected: int | None = None,
) -> LeniencyEntry:
    """Link one entry to one provision; its words stay as they are. Raises Refused when it is linked already."""
    by.require(Permission.LENIENCY_EDIT)
    with audited("leniency_entry:cite", by=by, at=at, under=ARTICLE):
        entry: LeniencyEntry = LeniencyEntry.objects.workable_by(by).locked(entry_id, expected=expected)
        if entry.citations.filter(provision=provision, is_basis=is_basis).exists():
            raise Refused([_cited_already()])
        EntryCitation(entry=entry, provision=provision, is_basis=is_basis).save()
        return entry


def uncite(
    entry_id: int, *, by: Actor, at: datetime, citation: EntryCitation, expected: int | None = None
) -> LeniencyEntry:
    """Take a wrong link away; raises DoesNotExist when it belongs to another entry."""
    by.require(Permission.LENIENCY_EDIT)
    with audited("leniency_entry:uncite", by=by, at=at, under=ARTICLE):
        entry: LeniencyEntry = LeniencyEntry.objects.workable_by(by).locked(entry_id, expected=expected)
        entry.citations.get(pk=citation.pk).delete()
        return entry


def _missing(entry: LeniencyEntry, shelf: Shelf) -> list[EntryCitation]:
    there = {(c.provision_id, c.is_basis) for c in entry.citations.all()}
    read: list[tuple[Any, bool]] = [(p, False) for p in provisions_cited(entry.violated, shelf)]
    read += [(p, True) for p in provisions_cited(entry.basis, shelf)]
    return [EntryCitation(entry=entry, provision=p, is_basis=b) for p, b in read if (p.pk, b) not in there]


def _cited_already() -> Obstacle:
    return Obstacle(
        code="LST-16",
        message=_("The entry cites this provision already."),
        article=ARTICLE,
        field="provision",
        next_step=_("The page of the entry shows what it cites."),
    )
