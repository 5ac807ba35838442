"""Conditions of an entry, written as data (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.services.cases.base import refuse
from foundation.actors import Actor
from foundation.permissions import Permission
from foundation.record import audited
from leniency.models import LeniencyCondition, LeniencyEntry
from leniency.rules.repeating import Said, obstacles_to_repeating, said_by
from leniency.services.drafts import ARTICLE, changing, drafting_entry


def add_condition(
    entry_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> LeniencyEntry:
    """Add a condition to an entry of a draft; raises Refused when it says what another says already."""
    with drafting_entry(entry_id, "add_condition", by=by, at=at, expected=expected) as entry:
        refuse(obstacles_to_repeating((*_others(entry), said_by(**values))))
        LeniencyCondition(entry=entry, **values).save()
        entry.save()
        return entry


def edit_condition(
    condition_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> LeniencyCondition:
    """Change a condition of a draft; raises Refused when it would say what another says already."""
    by.require(Permission.LENIENCY_EDIT)
    with audited("leniency_condition:edit", by=by, at=at, under=ARTICLE):
        condition = _drafted(condition_id, by=by, expected=expected)
        with changing(condition.entry.list_id, by=by):
            for name, value in values.items():
                setattr(condition, name, value)
            others = _others(condition.entry, but_not=condition.pk)
            refuse(obstacles_to_repeating((*others, _said(condition))))
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
        with changing(entry.list_id, by=by):
            condition.delete()
        return entry


def _others(entry: LeniencyEntry, *, but_not: int | None = None) -> list[Said]:
    return [_said(one) for one in entry.conditions.all() if one.pk != but_not]


def _said(condition: LeniencyCondition) -> Said:
    return said_by(kind=condition.kind, sameness=condition.sameness, text_zh=condition.text_zh)


def _drafted(condition_id: int, *, by: Actor, expected: int | None) -> LeniencyCondition:
    rows = LeniencyCondition.objects.workable_by(by)
    condition: LeniencyCondition = rows.locked(condition_id, expected=expected)
    return condition
