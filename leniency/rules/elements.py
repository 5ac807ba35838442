"""What a ground of the law turns on, one by one: holds, fails or is not known (Penalty Law, Art. 30-33)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from enforcement.vocabulary import Capacity, Fault, Gravity, Harm
from leniency.rules.facts import CaseFacts
from leniency.vocabulary import Verdict

NOTHING: Mapping[str, Any] = MappingProxyType({})
HOLDS, FAILS, UNKNOWN = Verdict.HOLDS, Verdict.FAILS, Verdict.UNKNOWN


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that a ground turns on: ``word`` names the sentence that tells it, with its ``values``.

    ``missing`` are the facts of which any could settle it, by the names of the question.
    """

    fact: str
    verdict: Verdict
    word: str
    values: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    missing: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The element as it is kept."""
        kept = {"fact": self.fact, "verdict": self.verdict.value, "word": self.word}
        return {**kept, "values": dict(self.values)} if self.values else kept


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Fails when one fails, is unknown when one is unknown, and holds when all hold."""
    seen = set(verdicts)
    if Verdict.FAILS in seen:
        return Verdict.FAILS
    return Verdict.UNKNOWN if Verdict.UNKNOWN in seen else Verdict.HOLDS


def known(holds: bool | None) -> Verdict:
    """A statement as a verdict: what is not known is never taken for no."""
    if holds is None:
        return Verdict.UNKNOWN
    return Verdict.HOLDS if holds else Verdict.FAILS


def aged(facts: CaseFacts, *, from_age: int = 0, below: int) -> Element:
    """The party is a person of that age; an organisation has none."""
    if facts.is_organisation:
        return Element("counterpart_kind", FAILS, "organisation_has_no_age")
    if facts.party_age is None:
        return Element("age", UNKNOWN, "age_unknown", missing=_of_person("age", facts))
    fits = from_age <= facts.party_age < below
    return Element("age", known(fits), "age", {"age": facts.party_age})


def capable(facts: CaseFacts, wanted: Capacity) -> Element:
    """The party recognised and controlled its conduct just so far; an organisation is never asked."""
    if facts.is_organisation:
        return Element("counterpart_kind", FAILS, "organisation_has_no_capacity")
    if not facts.capacity:
        return Element("capacity", UNKNOWN, "capacity_unknown", missing=_of_person("capacity", facts))
    return Element("capacity", known(facts.capacity == wanted), "capacity", {"capacity": str(facts.capacity)})


def _of_person(name: str, facts: CaseFacts) -> tuple[str, ...]:
    return (name,) if facts.counterpart_kind else (name, "counterpart_kind")


def minor_conduct(facts: CaseFacts) -> Element:
    """The conduct itself is minor: the least of five degrees, not merely less than ordinary."""
    if not facts.gravity:
        return Element("circumstances", UNKNOWN, "gravity_unknown", missing=("circumstances",))
    fits = facts.gravity == Gravity.MINOR
    return Element("circumstances", known(fits), "gravity", {"gravity": str(facts.gravity)})


def harm_at_most(facts: CaseFacts, most: Harm) -> Element:
    """No harm is a fortiori slight harm."""
    ladder = list(Harm.values)
    if facts.harm not in ladder:
        return Element("harm", UNKNOWN, "harm_unknown", missing=("harm",))
    fits = ladder.index(facts.harm) <= ladder.index(most)
    return Element("harm", known(fits), "harm", {"harm": str(facts.harm)})


def no_fault(facts: CaseFacts) -> Element:
    """The party was not at fault and has proven it: the burden is its own (Penalty Law, Art. 33(2))."""
    if facts.fault and facts.fault != Fault.NONE:
        return Element("fault", FAILS, "fault", {"fault": str(facts.fault)})
    if facts.no_fault_proven is None:
        missing = ("no_fault_proven",) if facts.fault else ("no_fault_proven", "fault")
        return Element(
            "no_fault_proven",
            UNKNOWN,
            "no_fault_unproven" if facts.fault else "fault_unknown",
            missing=missing,
        )
    if facts.no_fault_proven:
        return Element("no_fault_proven", HOLDS, "no_fault_proven")
    return Element("no_fault_proven", FAILS, "no_fault_not_proven")


def said(name: str, fact: str, facts: CaseFacts) -> Element:
    """A plain fact that was recorded, denied, or not asked yet; ``fact`` is its name in a question."""
    seen: bool | None = getattr(facts, name)
    return Element(fact, known(seen), fact, missing=(fact,) if seen is None else ())
