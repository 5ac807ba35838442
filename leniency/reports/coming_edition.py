"""An edition that is published and will replace a list, and what becomes milder or harsher by it (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from leniency.models import LeniencyEntry, LeniencyList
from leniency.rules.shifting import shift_of
from leniency.vocabulary import TONE_OF_SHIFT, ListState, Shift

TOLD = (Shift.MILDER, Shift.HARSHER, Shift.UNCLEAR)


@dataclass(frozen=True)
class ComingEdition:
    """``shifts`` tells each entry by its code; ``after`` are the entries of the new edition."""

    edition: LeniencyList
    on: date
    shifts: Mapping[str, Shift]
    after: Mapping[str, LeniencyEntry]

    @cached_property
    def groups(self) -> list[dict[str, Any]]:
        """What becomes milder, what harsher, and of what nobody can say it, each with its codes."""
        by_shift = {shift: sorted(c for c, s in self.shifts.items() if s == shift) for shift in TOLD}
        return [
            {"label": shift.label, "tone": TONE_OF_SHIFT[shift].value, "codes": codes}
            for shift, codes in by_shift.items()
            if codes
        ]


@dataclass(frozen=True, slots=True)
class ComingEntry:
    """What the coming edition makes of one entry; ``entry`` is None when it does without it."""

    edition: LeniencyList
    on: date
    entry: LeniencyEntry | None
    shift: Shift

    @property
    def tone(self) -> str:
        return TONE_OF_SHIFT[self.shift].value


def coming_edition(
    found: LeniencyList, entries: Iterable[LeniencyEntry], *, today: date
) -> ComingEdition | None:
    """The edition that replaces ``found`` with its ``entries`` after today; None when there is none."""
    new = _successor(found, today)
    if new is None or new.effective_from is None:
        return None
    before, after = _by_code(entries), _by_code(new.entries.prefetch_related("conditions"))
    shifts = {code: _shift(before.get(code), after.get(code)) for code in {**before, **after}}
    return ComingEdition(new, new.effective_from, shifts, after)


def coming_entry(entry: LeniencyEntry, *, today: date) -> ComingEntry | None:
    """What becomes of one entry after today; None when nothing is coming."""
    new = _successor(entry.list, today)
    if new is None or new.effective_from is None:
        return None
    same = new.entries.filter(code=entry.code).prefetch_related("conditions")
    later = _by_code(same).get(entry.code)
    return ComingEntry(new, new.effective_from, later, _shift(entry, later))


def _successor(found: LeniencyList, today: date) -> LeniencyList | None:
    new: LeniencyList | None = getattr(found, "successor", None)
    begins = new.effective_from if new is not None and new.state == ListState.PUBLISHED else None
    return new if begins is not None and begins > today else None


def _by_code(entries: Iterable[LeniencyEntry]) -> dict[str, LeniencyEntry]:
    return {entry.code: entry for entry in entries if entry.suspended_on is None}


def _shift(before: LeniencyEntry | None, after: LeniencyEntry | None) -> Shift:
    old, new = ([c.terms for c in entry.conditions.all()] if entry else None for entry in (before, after))
    return shift_of(old, new)
