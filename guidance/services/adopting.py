"""What became of each suggestion: adopted, in part or not; silence counts as not, and leads to nothing (Art. 8 (5))."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from foundation.actors import Actor
from guidance.models import GuidanceAction, SuggestionItem
from guidance.rules.points import suggested_of, sum_of
from guidance.services.base import recording_on, refuse_impossible_day
from guidance.vocabulary import Way


def list_suggestions(action: GuidanceAction) -> None:
    """One suggestion for each line of the letter; inside the act that issues it."""
    if action.way == Way.SUGGEST:
        for one in suggested_of(action.suggest.suggestions):
            SuggestionItem(action=action, text=one.text, benefit=one.benefit, do_by=one.do_by).save()


def record_adoption(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    item: SuggestionItem,
    adopted: str,
    adopted_on: date | None = None,
    note: str = "",
    expected: int | None = None,
) -> GuidanceAction:
    """Record what became of one suggestion; a later word replaces an earlier one."""
    with recording_on(action_id, "record_adoption", by=by, at=at, expected=expected) as action:
        day = adopted_on or timezone.localdate(at)
        refuse_impossible_day("adopted_on", day, action, at)
        row = SuggestionItem.objects.filter(action=action).locked(item.pk)
        _write(row, adopted, day, note)
        _sum_up(action)
    return action


def spread_feedback(action: GuidanceAction, written: dict[str, Any]) -> None:
    """What was said of all suggestions together holds for each that has no word of its own."""
    if action.way != Way.SUGGEST or not written.get("adopted"):
        return
    for row in SuggestionItem.objects.filter(action=action).open():
        _write(row, written["adopted"], written["adopted_on"], written.get("adoption_note", ""))
    _sum_up(action)


def _write(row: SuggestionItem, adopted: str, day: date, note: str) -> None:
    row.adopted, row.adopted_on, row.note = adopted, day, note
    row.save()


def _sum_up(action: GuidanceAction) -> None:
    """The letter as a whole says what its suggestions came to, once each has its word."""
    rows = list(SuggestionItem.objects.filter(action=action))
    whole = sum_of([row.adopted for row in rows])
    if whole:
        action.suggest.adopted = whole
        action.suggest.adopted_on = max(row.adopted_on for row in rows if row.adopted_on)
        action.suggest.save()
