"""What an entry would have meant for cases that are over: counted, and never kept (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leniency.rules.assessment import EntryResult, evaluate_entry
from leniency.rules.facts import CaseFacts, ConditionTerms, EntryTerms
from leniency.vocabulary import CONDITIONS_OF_LAW, ConditionKind, Verdict


@dataclass(frozen=True, slots=True)
class ConditionTally:
    """How often one condition held, failed or stayed unknown, and how often it alone stood in the way."""

    terms: ConditionTerms
    holds: int
    fails: int
    unknown: int
    decides: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cases an entry would have fitted."""

    results: tuple[EntryResult, ...]
    conditions: tuple[ConditionTally, ...]

    def count(self, verdict: Verdict) -> int:
        return sum(result.applies == verdict for result in self.results)

    @property
    def holds(self) -> int:
        return self.count(Verdict.HOLDS)

    @property
    def fails(self) -> int:
        return self.count(Verdict.FAILS)

    @property
    def unknown(self) -> int:
        return self.count(Verdict.UNKNOWN)


def tally(entry: EntryTerms, facts: Iterable[CaseFacts]) -> Tally:
    """Hold an entry against many facts."""
    results = tuple(evaluate_entry(entry, one) for one in facts)
    return Tally(results, tuple(_of_condition(terms, results) for terms in entry.conditions))


def with_condition(entry: EntryTerms, tried: ConditionTerms) -> EntryTerms:
    """The entry as it would be: another of the same kind makes room for the condition that is tried."""
    others = tuple(
        c for c in entry.conditions if c.kind != tried.kind or tried.kind == ConditionKind.ATTESTED
    )
    return EntryTerms(entry.id, entry.code, entry.type, (*others, tried))


def lacking(kind_of_list: str, conditions: Sequence[ConditionTerms]) -> tuple[ConditionKind, ...]:
    """What the law itself demands of such a list and the conditions do not say yet."""
    written = {c.kind for c in conditions}
    return tuple(kind for kind in CONDITIONS_OF_LAW.get(kind_of_list, ()) if kind not in written)


def _of_condition(terms: ConditionTerms, results: Sequence[EntryResult]) -> ConditionTally:
    seen = [(c.verdict, result) for result in results for c in result.conditions if c.terms is terms]
    return ConditionTally(
        terms,
        holds=sum(verdict == Verdict.HOLDS for verdict, _result in seen),
        fails=sum(verdict == Verdict.FAILS for verdict, _result in seen),
        unknown=sum(verdict == Verdict.UNKNOWN for verdict, _result in seen),
        decides=sum(_stands_alone(verdict, result) for verdict, result in seen),
    )


def _stands_alone(verdict: Verdict, result: EntryResult) -> bool:
    """Whether this condition is the only one that does not hold."""
    return verdict != Verdict.HOLDS and sum(c.verdict != Verdict.HOLDS for c in result.conditions) == 1
