"""The public end of a publication: its day, how it came, and the reason that everybody reads (Art. 8 (1), (2))."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from foundation.actors import Actor
from foundation.due import cancel
from guidance.models import GuidanceAction
from guidance.services.base import taking
from guidance.services.exemplars import unname_model
from guidance.services.publications.base import life_of
from guidance.vocabulary import PublicEnd

TAKE_EFFECT, EXPIRE, LOOK_AGAIN = "guidance:take_effect", "guidance:expire", "guidance:look_again"


def leave_as_model(
    action_id: int, *, by: Actor, at: datetime, note: str = "", expected: int | None = None
) -> GuidanceAction:
    """Record that the model no longer wants to be one; nobody asks why, and it has no consequence."""
    with taking(action_id, "leave", by=by, at=at, expected=expected, why=note) as action:
        unname_model(action, by=by, at=at)
        end_publicly(action, at=at, how=PublicEnd.LEFT)
    return action


def end_publicly(action: GuidanceAction, *, at: datetime, how: str, why: str = "") -> None:
    """Keep the day and the public reason of an end, inside its act; nothing more is due afterwards."""
    if not action.page.is_public:
        return
    life = life_of(action)
    life.ended_on, life.ended_how, life.ended_why = timezone.localdate(at), how, why
    life.review_due_on = None
    life.save()
    for kind in (TAKE_EFFECT, EXPIRE, LOOK_AGAIN):
        cancel(kind=kind, thing=f"guidance:{action.pk}")
