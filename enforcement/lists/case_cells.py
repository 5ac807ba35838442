"""What stands in the cells of a list of cases."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.models import name_field
from enforcement.vocabulary import WHOLE_CITY, CaseState, CounterpartKind
from foundation.lists import RowContext
from foundation.secrecy import mask_name
from foundation.vocabulary import Tone

TITLE_HIDDEN: Any = _("(hidden: it may name persons)")

STATE_TONES = {
    CaseState.CLUE: Tone.WATCH,
    CaseState.NOT_FILED: Tone.NEUTRAL,
    CaseState.FILED: Tone.INFO,
    CaseState.INVESTIGATED: Tone.INFO,
    CaseState.ASSESSED: Tone.INFO,
    CaseState.NOTIFIED: Tone.INFO,
    CaseState.DECIDED: Tone.GOOD,
    CaseState.CARRIED_OUT: Tone.GOOD,
    CaseState.CLOSED: Tone.NEUTRAL,
    CaseState.ARCHIVED: Tone.NEUTRAL,
}
_FLAGS = (_("major"), _("complex"), _("great social impact"))


def state_tone(state: str, _context: RowContext | None = None) -> str:
    return STATE_TONES[CaseState(state)].value


def number_of(value: tuple[str, str], _context: RowContext) -> str:
    number, clue_number = value
    return number or clue_number


def text_key(value: int | None, _context: RowContext) -> str | None:
    return None if value is None else str(value)


def either_name(value: tuple[str, str], _context: RowContext) -> str:
    zh, en = value
    return en if en and name_field() == "name_en" else zh


def keeper_name(value: tuple[str | None, str | None], context: RowContext) -> str:
    """The organ that keeps something, or the whole city where none is named."""
    zh, en = value
    return either_name((zh, en or ""), context) if zh else str(WHOLE_CITY)


def counterpart_name(value: tuple[str, str], _context: RowContext) -> str:
    return value[0]


def masked_counterpart(value: tuple[str, str]) -> tuple[str, str]:
    """A citizen's name keeps its first sign; the name of a business is public."""
    name, kind = value
    natural = kind in (CounterpartKind.CITIZEN, CounterpartKind.SOLE_TRADER)
    return (mask_name(name) if natural else name, kind)


def flags_of(value: tuple[bool, bool, bool], _context: RowContext | None = None) -> list[str]:
    return [str(label) for label, is_set in zip(_FLAGS, value, strict=True) if is_set]


def open_deadline(value: tuple[date | None, date | None], _context: RowContext) -> date | None:
    """The last day to decide, while nothing is decided."""
    deadline_on, decided_on = value
    return None if decided_on else deadline_on
