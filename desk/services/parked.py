"""Giving parked work another try, on the record (Art. 6)."""

from __future__ import annotations

from datetime import datetime

from foundation.actors import Actor
from foundation.articles import Article
from foundation.due import retry
from foundation.models import DueItem
from foundation.permissions import Permission
from foundation.record import audited
from foundation.vocabulary import DueState


def retry_parked(item_id: int, *, by: Actor, at: datetime) -> DueItem:
    """Put a parked item back to be done at once, with three attempts more.

    Raises Forbidden without the permission to operate the system, DoesNotExist for an item not parked.
    """
    by.require(Permission.SYSTEM_OPERATE)
    item = DueItem.objects.get(pk=item_id, state=DueState.PARKED)
    with audited("due:retry", by=by, at=at, under=Article(6), why=f"{item.kind} {item.thing}"):
        retry(item.pk, at=at)
    return item
