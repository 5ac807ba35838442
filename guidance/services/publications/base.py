"""How an act on a publication begins: the action with its public side (Art. 8 (1), (2))."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import GuidanceAction, PublicLife
from guidance.services.base import article_of, not_now


def life_of(action: GuidanceAction) -> PublicLife:
    """The public side of a publication, made when it is older than that; inside an open act."""
    found = PublicLife.objects.filter(action=action).first()
    if found is None:
        found = PublicLife(action=action)
        found.save()
    found.action = action
    action.public_life = found
    return found


@contextmanager
def working_on_publication(
    action_id: int, verb: str, *, by: Actor, at: datetime, expected: int | None, states: Sequence[str]
) -> Iterator[tuple[GuidanceAction, PublicLife]]:
    """An act that leaves the state as it is; raises Forbidden, DoesNotExist, Stale, Refused in other states."""
    by.require(Permission.GUIDANCE_HANDLE)
    with audited(f"guidance:{verb}", by=by, at=at, under=article_of(action_id, by)):
        action: GuidanceAction = GuidanceAction.objects.workable_by(by).locked(action_id, expected=expected)
        if not action.page.is_public or action.state not in states:
            raise Refused([not_now(action, _("Open the page again to see what can be done now."))])
        life = life_of(action)
        yield action, life
        life.save()
        action.save()
