"""Who may be the same as an entry of the registry, and who was said to be (Art. 4, 10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from pypinyin import lazy_pinyin

from enforcement.models import Counterpart, Officer, SameParty
from enforcement.rules.same_party import Party, joined, may_be_same, obstacles_to_saying_same
from enforcement.vocabulary import CounterpartKind
from enforcement.vocabulary.same_party import SameAnswer, Trait
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited

MOST = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be the same party, and what the two share."""

    counterpart: Counterpart
    traits: tuple[Trait, ...]


def same_as(counterpart_id: int) -> frozenset[int]:
    """The keys of every entry that a human confirmed to be this party, this one included; of all organs."""
    pairs: set[tuple[int, int]] = set()
    found = frozenset({counterpart_id})
    while True:
        rows = SameParty.objects.filter(Q(first__in=found) | Q(second__in=found), answer=SameAnswer.SAME)
        pairs |= set(rows.values_list("first_id", "second_id"))
        known = joined(pairs, counterpart_id)
        if known == found:
            return known
        found = known


def candidates_of(counterpart: Counterpart) -> list[Candidate]:
    """Entries of the whole city that may be the same party and of which nobody has said so or not, in five queries."""
    answered = SameParty.objects.all().about(counterpart.pk).values_list("first_id", "second_id")
    known = {key for pair in answered for key in pair} | {counterpart.pk}
    this = _party(counterpart)
    rows = (
        _worth_comparing(counterpart).exclude(pk__in=known).prefetch_related("contacts").order_by("id")[:MOST]
    )
    found = ((row, may_be_same(this, _party(row))) for row in rows)
    return [Candidate(row, traits) for row, traits in found if traits]


def say_same(
    counterpart_id: int,
    *,
    by: Actor,
    at: datetime,
    other: int,
    answer: str,
    reason: str,
    expected: int | None = None,
) -> Counterpart:
    """Say whether a candidate is the same party; raises Forbidden, DoesNotExist, Stale, and Refused."""
    by.require(Permission.COUNTERPART_EDIT)
    with audited("counterpart:say_same", by=by, at=at, under=Article(10, "1"), why=reason):
        counterpart: Counterpart = Counterpart.objects.workable_by(by).locked(
            counterpart_id, expected=expected
        )
        known = SameParty.objects.all().about(counterpart.pk).filter(Q(first=other) | Q(second=other)).first()
        shared = {c.counterpart.pk: c.traits for c in candidates_of(counterpart)}
        obstacles = list(
            obstacles_to_saying_same(is_candidate=known is not None or other in shared, reason=reason)
        )
        if obstacles:
            raise Refused(obstacles)
        first, second = sorted((counterpart.pk, other))
        row = known or SameParty(first_id=first, second_id=second, traits=[t.value for t in shared[other]])
        row.answer, row.reason = answer, reason
        row.answered_by, row.answered_on = Officer.objects.get(pk=by.officer_id or 0), timezone.localdate(at)
        row.save()
        return counterpart


def _worth_comparing(counterpart: Counterpart) -> Any:
    """Rows that an index finds: of the same representative, or its owner, or what it owns."""
    wanted = Q(pk__in=[])
    if counterpart.legal_representative:
        named = counterpart.legal_representative
        pinyin = " ".join(lazy_pinyin(named))[:400]
        wanted |= Q(legal_representative=named)
        wanted |= Q(kind=CounterpartKind.CITIZEN, name_pinyin=pinyin, name=named)
    if counterpart.is_citizen:
        wanted |= Q(legal_representative=counterpart.name)
    return Counterpart.objects.filter(wanted)


def _party(counterpart: Counterpart) -> Party:
    return Party(
        kind=counterpart.kind,
        name=counterpart.name,
        region_id=counterpart.region_id,
        representative=counterpart.legal_representative,
        address=counterpart.address,
        telephones=_telephones(contact.phone for contact in counterpart.contacts.all()),
    )


def _telephones(numbers: Iterable[str]) -> frozenset[str]:
    return frozenset("".join(sign for sign in number if sign.isdigit()) for number in numbers) - {""}
