"""Whether an entry asks for less or more than the one it replaces, as far as its conditions tell (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from leniency.rules.facts import ConditionTerms
from leniency.vocabulary import CHOICES_OF, ConditionKind, Sameness, Shift

K = ConditionKind
WIDTH: tuple[str, ...] = (Sameness.ENTRY, Sameness.MATTER, Sameness.FIELD, Sameness.ANY)
Grown = Iterator[int | None]


def shift_of(before: Iterable[ConditionTerms] | None, after: Iterable[ConditionTerms] | None) -> Shift:
    """Milder when the later conditions ask for less in every respect; unclear when in some for more.

    ``None`` stands for no entry at all: one that is new is milder, one that is gone is harsher.
    """
    if before is None or after is None:
        return Shift.MILDER if before is None else Shift.HARSHER
    steps = set(_steps({_key(c): c for c in before}, {_key(c): c for c in after})) - {0}
    if not steps:
        return Shift.SAME
    if steps == {1}:
        return Shift.MILDER
    return Shift.HARSHER if steps == {-1} else Shift.UNCLEAR


def _key(terms: ConditionTerms) -> tuple[str, str]:
    """Conditions that are about the same; of attested facts each is its own."""
    return terms.kind, terms.text_zh if terms.kind == K.ATTESTED else ""


def _steps(old: dict[tuple[str, str], ConditionTerms], new: dict[tuple[str, str], ConditionTerms]) -> Grown:
    """For each respect whether it asks for less (1), as much (0), more (-1), or nobody can say (None)."""
    yield from (1 for key in old if key not in new)
    yield from (-1 for key in new if key not in old)
    for key in old.keys() & new.keys():
        yield from _compared(old[key], new[key])


def _compared(old: ConditionTerms, new: ConditionTerms) -> Grown:
    if new.kind == K.FIRST_TIME:
        yield -_further(old.number, new.number)
        yield -_sign(WIDTH.index(new.sameness) - WIDTH.index(old.sameness))
    elif new.kind in CHOICES_OF:
        ladder = list(CHOICES_OF[new.kind].values)
        yield _sign(ladder.index(new.choice) - ladder.index(old.choice))
    elif _is_counted_otherwise(old, new) or (old.number is None) != (new.number is None):
        yield None
    elif old.number is not None and new.number is not None:
        yield _sign(new.number - old.number)


def _is_counted_otherwise(old: ConditionTerms, new: ConditionTerms) -> bool:
    return new.kind == K.QUANTITY_AT_MOST and (old.text_zh, old.text_en) != (new.text_zh, new.text_en)


def _further(old: Decimal | None, new: Decimal | None) -> int:
    """Whether the later one looks back further; without a number it looks back without end."""
    if old == new:
        return 0
    if old is None or new is None:
        return 1 if new is None else -1
    return _sign(new - old)


def _sign(number: Decimal | int) -> int:
    return (number > 0) - (number < 0)
