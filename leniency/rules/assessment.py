"""From conditions to entries, from entries and grounds to the conclusion of a case (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from enforcement.vocabulary import Gravity
from leniency.rules.conditions import ConditionResult, evaluate_condition
from leniency.rules.elements import all_of
from leniency.rules.facts import CaseFacts, ConditionTerms, EntryTerms
from leniency.rules.grounds import GroundResult, evaluate_grounds
from leniency.rules.outcome import Lead, Weighed, obligations, surviving, weigh
from leniency.rules.within_law import within_law
from leniency.vocabulary import (
    CONCLUSION_OF,
    CONCLUSION_OF_TREATMENT,
    FAVOUR,
    TREATMENT_OF_CONCLUSION,
    Conclusion,
    ConditionKind,
    Ground,
    ListType,
    Obligation,
    Surviving,
    Treatment,
    Verdict,
)

GROUND_OF_TYPE = {
    ListType.MINOR: Ground.SLIGHT_CONDUCT,
    ListType.FIRST: Ground.FIRST_SLIGHT,
    ListType.NO_FAULT: Ground.NO_FAULT,
}
"""The ground of the law that a list makes handier; where a special law displaces it, it binds the list too."""


@dataclass(frozen=True, slots=True)
class EntryResult:
    entry: EntryTerms
    applies: Verdict
    conditions: tuple[ConditionResult, ...]
    conclusion: Conclusion

    @property
    def missing(self) -> tuple[str, ...]:
        """Facts that could settle whether it applies, while that is unknown."""
        if self.applies != Verdict.UNKNOWN:
            return ()
        return tuple(name for condition in self.conditions for name in condition.missing)


@dataclass(frozen=True)
class Assessment:
    """What the lists and the law say to the facts.

    ``conclusion`` and ``could_be`` are those of the lists alone, ``weighed`` those of lists and law together.
    """

    facts: CaseFacts
    results: tuple[EntryResult, ...]
    grounds: tuple[GroundResult, ...]
    conclusion: Conclusion
    could_be: Conclusion | None

    @property
    def best(self) -> EntryResult | None:
        """The most favourable entry that applies."""
        applying = [r for r in self.results if r.applies == Verdict.HOLDS]
        return min(applying, key=lambda r: FAVOUR.index(r.conclusion), default=None)

    @cached_property
    def weighed(self) -> Weighed:
        return weigh((*_of_grounds(self.grounds), *_of_entries(self.results)))

    def as_weighed(self) -> dict[str, Any]:
        """What comes of it all, as it is kept and told."""
        weighed = self.weighed
        return {
            "outcome": weighed.outcome.value,
            "could_be": weighed.could_be.value if weighed.could_be else "",
            "surviving": [code.value for code in self.surviving],
            "obligations": [code.value for code in self.obligations],
            "missing": list(weighed.missing),
            "off_list": weighed.off_list,
        }

    @property
    def surviving(self) -> tuple[Surviving, ...]:
        return surviving(self.facts, self.grounds)

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        return obligations(self.facts, self.weighed.outcome)


def evaluate_entry(entry: EntryTerms, facts: CaseFacts) -> EntryResult:
    """Judge every condition of an entry, and the entry by all of them."""
    terms = (*entry.conditions, *_demanded(entry, facts))
    conditions = tuple(_judged(one, entry, facts) for one in terms)
    return EntryResult(entry, all_of(c.verdict for c in conditions), conditions, _conclusion(entry, facts))


def _judged(terms: ConditionTerms, entry: EntryTerms, facts: CaseFacts) -> ConditionResult:
    """The condition as the law lets it stand: a list that was published wider is not applied wider."""
    lawful = replace(within_law(terms, entry.type), entry=entry.code)
    return replace(evaluate_condition(lawful, facts), terms=terms)


def _demanded(entry: EntryTerms, facts: CaseFacts) -> Iterator[ConditionTerms]:
    """A list never widens the law: conduct that was found graver than minor is not on a list of the minor."""
    written = {c.kind for c in entry.conditions}
    if entry.type == ListType.MINOR and facts.gravity and ConditionKind.GRAVITY_AT_MOST not in written:
        yield ConditionTerms(0, ConditionKind.GRAVITY_AT_MOST, choice=Gravity.MINOR)


def _conclusion(entry: EntryTerms, facts: CaseFacts) -> Conclusion:
    ground = GROUND_OF_TYPE.get(ListType(entry.type))
    displacing = next((law for law in facts.special_laws if law.displaces == ground), None)
    return CONCLUSION_OF_TREATMENT[displacing.treatment] if displacing else CONCLUSION_OF[entry.type]


def assess(entries: Iterable[EntryTerms], facts: CaseFacts) -> Assessment:
    """Judge all entries; of several that apply the most favourable decides (Penalty Law, Art. 37)."""
    results = tuple(evaluate_entry(entry, facts) for entry in entries)
    grounds = evaluate_grounds(facts)
    certain = _best(results, Verdict.HOLDS)
    possible = _best(results, Verdict.UNKNOWN)
    if certain is None:
        conclusion = Conclusion.NOT_APPLICABLE if possible is None else Conclusion.UNKNOWN
        return Assessment(facts, results, grounds, conclusion, possible)
    better = possible is not None and FAVOUR.index(possible) < FAVOUR.index(certain)
    return Assessment(facts, results, grounds, certain, possible if better else None)


def _best(results: tuple[EntryResult, ...], verdict: Verdict) -> Conclusion | None:
    fitting = [r.conclusion for r in results if r.applies == verdict]
    return min(fitting, key=FAVOUR.index, default=None)


def _of_grounds(grounds: Iterable[GroundResult]) -> Iterator[Lead]:
    for found in grounds:
        yield Lead(found.treatment, found.verdict, found.missing)


def _of_entries(results: Iterable[EntryResult]) -> Iterator[Lead]:
    """Doing without coercion is another matter than doing without a penalty."""
    for result in results:
        treatment: Treatment | None = TREATMENT_OF_CONCLUSION.get(result.conclusion)
        if treatment is not None:
            yield Lead(treatment, result.applies, result.missing, is_entry=True)
