"""How far a list may go: it makes the law handier, never wider (Art. 10 para. 1; Penalty Law, Art. 33)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from leniency.rules.facts import ConditionTerms
from leniency.vocabulary import CHOICES_OF, HIGHEST_BY_LAW


def is_wider(terms: ConditionTerms, list_type: str) -> bool:
    """Whether the condition allows a higher rung than the law allows a list of this type."""
    highest = HIGHEST_BY_LAW.get(list_type, {}).get(terms.kind)
    if highest is None:
        return False
    ladder = list(CHOICES_OF[terms.kind].values)
    return ladder.index(terms.choice) > ladder.index(highest)


def wider(list_type: str, conditions: Iterable[ConditionTerms]) -> tuple[ConditionTerms, ...]:
    """The conditions that allow more than the law."""
    return tuple(terms for terms in conditions if is_wider(terms, list_type))


def within_law(terms: ConditionTerms, list_type: str) -> ConditionTerms:
    """The condition as it may be applied: where it was written wider than the law, as the law has it."""
    if not is_wider(terms, list_type):
        return terms
    return replace(terms, choice=HIGHEST_BY_LAW[list_type][terms.kind])
