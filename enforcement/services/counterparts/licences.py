"""Licences of a counterpart with their dates: reminders rest on them (Art. 8 (3))."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.events import LicenceWritten
from enforcement.models import Counterpart, Licence
from foundation.actors import Actor
from foundation.articles import Article
from foundation.events import announce
from foundation.permissions import Permission
from foundation.record import audited


def add_licence(
    counterpart_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Licence:
    """Add a licence of a counterpart with its dates."""
    by.require(Permission.COUNTERPART_EDIT)
    with audited("counterpart:add_licence", by=by, at=at, under=Article(8, "3")):
        counterpart = Counterpart.objects.workable_by(by).locked(counterpart_id, expected=expected)
        licence = Licence(counterpart=counterpart, **values)
        licence.save()
        announce(LicenceWritten(licence.pk))
        return licence


def edit_licence(
    licence_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Licence:
    """Correct a licence or its state; raises Stale, or DoesNotExist outside the reach."""
    by.require(Permission.COUNTERPART_EDIT)
    with audited("counterpart:edit_licence", by=by, at=at, under=Article(8, "3")):
        licence: Licence = Licence.objects.workable_by(by).locked(licence_id, expected=expected)
        for name, value in values.items():
            setattr(licence, name, value)
        licence.save()
        announce(LicenceWritten(licence.pk))
        return licence
