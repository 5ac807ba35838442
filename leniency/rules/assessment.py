"""From conditions to entries, from entries to the conclusion of a case (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leniency.rules.conditions import ConditionResult, evaluate_condition
from leniency.rules.facts import CaseFacts, EntryTerms
from leniency.rules.grounds import GroundResult, evaluate_grounds
from leniency.vocabulary import CONCLUSION_OF, FAVOUR, Conclusion, Verdict


@dataclass(frozen=True, slots=True)
class EntryResult:
    entry: EntryTerms
    applies: Verdict
    conditions: tuple[ConditionResult, ...]

    @property
    def conclusion(self) -> Conclusion:
        return CONCLUSION_OF[self.entry.type]


@dataclass(frozen=True, slots=True)
class Assessment:
    """``could_be`` is the best that may still turn out, when that is better than the conclusion."""

    results: tuple[EntryResult, ...]
    grounds: tuple[GroundResult, ...]
    conclusion: Conclusion
    could_be: Conclusion | None

    @property
    def best(self) -> EntryResult | None:
        """The most favourable entry that applies."""
        applying = [r for r in self.results if r.applies == Verdict.HOLDS]
        return min(applying, key=lambda r: FAVOUR.index(r.conclusion), default=None)


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Fails when one fails, is unknown when one is unknown, and holds when all hold."""
    seen = set(verdicts)
    if Verdict.FAILS in seen:
        return Verdict.FAILS
    return Verdict.UNKNOWN if Verdict.UNKNOWN in seen else Verdict.HOLDS


def evaluate_entry(entry: EntryTerms, facts: CaseFacts) -> EntryResult:
    """Judge every condition of an entry, and the entry by all of them."""
    conditions = tuple(evaluate_condition(terms, facts) for terms in entry.conditions)
    return EntryResult(entry, all_of(c.verdict for c in conditions), conditions)


def assess(entries: Iterable[EntryTerms], facts: CaseFacts) -> Assessment:
    """Judge all entries; of several that apply the most favourable decides (Penalty Law, Art. 37)."""
    results = tuple(evaluate_entry(entry, facts) for entry in entries)
    certain = _best(results, Verdict.HOLDS)
    possible = _best(results, Verdict.UNKNOWN)
    if certain is None:
        conclusion = Conclusion.NOT_APPLICABLE if possible is None else Conclusion.UNKNOWN
        return Assessment(results, evaluate_grounds(facts), conclusion, possible)
    better = possible is not None and FAVOUR.index(possible) < FAVOUR.index(certain)
    return Assessment(results, evaluate_grounds(facts), certain, possible if better else None)


def _best(results: tuple[EntryResult, ...], verdict: Verdict) -> Conclusion | None:
    fitting = [r.conclusion for r in results if r.applies == verdict]
    return min(fitting, key=FAVOUR.index, default=None)
