"""Conditions of an entry, written as data (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from foundation.actors import Actor
from foundation.permissions import Permission
from foundation.record import audited
from leniency.models import LeniencyCondition, LeniencyEntry
from leniency.services.drafts import ARTICLE, drafting_entry, refuse_unless_draft


def add_condition(
    entry_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> LeniencyEntry:
    """Add a condition to an entry of a draft."""
    with drafting_entry(entry_id, "add_condition", by=by, at=at, expected=expected) as entry:
        LeniencyCondition(entry=entry, **values).save()
        entry.save()
        return entry


def edit_condition(
    condition_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> LeniencyCondition:
    """Change a condition of a draft."""
    by.require(Permission.LENIENCY_EDIT)
    with audited("leniency_condition:edit", by=by, at=at, under=ARTICLE):
        condition = _drafted(condition_id, by=by, expected=expected)
        for name, value in values.items():
            setattr(condition, name, value)
        condition.save()
        return condition


def remove_condition(
    condition_id: int, *, by: Actor, at: datetime, expected: int | None = None
) -> LeniencyEntry:
    """Take a condition out of a draft; returns its entry."""
    by.require(Permission.LENIENCY_EDIT)
    with audited("leniency_condition:remove", by=by, at=at, under=ARTICLE):
        condition = _drafted(condition_id, by=by, expected=expected)
        entry = condition.entry
        condition.delete()
        return entry


def _drafted(condition_id: int, *, by: Actor, expected: int | None) -> LeniencyCondition:
    condition: LeniencyCondition = LeniencyCondition.objects.workable_by(by).locked(
        condition_id, expected=expected
    )
    refuse_unless_draft(condition.entry.list)
    return condition
