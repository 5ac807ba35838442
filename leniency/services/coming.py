"""A published list that is in force only later and milder for a case: told, never urged (Art. 10 para. 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Case
from leniency.models import LeniencyAssessment, LeniencyEntry
from leniency.rules.assessment import assess
from leniency.rules.facts import EntryTerms
from leniency.rules.revisiting import Before, could_become
from leniency.services.case_facts import facts_of
from leniency.vocabulary import Conclusion, ListState


@dataclass(frozen=True, slots=True)
class Coming:
    """From ``on`` the case could be concluded more mildly; whether the time for the decision reaches so far."""

    entry: LeniencyEntry
    on: date
    conclusion: Conclusion
    time_allows: bool


def coming_for(case: Case, assessment: LeniencyAssessment, *, at: datetime) -> Coming | None:
    """The nearest published list that begins later and would be milder for the case, or None."""
    today = timezone.localdate(at)
    entries = _coming_entries(case, today)
    if not entries:
        return None
    facts = facts_of(case, today=today)
    before = Before(assessment.conclusion)
    for entry in entries:
        terms = EntryTerms(
            entry.pk, entry.code, entry.list.type, tuple(c.terms for c in entry.conditions.all())
        )
        held = assess([terms], facts)
        if (milder := could_become(before, held.conclusion, held.could_be)) is not None:
            begins = entry.list.effective_from
            allows = case.deadline_on is None or case.deadline_on >= begins
            return Coming(entry, begins, Conclusion(milder), allows)
    return None


def _coming_entries(case: Case, today: date) -> list[Any]:
    """Entries about the matter in lists that are published and begin after today, the nearest first."""
    rows = LeniencyEntry.objects.filter(
        matter=case.matter_id,
        suspended_on=None,
        list__state=ListState.PUBLISHED,
        list__effective_from__gt=today,
    )
    placed = rows.for_place(case.district_id).select_related("list").prefetch_related("conditions")
    return list(placed.order_by("list__effective_from", "code"))
