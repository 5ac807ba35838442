"""The number at the bell: how many notices the officer has not read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from enforcement.models import Notification

MOST = 100


def bell(request: HttpRequest) -> dict[str, Any]:
    """Context processor ``bell_count``: asked only by pages that show the bell."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {}
    return {"bell_count": SimpleLazyObject(lambda: _unread(actor))}


def _unread(actor: Any) -> int:
    if actor.officer_id is None:
        return 0
    return int(Notification.objects.visible_to(actor).unread()[:MOST].count())
