"""How far the publicity of coercion or of an inspection has come, on the page of the thing itself (Art. 4)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.publicity import publicity_tone
from enforcement.models import CoerciveMeasure, Inspection
from foundation.actors import Actor
from foundation.permissions import Permission


def publicity_card(thing: CoerciveMeasure | Inspection, *, by: Actor, today: date) -> dict[str, Any] | None:
    """State, day and address of what is published of ``thing``; None before it owes anything."""
    row = getattr(thing, "publication", None)
    if row is None:
        return None
    label = _("to be withdrawn by") if row.is_shown else _("to be published by")
    return {
        "state": row.get_state_display(),
        "tone": publicity_tone(row.state),
        "url": row.get_absolute_url() if by.may(Permission.COUNTERPART_READ) else "",
        "label": label if row.due_on else "",
        "days": (row.due_on - today).days if row.due_on else None,
        "published_on": row.published_on,
    }
