"""After a new edition: every open case of its matters is held against it, some thousand at a time (Art. 10 para. 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from enforcement.models import Case
from foundation.due import handles, plan
from foundation.models import DueItem
from leniency.models import LeniencyAssessment, LeniencyEntry, LeniencyList, RevisitNotice
from leniency.rules.assessment import assess
from leniency.rules.facts import CaseFacts, EntryTerms
from leniency.rules.revisiting import Before, could_become, falls_away
from leniency.services.many_facts import LOADED, facts_of_many
from leniency.services.suspending import keep_notices, tell_handlers
from leniency.services.under_way import UNDECIDED
from leniency.vocabulary.currency import RevisitCause

HOLD = "leniency_list:hold_cases"
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Held:
    """How far the holding came: behind which case, how many were seen, how many are marked."""

    last: int
    seen: int = 0
    marked: int = 0


def plan_holding(found: LeniencyList) -> None:
    """Plan that open cases are held against a published list on its first day; inside the act that publishes it."""
    if found.effective_from is not None:
        morning = timezone.make_aware(datetime.combine(found.effective_from, time()))
        plan(kind=HOLD, thing=f"leniency_list:{found.pk}:0", due_at=morning)


@handles(HOLD)
def hold_when_due(item: DueItem, at: datetime) -> None:
    """Hold the next cases against the list, and plan the ones behind them."""
    _noun, key, after = item.thing.split(":")
    held = hold_some(int(key), after=int(after), at=at)
    if held.seen == CHUNK:
        plan(kind=HOLD, thing=f"leniency_list:{key}:{held.last}", due_at=at)


@transaction.atomic
def hold_some(list_id: int, *, after: int, at: datetime) -> Held:
    """Hold some thousand assessed cases behind ``after`` against a list in force; the same again marks the same.

    A case whose assessment knew this list already is left alone. The number of statements does not depend on
    the number of cases.
    """
    found = LeniencyList.objects.get(pk=list_id)
    if not found.is_in_force(timezone.localdate(at)) or found.effective_from is None:
        return Held(after)
    entries = _entries_by_matter(found)
    cases = list(_open_cases(found, entries).filter(pk__gt=after).order_by("pk")[:CHUNK])
    before = _before(cases, found.effective_from)
    held = [case for case in cases if case.pk in before]
    facts = facts_of_many(held, today=timezone.localdate(at))
    notices = [
        RevisitNotice(
            case=case, list=found, cause=RevisitCause.NEW_EDITION, could_be=could_be or "", told_at=at
        )
        for case in held
        for could_be, gone in [_weigh(before[case.pk], entries[case.matter_id], facts[case.pk], found)]
        if could_be or gone
    ]
    keep_notices(notices)
    tell_handlers([n.case_id for n in notices], round=found.pk, at=at)
    return Held(cases[-1].pk if cases else after, len(cases), len(notices))


def _weigh(
    before: Before, terms: list[EntryTerms], facts: CaseFacts, found: LeniencyList
) -> tuple[str | None, bool]:
    held = assess(terms, facts)
    gone = before.list_id == found.supersedes_id and falls_away(before, {t.code for t in terms})
    return could_become(before, held.conclusion, held.could_be), gone


def _entries_by_matter(found: LeniencyList) -> dict[int, list[EntryTerms]]:
    """The entries of the list by matter; a matter that only the earlier edition knew has none."""
    lists = [found.pk, *([found.supersedes_id] if found.supersedes_id else [])]
    rows = LeniencyEntry.objects.filter(list__in=lists, suspended_on=None).exclude(matter=None)
    by_matter: dict[int, list[EntryTerms]] = defaultdict(list)
    for entry in rows.prefetch_related("conditions"):
        terms = by_matter[entry.matter_id]
        if entry.list_id == found.pk:
            conditions = tuple(c.terms for c in entry.conditions.all())
            terms.append(EntryTerms(entry.pk, entry.code, found.type, conditions))
    return by_matter


def _open_cases(found: LeniencyList, matters: Iterable[int]) -> Any:
    """Undecided cases about the matters, in the place of the list, that were assessed before."""
    in_place = Q() if found.district_id is None else Q(district=found.district_id)
    assessed = LeniencyAssessment.objects.filter(case=OuterRef("pk"))
    rows = Case.objects.filter(in_place, Exists(assessed), matter__in=list(matters), state__in=UNDECIDED)
    return rows.select_related("matter", "counterpart", "circumstances").prefetch_related(*LOADED)


def _before(cases: list[Case], effective_from: date) -> dict[int, Before]:
    """What the latest assessment of each case said, unless it knew the list already."""
    rows = LeniencyAssessment.objects.filter(case__in=[c.pk for c in cases]).order_by("case", "pk")
    columns = ("case_id", "conclusion", "decision_on", "chosen_entry__list_id", "chosen_entry__code")
    latest = {row[0]: row for row in rows.values_list(*columns)}
    return {
        key: Before(conclusion, list_id, code or "")
        for key, conclusion, decision_on, list_id, code in latest.values()
        if decision_on < effective_from
    }
