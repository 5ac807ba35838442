"""Whether a new edition could change what an assessment said (Art. 10 para. 1; Penalty Law, Art. 37)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from leniency.vocabulary import FAVOUR, Conclusion


@dataclass(frozen=True, slots=True)
class Before:
    """What the latest assessment concluded, and by which entry."""

    conclusion: str
    list_id: int | None = None
    entry_code: str = ""


def could_become(before: Before, *now: Conclusion | None) -> str | None:
    """The milder of the conclusions that the new edition gives, for certain or possibly; None when none is."""
    best = min((c for c in now if c is not None), key=_rank)
    return str(best.value) if _rank(best) < _rank(before.conclusion) else None


def milder_than(
    present: Collection[Conclusion | None], coming: Collection[Conclusion | None]
) -> Conclusion | None:
    """The best that the coming edition can give on the facts, where the best that the present one can is harsher."""
    best = min((c for c in coming if c is not None), key=_rank)
    return best if all(_rank(best) < _rank(c) for c in present if c is not None) else None


def falls_away(before: Before, codes: Collection[str]) -> bool:
    """Whether the entry that was to be applied stands no longer in the edition."""
    return bool(before.entry_code) and before.entry_code not in codes


def _rank(conclusion: str) -> int:
    known = [str(c.value) for c in FAVOUR]
    return known.index(conclusion) if conclusion in known else len(known)
