"""A published list that is in force only later and milder on the same facts: told, never urged (Art. 10 para. 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Case
from leniency.models import LeniencyAssessment, LeniencyEntry
from leniency.rules.assessment import assess
from leniency.rules.facts import CaseFacts, EntryTerms
from leniency.rules.revisiting import milder_than
from leniency.services.case_facts import facts_of, image_of_facts
from leniency.vocabulary import Conclusion, ListState

Present = tuple[Conclusion | None, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """From ``on`` the facts could be concluded more mildly; whether the time for deciding a case reaches so far."""

    entry: LeniencyEntry
    on: date
    conclusion: Conclusion
    time_allows: bool | None = None


def coming_for(case: Case, assessment: LeniencyAssessment, *, at: datetime) -> Coming | None:
    """The nearest list that begins later and is milder than all that the present ones could give, or None.

    Nothing is said while the facts are no longer those that were assessed: the case is assessed again first.
    """
    today = timezone.localdate(at)
    entries = coming_entries(case.matter_id, case.district_id, after=today)
    if not entries:
        return None
    facts = facts_of(case, today=today)
    if assessment.facts != image_of_facts(facts):
        return None
    present = [Conclusion(c) for c in (assessment.conclusion, assessment.could_be) if c]
    return milder_of(entries, facts, present=tuple(present), until=case.deadline_on)


def milder_of(
    entries: list[LeniencyEntry], facts: CaseFacts, *, present: Present, until: date | None = None
) -> Coming | None:
    """The first of the coming ``entries`` that is milder on the facts than all of ``present``, or None."""
    for entry in entries:
        terms = EntryTerms(
            entry.pk, entry.code, entry.list.type, tuple(c.terms for c in entry.conditions.all())
        )
        held = assess([terms], facts)
        begins = entry.list.effective_from
        milder = milder_than(present, (held.conclusion, held.could_be))
        if milder is not None and begins is not None:
            return Coming(entry, begins, milder, until is None or until >= begins)
    return None


def coming_entries(matter_id: int, district_id: int | None, *, after: date) -> list[Any]:
    """Entries about the matter in lists that are published and begin after that day, the nearest first."""
    rows = LeniencyEntry.objects.filter(
        matter=matter_id,
        suspended_on=None,
        list__state=ListState.PUBLISHED,
        list__effective_from__gt=after,
    )
    placed = rows.for_place(district_id).select_related("list").prefetch_related("conditions")
    return list(placed.order_by("list__effective_from", "code"))
