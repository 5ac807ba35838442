"""Whether one condition holds, fails or is not known (Art. 10 para. 1; Penalty Law, Art. 32-33)."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from leniency.rules.facts import CaseFacts, ConditionTerms, PriorDecision
from leniency.vocabulary import CHOICES_OF, ConditionKind, Sameness, Verdict

K = ConditionKind


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """A verdict with the value that was seen: plain JSON, or None when nothing is known."""

    terms: ConditionTerms
    verdict: Verdict
    value: Any = None

    def as_dict(self) -> dict[str, Any]:
        """The result as it is kept: the terms as they stood, the verdict, and the value seen."""
        terms = self.terms
        return {
            "condition": terms.id,
            "kind": str(terms.kind),
            "number": None if terms.number is None else str(terms.number),
            "choice": str(terms.choice),
            "sameness": str(terms.sameness),
            "text_zh": terms.text_zh,
            "text_en": terms.text_en,
            "verdict": self.verdict.value,
            "value": self.value,
        }


def evaluate_condition(terms: ConditionTerms, facts: CaseFacts) -> ConditionResult:
    """Judge one condition by what is known."""
    verdict, value = _JUDGES[terms.kind](terms, facts)
    return ConditionResult(terms, verdict, value)


def _known(holds: bool | None) -> Verdict:
    if holds is None:
        return Verdict.UNKNOWN
    return Verdict.HOLDS if holds else Verdict.FAILS


Judged = tuple[Verdict, Any]
Judge = Callable[[ConditionTerms, CaseFacts], Judged]


def _at_most(name: str) -> Judge:
    def judge(terms: ConditionTerms, facts: CaseFacts) -> Judged:
        seen: Decimal | int | None = getattr(facts, name)
        if seen is None or terms.number is None:
            return Verdict.UNKNOWN, None if seen is None else str(seen)
        return _known(seen <= terms.number), str(seen)

    return judge


def _no_higher_than(name: str) -> Judge:
    def judge(terms: ConditionTerms, facts: CaseFacts) -> Judged:
        seen: str = getattr(facts, name)
        ladder = list(CHOICES_OF[terms.kind].values)
        if seen not in ladder or terms.choice not in ladder:
            return Verdict.UNKNOWN, seen or None
        return _known(ladder.index(seen) <= ladder.index(terms.choice)), seen

    return judge


def _is(name: str, wanted: bool) -> Judge:
    def judge(_terms: ConditionTerms, facts: CaseFacts) -> Judged:
        seen: bool | None = getattr(facts, name)
        return _known(None if seen is None else seen is wanted), seen

    return judge


def _attested(terms: ConditionTerms, facts: CaseFacts) -> Judged:
    found = facts.findings.get(terms.id)
    return _known(found), found


def _corrected(terms: ConditionTerms, facts: CaseFacts) -> Judged:
    """Who refuses to correct has not corrected in time, whatever happened later."""
    seen = facts.corrected_on.isoformat() if facts.corrected_on else None
    if facts.refuses_correction:
        return Verdict.FAILS, seen
    if facts.corrected_on is None:
        return Verdict.UNKNOWN, None
    limit = _time_limit(terms, facts)
    if limit is None:
        return _known(facts.corrected_on <= facts.discovered_on or None), seen
    return _known(facts.corrected_on <= limit), seen


def _time_limit(terms: ConditionTerms, facts: CaseFacts) -> date | None:
    if terms.number is not None:
        return facts.discovered_on + timedelta(days=int(terms.number))
    return max(facts.correct_by, facts.discovered_on) if facts.correct_by else None


def _first_time(terms: ConditionTerms, facts: CaseFacts) -> Judged:
    if facts.priors is None or _cannot_compare(terms, facts):
        return Verdict.UNKNOWN, None
    earlier = [p.decided_on for p in facts.priors if _counts(p, terms, facts)]
    return _known(not earlier), [day.isoformat() for day in sorted(earlier)]


def _cannot_compare(terms: ConditionTerms, facts: CaseFacts) -> bool:
    if terms.sameness == Sameness.FIELD:
        return facts.field_id is None
    return terms.sameness == Sameness.MATTER and facts.matter_id is None


def _counts(prior: PriorDecision, terms: ConditionTerms, facts: CaseFacts) -> bool:
    if prior.occurred_on > facts.occurred_on:
        return False
    if terms.sameness == Sameness.MATTER and prior.matter_id != facts.matter_id:
        return False
    if terms.sameness == Sameness.FIELD and prior.field_id != facts.field_id:
        return False
    return terms.number is None or prior.decided_on >= months_before(facts.occurred_on, int(terms.number))


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last day; never before the first date there is."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if years < 1:
        return date.min
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


_JUDGES: dict[str, Judge] = {
    K.AMOUNT_AT_MOST: _at_most("amount"),
    K.AREA_AT_MOST: _at_most("area"),
    K.ATTESTED: _attested,
    K.CORRECTED_IN_TIME: _corrected,
    K.DAYS_LATE_AT_MOST: _at_most("days_late"),
    K.FAULT_AT_MOST: _no_higher_than("fault"),
    K.FIRST_TIME: _first_time,
    K.HARM_AT_MOST: _no_higher_than("harm"),
    K.NOT_ENDANGERING_SAFETY: _is("endangers_safety", wanted=False),
    K.NOT_REFUSING: _is("refuses_correction", wanted=False),
    K.QUANTITY_AT_MOST: _at_most("quantity"),
    K.SELF_FOUND: _is("found_by_self", wanted=True),
}
