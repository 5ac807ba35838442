"""Whether one condition holds, fails or is not known (Art. 10 para. 1; Penalty Law, Art. 32-33)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from enforcement.vocabulary import Fault
from leniency.rules.correcting import corrected, corrected_within
from leniency.rules.elements import known, no_fault
from leniency.rules.facts import CaseFacts, ConditionTerms
from leniency.rules.first_time import traces
from leniency.vocabulary import CHOICES_OF, FACT_OF, ConditionKind, Verdict

K = ConditionKind


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """A verdict with the value that was seen: plain JSON, or None when nothing is known.

    ``missing`` names the facts that would settle what is unknown, as a question tells them.
    """

    terms: ConditionTerms
    verdict: Verdict
    value: Any = None
    missing: tuple[str, ...] = ()

    @property
    def fact(self) -> str:
        """The fact that the condition turns on, as a question tells it."""
        fact = FACT_OF[self.terms.kind]
        return f"{fact}.{self.terms.id}" if self.terms.kind == K.ATTESTED else fact

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
    return ConditionResult(terms, *_JUDGES[terms.kind](terms, facts))


Judged = tuple[Verdict, Any, tuple[str, ...]]
Judge = Callable[[ConditionTerms, CaseFacts], Judged]


def _told(kind: str, verdict: Verdict, value: Any) -> Judged:
    return verdict, value, (FACT_OF[kind],) if verdict == Verdict.UNKNOWN else ()


def _at_most(name: str) -> Judge:
    def judge(terms: ConditionTerms, facts: CaseFacts) -> Judged:
        seen: Decimal | int | None = getattr(facts, name)
        if seen is None or terms.number is None:
            return _told(terms.kind, Verdict.UNKNOWN, None if seen is None else str(seen))
        return _told(terms.kind, known(seen <= terms.number), str(seen))

    return judge


def _no_higher_than(name: str) -> Judge:
    def judge(terms: ConditionTerms, facts: CaseFacts) -> Judged:
        seen: str = getattr(facts, name)
        ladder = list(CHOICES_OF[terms.kind].values)
        if seen not in ladder or terms.choice not in ladder:
            return _told(terms.kind, Verdict.UNKNOWN, seen or None)
        return _told(terms.kind, known(ladder.index(seen) <= ladder.index(terms.choice)), seen)

    return judge


def _is(name: str, wanted: bool) -> Judge:
    def judge(terms: ConditionTerms, facts: CaseFacts) -> Judged:
        seen: bool | None = getattr(facts, name)
        return _told(terms.kind, known(None if seen is None else seen is wanted), seen)

    return judge


_fault_no_higher_than = _no_higher_than("fault")


def _faulty(terms: ConditionTerms, facts: CaseFacts) -> Judged:
    """That there was no fault is for the party to prove; less than intention needs no proof."""
    if terms.choice != Fault.NONE:
        return _fault_no_higher_than(terms, facts)
    found = no_fault(facts)
    return found.verdict, facts.fault or (Fault.NONE.value if facts.no_fault_proven else None), found.missing


def _attested(terms: ConditionTerms, facts: CaseFacts) -> Judged:
    found = facts.findings.get(terms.id)
    return known(found), found, () if found is not None else (f"{FACT_OF[K.ATTESTED]}.{terms.id}",)


def _gain(terms: ConditionTerms, facts: CaseFacts) -> Judged:
    """What was gained less what was paid back; a gain so small needs no paying back."""
    gain, kept = facts.unlawful_gain, facts.kept_gain
    if gain is None or terms.number is None:
        return _told(terms.kind, Verdict.UNKNOWN, None)
    if kept is None:
        small = gain <= terms.number
        return Verdict.HOLDS if small else Verdict.UNKNOWN, str(gain), () if small else ("refunded",)
    return known(kept <= terms.number), str(kept), ()


def _quantity(terms: ConditionTerms, facts: CaseFacts) -> Judged:
    """So many at most; what was counted in another unit than the condition names says nothing yet."""
    units = {_unit(unit) for unit in (terms.text_zh, terms.text_en)} - {""}
    told = _unit(facts.quantity_unit)
    if facts.quantity is not None and told and units and told not in units:
        seen = {"number": str(facts.quantity), "unit": facts.quantity_unit.strip()}
        return Verdict.UNKNOWN, seen, ("quantity_unit",)
    return _at_most("quantity")(terms, facts)


def _unit(text: str) -> str:
    """A unit as it is compared: “Piece” and “pieces” are the same."""
    return text.strip().casefold().removesuffix("s")


def _corrected(terms: ConditionTerms, facts: CaseFacts) -> Judged:
    found = corrected(facts) if terms.number is None else corrected_within(int(terms.number), facts)
    if facts.corrected_on is not None:
        return found.verdict, facts.corrected_on.isoformat(), found.missing
    return found.verdict, facts.corrected_when or facts.corrected_in_time, found.missing


def _first_time(terms: ConditionTerms, facts: CaseFacts) -> Judged:
    months = None if terms.number is None else int(terms.number)
    verdict, marks = traces(facts, months=months, sameness=terms.sameness, entry=terms.entry)
    if verdict != Verdict.UNKNOWN:
        return verdict, marks, ()
    return verdict, None, (FACT_OF[K.FIRST_TIME] if facts.priors is None else "prior",)


_JUDGES: dict[str, Judge] = {
    K.AMOUNT_AT_MOST: _at_most("amount"),
    K.AREA_AT_MOST: _at_most("area"),
    K.ATTESTED: _attested,
    K.CORRECTED_IN_TIME: _corrected,
    K.DAYS_LATE_AT_MOST: _at_most("days_late"),
    K.FAULT_AT_MOST: _faulty,
    K.FIRST_TIME: _first_time,
    K.GAIN_AT_MOST: _gain,
    K.GOODS_VALUE_AT_MOST: _at_most("goods_value"),
    K.GRAVITY_AT_MOST: _no_higher_than("gravity"),
    K.HARM_AT_MOST: _no_higher_than("harm"),
    K.NOT_ENDANGERING_MINORS: _is("endangered_minors", wanted=False),
    K.NOT_ENDANGERING_SAFETY: _is("endangers_safety", wanted=False),
    K.NOT_EXPLOITING: _is("exploited_emergency", wanted=False),
    K.NOT_FORGING: _is("forged_evidence", wanted=False),
    K.NOT_OBSTRUCTING: _is("obstructed", wanted=False),
    K.NOT_REFUSING: _is("refuses_correction", wanted=False),
    K.QUANTITY_AT_MOST: _quantity,
    K.SELF_FOUND: _is("found_by_self", wanted=True),
}
