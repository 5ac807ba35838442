"""How every act on a guidance action begins: scope, lock, and the row of the lifecycle table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from guidance.lifecycle import GUIDANCE_LIFECYCLE
from guidance.models import GuidanceAction
from guidance.ways import WAYS


@contextmanager
def taking(
    action_id: int,
    name: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
    why: str = "",
) -> Iterator[GuidanceAction]:
    """Take the transition ``name`` after the body has prepared its facts, then save the action.

    Raises Refused with every standing obstacle, GuidanceAction.DoesNotExist outside the actor's own
    organ, and Stale; nothing of the body remains then.
    """
    under = article_of(action_id, by)
    with audited(f"guidance:{name}", by=by, at=at, under=under, why=why):
        action: GuidanceAction = GuidanceAction.objects.workable_by(by).locked(action_id, expected=expected)
        yield action
        GUIDANCE_LIFECYCLE.take(action, name, by=by, at=at, overrides=overrides)
        action.save()


@contextmanager
def recording_on(
    action_id: int, verb: str, *, by: Actor, at: datetime, expected: int | None = None, why: str = ""
) -> Iterator[GuidanceAction]:
    """Note what came of issued guidance; raises Forbidden, DoesNotExist, Stale, and Refused when not live."""
    by.require(Permission.GUIDANCE_HANDLE)
    with audited(f"guidance:{verb}", by=by, at=at, under=article_of(action_id, by), why=why):
        action: GuidanceAction = GuidanceAction.objects.workable_by(by).locked(action_id, expected=expected)
        if not action.is_live:
            raise Refused(
                [not_now(action, _("Only guidance that is issued and not concluded is recorded on."))]
            )
        yield action
        action.save()


def article_of(action_id: int, by: Actor) -> Article:
    """The item of Article 8 that the action serves."""
    way = GuidanceAction.objects.workable_by(by).values_list("way", flat=True).get(pk=action_id)
    return WAYS[way].article


def refuse_impossible_day(name: str, day: date | None, action: GuidanceAction, at: datetime) -> None:
    """Raise ValidationError for a day before the guidance was issued or after today."""
    if day is None or action.issued_at is None:
        return
    refuse_future_day(name, day, at)
    if day < timezone.localdate(action.issued_at):
        raise ValidationError(
            {name: ValidationError(_("This day lies before the guidance was issued."), code="too_early")}
        )


def refuse_future_day(name: str, day: date | None, at: datetime) -> None:
    """Raise ValidationError for a day that has not come."""
    if day is not None and day > timezone.localdate(at):
        raise ValidationError({name: ValidationError(_("This day has not come yet."), code="future")})


def not_now(action: GuidanceAction, next_step: Any) -> Obstacle:
    """The obstacle of an act that has no meaning in the present state."""
    return Obstacle(
        code="guidance:wrong_state",
        message=_("Not possible in the present state: “%(state)s”.") % {"state": action.get_state_display()},
        article=action.page.article,
        next_step=next_step,
    )
