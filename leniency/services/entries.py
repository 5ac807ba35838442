"""Entries of a draft, and the suspension of a published entry whose basis fell away (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Matter
from enforcement.services.cases.base import refuse
from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from leniency.models import LeniencyCondition, LeniencyEntry, LeniencyList
from leniency.rules.repeating import obstacles_to_repeating, said_by
from leniency.services.drafts import ARTICLE, drafting, drafting_entry
from leniency.services.suspending import suspend_now
from leniency.vocabulary import ListState


def add_entry(
    list_id: int,
    *,
    by: Actor,
    at: datetime,
    conditions: Iterable[Mapping[str, Any]] = (),
    expected: int | None = None,
    **values: Any,
) -> LeniencyEntry:
    """Add an entry, with conditions where they are known already; raises Refused when it is no draft."""
    terms = list(conditions)
    with drafting(list_id, "add_entry", by=by, at=at, expected=expected) as found:
        refuse(obstacles_to_repeating(said_by(**one) for one in terms))
        entry = LeniencyEntry(list=found, **values)
        entry.save()
        rows = [LeniencyCondition(entry=entry, **one) for one in terms]
        LeniencyCondition.objects.record_bulk_create(rows)
        return entry


def propose_entry(*, by: Actor, at: datetime, list: LeniencyList, matter: Matter, code: str) -> LeniencyEntry:
    """Draft an entry about a matter with what is known of it; raises Refused when the list is no draft."""
    return add_entry(
        list.pk,
        by=by,
        at=at,
        code=code,
        matter=matter,
        violation_zh=matter.name_zh,
        violation_en=matter.name_en,
        **{name: getattr(matter, name) for name in ("violated", "basis", "statutory_range", "correct_first")},
    )


def edit_entry(
    entry_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> LeniencyEntry:
    """Change an entry of a draft; raises Refused once the list has left the draft."""
    with drafting_entry(entry_id, "edit", by=by, at=at, expected=expected) as entry:
        for name, value in values.items():
            setattr(entry, name, value)
        entry.save()
        return entry


def remove_entry(entry_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Any:
    """Take an entry with its conditions out of a draft; returns the list."""
    with drafting_entry(entry_id, "remove", by=by, at=at, expected=expected) as entry:
        found = entry.list
        for row in (*entry.conditions.all(), *entry.citations.all()):
            row.delete()
        entry.delete()
        return found


def suspend_entry(
    entry_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> LeniencyEntry:
    """Take a published entry out of use from today, for a reason such as an amended statute."""
    by.require(Permission.LENIENCY_PUBLISH)
    with audited("leniency_entry:suspend", by=by, at=at, under=ARTICLE, why=reason):
        entry: LeniencyEntry = LeniencyEntry.objects.workable_by(by).locked(entry_id, expected=expected)
        _refuse_unless_published(entry)
        suspend_now(entry, on=timezone.localdate(at), reason=reason, at=at)
        return entry


def _refuse_unless_published(entry: LeniencyEntry) -> None:
    if entry.list.state == ListState.PUBLISHED and entry.suspended_on is None:
        return
    raise Refused(
        [
            Obstacle(
                code="LST-13",
                message=_("Only an entry in use can be suspended."),
                article=ARTICLE,
                next_step=_("In a draft, change or remove the entry instead."),
            )
        ]
    )
