"""Telling officers what waits for them (Art. 8 (8))."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.models import Notification, Officer
from foundation.actors import Actor


def notify(
    officer: Officer,
    *,
    kind: str,
    thing: str,
    at: datetime,
    round: int = 1,
    url: str = "",
    data: dict[str, Any] | None = None,
) -> bool:
    """Tell ``officer`` once; returns whether it is new. ``data`` fills the sentence of ``kind``."""
    _row, made = Notification.objects.get_or_create(
        officer=officer,
        kind=kind,
        thing=thing,
        round=round,
        defaults={"at": at, "url": url, "data": data or {}},
    )
    return made


def read_all(*, by: Actor, at: datetime, told_before: datetime | None = None) -> int:
    """Mark what was told to the actor as read, all of it or what came before a moment; returns how many."""
    rows = Notification.objects.visible_to(by).unread()
    if told_before is not None:
        rows = rows.filter(at__lt=told_before)
    return rows.update(read_at=at)


def read_one(notification_id: int, *, by: Actor, at: datetime) -> Notification | None:
    """Mark one notice told to the actor as read; returns it, or None when there is no such notice."""
    found: Notification | None = Notification.objects.visible_to(by).filter(pk=notification_id).first()
    if found is not None and found.read_at is None:
        found.read_at = at
        found.save(update_fields=["read_at"])
    return found
