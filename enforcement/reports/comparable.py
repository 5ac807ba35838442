"""How comparable cases ended, so that like is decided alike (Art. 5; Penalty Law, Art. 5, 34)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median_low

from enforcement.models import Case
from enforcement.vocabulary import Outcome
from foundation.actors import Actor

LATEST = 50


@dataclass(frozen=True)
class Comparable:
    """The latest decided cases of a matter, how often each outcome was chosen, and between what the fines lie."""

    cases: Sequence[Case]
    outcomes: tuple[tuple[Outcome, int], ...]
    fines: tuple[Decimal, Decimal, Decimal] | None

    @property
    def number(self) -> int:
        return len(self.cases)


def comparable_to(case: Case, *, by: Actor) -> Comparable:
    """The latest fifty that the actor sees, in one query."""
    found = Case.objects.visible_to(by).comparable_to(case).select_related("decision")
    cases = list(found[:LATEST])
    counted = Counter(Outcome(other.outcome) for other in cases)
    fines = sorted(other.decision.fine for other in cases if _fine(other) is not None)
    return Comparable(
        cases,
        tuple(counted.most_common()),
        (fines[0], median_low(fines), fines[-1]) if fines else None,
    )


def _fine(case: Case) -> Decimal | None:
    decision = getattr(case, "decision", None)
    return decision.fine if decision else None
