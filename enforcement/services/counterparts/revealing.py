"""Looking at personal data: found only by who knows it, shown only for a reason, always recorded (Art. 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.models import Counterpart
from enforcement.rules.counterparts import obstacles_to_revealing, standard_form
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited
from foundation.record.entry import tell
from foundation.secrecy import blind_index


def find_by_identifier(*, by: Actor, identifier: str) -> Counterpart | None:
    """The counterpart with exactly this credit code or identity number, among those ``by`` may see."""
    by.require(Permission.COUNTERPART_READ)
    index = blind_index(standard_form(identifier))
    if not index:
        return None
    found: Counterpart | None = Counterpart.objects.visible_to(by).filter(identifier_index=index).first()
    return found


def reveal(
    counterpart_id: int, *, by: Actor, at: datetime, why: str, expected: int | None = None
) -> Counterpart:
    """Show personal data in full for a stated reason; the look itself is recorded.

    Raises Refused without a reason, DoesNotExist outside the reach.
    """
    by.require(Permission.COUNTERPART_REVEAL)
    if found := list(obstacles_to_revealing(why=why)):
        raise Refused(found)
    counterpart: Counterpart = Counterpart.objects.visible_to(by).get(pk=counterpart_id)
    with audited("counterpart:reveal", by=by, at=at, under=Article(6), why=why) as entry:
        tell(entry, counterpart)
    return counterpart


def note_api_reading(*things: Any, by: Actor, at: datetime) -> None:
    """Record that a program read personal data with a token: of these counterparts or documents.

    Reading in the browser leaves no entry.
    """
    if by.token_id is None:
        return
    with audited("api:read_personal", by=by, at=at, under=Article(6), why=f"token {by.token_id}") as entry:
        tell(entry, *things)
