"""Contact persons of a counterpart (Art. 8)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.models import Contact, Counterpart
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited


def add_contact(
    counterpart_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Contact:
    """Add a contact person of a counterpart."""
    by.require(Permission.COUNTERPART_EDIT)
    with audited("counterpart:add_contact", by=by, at=at, under=Article(8)):
        counterpart = Counterpart.objects.workable_by(by).locked(counterpart_id, expected=expected)
        contact = Contact(counterpart=counterpart, **values)
        contact.save()
        return contact


def edit_contact(
    contact_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Contact:
    """Correct a contact person; raises Stale, or DoesNotExist outside the reach."""
    by.require(Permission.COUNTERPART_EDIT)
    with audited("counterpart:edit_contact", by=by, at=at, under=Article(8)):
        contact: Contact = Contact.objects.workable_by(by).locked(contact_id, expected=expected)
        for name, value in values.items():
            setattr(contact, name, value)
        contact.save()
        return contact


def remove_contact(contact_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Counterpart:
    """Remove a contact person who is one no longer; returns the counterpart."""
    by.require(Permission.COUNTERPART_EDIT)
    with audited("counterpart:remove_contact", by=by, at=at, under=Article(8)):
        contact: Contact = Contact.objects.workable_by(by).locked(contact_id, expected=expected)
        counterpart = contact.counterpart
        contact.delete()
        return counterpart
