"""When a counterpart comes to another level: up at once, down after two clean reviews in a row (Art. 9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from riskcontrol.rules.scoring import CREDITS
from riskcontrol.vocabulary import RANK, MoveReason

CLEAN_REVIEWS = 2
"""Local setting: monthly reviews in a row that must call for a lower level before it is given."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The level of a counterpart, and how far it is on its way to a lower one.

    ``calm`` counts the clean reviews in a row, the last of them on ``calm_on``; ``calm_level`` is the highest
    level that any score since the first of them called for.
    """

    level: str
    calm: int = 0
    calm_on: date | None = None
    calm_level: str = ""


def next_standing(
    before: Standing | None, called_for: str, *, has_risen: bool, review_on: date | None
) -> Standing:
    """Where a counterpart stands after a pass in which its score called for a level.

    ``review_on`` is the day of the monthly review that the pass belongs to, none for passes in between; the
    same review counts once, however often it is repeated. ``has_risen`` says that the score grew since the
    pass before: then the time since was not clean.
    """
    if before is None or RANK[called_for] > RANK[before.level]:
        return Standing(called_for)
    if has_risen or called_for == before.level:
        return Standing(before.level, calm_on=before.calm_on)
    found = replace(before, calm_level=_higher(before.calm_level, called_for) if before.calm else "")
    if review_on is None or (before.calm_on is not None and before.calm_on >= review_on):
        return found
    calm_level = _higher(found.calm_level, called_for)
    if found.calm + 1 < CLEAN_REVIEWS:
        return replace(found, calm=found.calm + 1, calm_on=review_on, calm_level=calm_level)
    return Standing(calm_level, calm_on=review_on)


def reason_of_move(
    before: Mapping[str, int] | None, after: Mapping[str, int], *, rises: bool, other_weights: bool
) -> MoveReason:
    """What moved the level, told from the inputs of the pass before and of this one."""
    if before is None:
        return MoveReason.FIRST
    if not rises:
        return MoveReason.CLEAN
    grown = _grown(before, after)
    for kind, reason in _BY_KIND:
        if kind in grown:
            return reason
    return MoveReason.WEIGHTS if other_weights else MoveReason.CREDIT


def changed_inputs(before: Mapping[str, int] | None, after: Mapping[str, int]) -> list[tuple[str, int, int]]:
    """The inputs whose number changed: code, number before, number after."""
    known = before or {}
    codes = sorted({*known, *after})
    return [
        (code, known.get(code, 0), after.get(code, 0))
        for code in codes
        if known.get(code, 0) != after.get(code, 0)
    ]


_BY_KIND = (
    ("violation", MoveReason.VIOLATION),
    ("complaint", MoveReason.VIOLATION),
    ("uncorrected", MoveReason.UNCORRECTED),
    ("self_check", MoveReason.SELF_CHECK),
    ("licence", MoveReason.LICENCE),
    ("industry", MoveReason.INDUSTRY),
)


def _grown(before: Mapping[str, int], after: Mapping[str, int]) -> set[str]:
    """The kinds of inputs of which there are more than before; a decision that only grew older is not one more."""
    then, now = _without_age(before), _without_age(after)
    return {code.partition(":")[0] for code in now if now[code] > then[code] and code not in CREDITS}


def _without_age(tally: Mapping[str, int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for code, number in tally.items():
        found[code.rpartition(":")[0] if code.startswith("violation:") else code] += number
    return found


def _higher(one: str, other: str) -> str:
    return max((level for level in (one, other) if level), key=RANK.__getitem__)
