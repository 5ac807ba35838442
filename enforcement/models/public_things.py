"""What a public text tells of, in the same words for a penalty, coercion and an inspection (Art. 4, 6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from enforcement.models.counterparts import Counterpart
from enforcement.vocabulary import CaseRole
from enforcement.vocabulary.publicity import PublicKind
from enforcement.vocabulary.remedies import UNDOING


@dataclass(frozen=True, slots=True)
class PublicThing:
    """``subject`` is the case, measure or inspection; ``handlers`` approve nothing that is published of it."""

    subject: Any
    number: str
    title: str
    party: Counterpart
    handlers: frozenset[int]
    undone: str = ""
    undone_on: date | None = None


def thing_of(row: Any) -> PublicThing:
    """What the publication ``row`` is about."""
    return _THINGS[PublicKind(row.kind)](row)


def key_of(row: Any) -> str:
    """The name by which due rows know it; one publication a thing."""
    noun, key = _KEYS[PublicKind(row.kind)]
    return f"{noun}:{getattr(row, key)}"


def filter_of(key: str) -> dict[str, str]:
    """Which publication ``key_of`` named."""
    noun, _colon, number = key.partition(":")
    return {next(name for known, name in _KEYS.values() if known == noun): number}


def _of_case(row: Any) -> PublicThing:
    case = row.case
    ended = [remedy for remedy in case.remedies.all() if remedy.result in UNDOING]
    last = max(ended, key=lambda remedy: (remedy.ended_on, remedy.pk), default=None)
    return PublicThing(
        case, case.decision.number, case.matter.name, case.counterpart, _handling(case),
        last.result if last else "", last.ended_on if last else None,
    )  # fmt: skip


def _of_measure(row: Any) -> PublicThing:
    """Who handles the case handles its coercion."""
    measure, case = row.measure, row.measure.case
    return PublicThing(
        measure, measure.number, measure.get_kind_display(), case.counterpart, _handling(case),
        row.undone_as, row.undone_on,
    )  # fmt: skip


def _of_visit(row: Any) -> PublicThing:
    visit = row.inspection
    officers = frozenset(duty.officer_id for duty in visit.officers.all())
    return PublicThing(
        visit, visit.number, visit.counterpart.public_name, visit.counterpart, officers, row.undone_as, row.undone_on
    )  # fmt: skip


def _handling(case: Any) -> frozenset[int]:
    return frozenset(p.officer_id for p in case.people.all() if p.role == CaseRole.HANDLER)


_THINGS: dict[PublicKind, Callable[[Any], PublicThing]] = {
    PublicKind.PENALTY: _of_case,
    PublicKind.COERCION: _of_measure,
    PublicKind.INSPECTION: _of_visit,
}
_KEYS = {
    PublicKind.PENALTY: ("case", "case_id"),
    PublicKind.COERCION: ("coercion", "measure_id"),
    PublicKind.INSPECTION: ("inspection", "inspection_id"),
}
