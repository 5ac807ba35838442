"""The entries a violation is held against: in force then, or in force now (Penalty Law, Art. 37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from enforcement.models import Matter
from leniency.models import LeniencyEntry
from leniency.rules.facts import EntryTerms
from leniency.vocabulary import CONCLUSION_OF, FAVOUR, InForceOn


@dataclass(frozen=True, slots=True)
class Candidate:
    entry: LeniencyEntry
    in_force_on: InForceOn

    @property
    def terms(self) -> EntryTerms:
        conditions = tuple(c.terms for c in self.entry.conditions.all())
        return EntryTerms(self.entry.pk, self.entry.code, self.entry.list.type, conditions)


def candidates_for(
    matter: Matter, *, violation_on: date, decision_on: date, district_id: int | None
) -> list[Candidate]:
    """Entries about the matter in force on either day in that place, the most favourable first."""
    rows = (
        LeniencyEntry.objects.filter(matter=matter)
        .for_place(district_id)
        .select_related("list")
        .prefetch_related("conditions")
    )
    then = {e.pk: e for e in rows.in_force(violation_on)}
    now = {e.pk: e for e in rows.in_force(decision_on)}
    found = [Candidate(e, _days(e.pk in then, e.pk in now)) for e in {**then, **now}.values()]
    return sorted(found, key=_favour)


def suspended_for(matter: Matter, *, decision_on: date, district_id: int | None) -> tuple[LeniencyEntry, ...]:
    """Entries about the matter whose list is in force in that place, and which are suspended themselves."""
    rows = LeniencyEntry.objects.filter(matter=matter, suspended_on__lte=decision_on).for_place(district_id)
    found = rows.select_related("list").order_by("code")
    return tuple(entry for entry in found if entry.list.is_in_force(decision_on))


def _favour(candidate: Candidate) -> tuple[int, str, int]:
    entry = candidate.entry
    return FAVOUR.index(CONCLUSION_OF[entry.list.type]), entry.code, entry.pk


def _days(then: bool, now: bool) -> InForceOn:
    if then and now:
        return InForceOn.BOTH
    return InForceOn.VIOLATION if then else InForceOn.DECISION
