"""What stands in the cells of a guidance action, as far as the reader may meet names of persons."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from enforcement.lists.case_cells import TITLE_HIDDEN, masked_counterpart
from foundation.actors import Actor
from foundation.lists import RowContext
from foundation.permissions import Permission
from guidance.lifecycle.actions import TONES
from guidance.models import GuidanceAction
from guidance.models.other_ways import in_words_of_way
from guidance.vocabulary import GuidanceState

PERSONS = Permission.COUNTERPART_READ
Addressee = tuple[str | None, str | None, str]


def number_or_draft(value: Any, _context: RowContext) -> str:
    return str(value) if value else _("draft, no number yet")


def addressee(value: Addressee, _context: RowContext) -> str:
    name, _kind, audience = value
    return name or audience


def further_fields(value: tuple[Any, Any], _context: RowContext) -> list[str]:
    """What stands in the fields of a way of one's own."""
    drafted, recorded = value
    return [f"{label}: {words}" for label, words in in_words_of_way([*(drafted or []), *(recorded or [])])]


def masked_addressee(value: Addressee) -> Addressee:
    name, kind, audience = value
    if name is None or kind is None:
        return value
    return (*masked_counterpart((name, kind)), audience)


def state_tone(state: str, _context: RowContext | None = None) -> str:
    return TONES[GuidanceState(state)].value


def addressee_of(action: GuidanceAction, by: Actor) -> str:
    """To whom it is addressed; a citizen's name in full only for who may read counterparts."""
    shop = action.counterpart
    if shop is None:
        return action.audience
    return shop.name if by.may(PERSONS) else masked_counterpart((shop.name, shop.kind))[0]


def title_of(action: GuidanceAction, by: Actor) -> Any:
    return action.title if by.may(PERSONS) else TITLE_HIDDEN
