"""What stands in the cells (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from enforcement.models import name_field
from foundation.lists import RowContext
from foundation.vocabulary import Tone
from leniency.rules.standing import standing_of
from leniency.vocabulary import PUBLIC_STATES, TONE_OF_STANDING, Conclusion, ListState, Standing

STATE_TONES = {
    ListState.DRAFT: Tone.NEUTRAL,
    ListState.OPINIONS: Tone.INFO,
    ListState.REVIEWED: Tone.INFO,
    ListState.APPROVED: Tone.WATCH,
    ListState.PUBLISHED: Tone.GOOD,
    ListState.REPEALED: Tone.NEUTRAL,
}
CONCLUSION_TONES = {
    Conclusion.SHALL_NOT: Tone.GOOD,
    Conclusion.MAY_NOT: Tone.GOOD,
    Conclusion.MITIGATED: Tone.INFO,
    Conclusion.LIGHTER: Tone.INFO,
    Conclusion.NO_COERCION: Tone.INFO,
    Conclusion.UNKNOWN: Tone.WATCH,
    Conclusion.NOT_APPLICABLE: Tone.NEUTRAL,
}


def either(value: tuple[str, str], _context: RowContext) -> str:
    """The Chinese or the English wording, as the reader's language chooses."""
    zh, en = value
    return en if en and name_field() == "name_en" else zh


def text_key(value: int | None, _context: RowContext) -> str | None:
    return None if value is None else str(value)


def state_tone(state: Any, _context: RowContext | None = None) -> str:
    return STATE_TONES[ListState(state)].value


def standing_today(days: tuple[Any, ...], context: RowContext) -> str:
    """Where a list stands today, from its state, its days, and whether it is replaced or under review."""
    state, begins, ends, repealed_on, is_replaced, is_reviewed = days
    return standing_of(
        on=context.today,
        is_public=state in PUBLIC_STATES,
        effective_from=begins,
        effective_to=ends,
        repealed_on=repealed_on,
        has_successor=is_replaced,
        is_reviewed=is_reviewed,
    ).value


def standing_tone(standing: Any, _context: RowContext | None = None) -> str:
    return TONE_OF_STANDING[Standing(standing)].value


def conclusion_tone(conclusion: Any, _context: RowContext | None = None) -> str:
    return CONCLUSION_TONES[Conclusion(conclusion)].value
