"""Which entries of the registry may be one person or firm; a human says whether they are (Art. 4, 10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from enforcement.rules.duplicates import core_of
from enforcement.rules.names import likeness, plain_of
from enforcement.vocabulary import CounterpartKind
from enforcement.vocabulary.same_party import Trait
from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity

ALIKE = 0.8
PROOFS = frozenset({Trait.ADDRESS, Trait.TELEPHONE, Trait.NAME})


@dataclass(frozen=True, slots=True)
class Party:
    """What is compared of an entry."""

    kind: str
    name: str
    region_id: int
    representative: str = ""
    address: str = ""
    telephones: frozenset[str] = frozenset()


def traits_shared(one: Party, other: Party) -> tuple[Trait, ...]:
    """What ``one`` and ``other`` have in common, in the order of the vocabulary."""
    shared = {
        Trait.OWNER: _is_owner(one, other) or _is_owner(other, one),
        Trait.REPRESENTATIVE: _alike(one.representative, other.representative),
        Trait.ADDRESS: _alike(one.address, other.address),
        Trait.TELEPHONE: bool(one.telephones & other.telephones),
        Trait.NAME: likeness(core_of(one.name), core_of(other.name)) >= ALIKE,
    }
    return tuple(trait for trait in Trait if shared[trait])


def may_be_same(one: Party, other: Party) -> tuple[Trait, ...]:
    """The shared traits where they are enough to ask a human; nothing where they are not.

    A trader and its owner at one place; a firm of the same representative with one more trait, as when it was
    renamed. The name of a person alone is never enough.
    """
    shared = traits_shared(one, other)
    found = set(shared)
    near = one.region_id == other.region_id
    owned = Trait.OWNER in found and (near or bool(found & {Trait.ADDRESS, Trait.TELEPHONE}))
    renamed = Trait.REPRESENTATIVE in found and bool(found & PROOFS)
    moved = {Trait.ADDRESS, Trait.TELEPHONE} <= found
    return shared if owned or renamed or moved else ()


def obstacles_to_saying_same(*, is_candidate: bool, reason: str) -> Iterator[Obstacle]:
    """Only what the rule proposes is answered, and with a reason."""
    if not is_candidate:
        yield _wanted(
            "other", _("Nothing speaks for these two being the same."), _("Choose among those proposed.")
        )
    if not reason.strip():
        yield _wanted(
            "reason", _("A reason is needed."), _("Say what shows it: papers seen, a register, a talk.")
        )


def joined(known: Iterable[tuple[int, int]], start: int) -> frozenset[int]:
    """Everything that is the same as ``start`` by the pairs that were confirmed, ``start`` included."""
    pairs, found = list(known), {start}
    while more := {b for a, b in pairs if a in found} | {a for a, b in pairs if b in found}:
        if more <= found:
            break
        found |= more
    return frozenset(found)


def _is_owner(person: Party, trader: Party) -> bool:
    owns = person.kind == CounterpartKind.CITIZEN and trader.kind in (
        CounterpartKind.SOLE_TRADER,
        CounterpartKind.LEGAL_PERSON,
    )
    return owns and _alike(person.name, trader.representative)


def _alike(one: str, other: str) -> bool:
    return bool(plain_of(one)) and plain_of(one) == plain_of(other)


def _wanted(field: str, message: object, next_step: object) -> Obstacle:
    return Obstacle(
        code="counterpart:same",
        message=message,
        article=Article(10, "1"),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )
