"""The life of a publication: it takes effect, is looked at again, kept, renewed, and is over (Art. 8)."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.services.calendar import morning_after
from foundation.actors import SCHEDULER, Actor
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.obstacles import Refused
from guidance.models import GuidanceAction, PublicLife
from guidance.models.public_facts import holds_between
from guidance.rules.public_days import next_review
from guidance.services.base import not_now, taking
from guidance.services.exemplars import unname_model
from guidance.services.publications.base import life_of, working_on_publication
from guidance.services.publications.ending import EXPIRE, LOOK_AGAIN, TAKE_EFFECT, end_publicly
from guidance.services.telling import heads_of, tell
from guidance.vocabulary import GuidanceState, PublicEnd, Way

URGENT_REVIEW_MONTHS = 1  # what nobody could comment on beforehand is looked at early
SHOWN = (GuidanceState.ISSUED, GuidanceState.IN_FORCE)


def plan_life(action: GuidanceAction, *, at: datetime) -> None:
    """Plan when a publication takes effect, is looked at again, and is over; inside the act that publishes it."""
    first, last = holds_between(action)
    if first is None:
        return
    thing = f"guidance:{action.pk}"
    plan(kind=TAKE_EFFECT, thing=thing, due_at=max(at, _morning(first)))
    _plan_end(thing, last)
    life = life_of(action)
    if life.review_due_on is None:
        _plan_review(life, first)
        life.save()


def keep_publication(
    action_id: int, *, by: Actor, at: datetime, note: str, expected: int | None = None
) -> GuidanceAction:
    """Look at a publication again and keep it as it is, with the reason; the next look is planned."""
    with working_on_publication(action_id, "keep", by=by, at=at, expected=expected, states=SHOWN) as (
        action,
        life,
    ):
        life.kept_on, life.kept_note = timezone.localdate(at), note
        _plan_review(life, life.kept_on)
    return action


def renew_naming(
    action_id: int, *, by: Actor, at: datetime, valid_to: date, note: str = "", expected: int | None = None
) -> GuidanceAction:
    """Let a model stay named until a later day."""
    with working_on_publication(action_id, "renew", by=by, at=at, expected=expected, states=SHOWN) as (
        action,
        life,
    ):
        if action.way != Way.DEMO:
            raise Refused([not_now(action, _("Only a naming is renewed; keep it, or write a new version."))])
        demo: Any = action.detail
        if valid_to <= max(demo.valid_to or date.min, timezone.localdate(at)):
            raise ValidationError({"valid_to": ValidationError(_("Choose a later day."), code="early")})
        demo.valid_to = valid_to
        demo.save()
        _plan_end(f"guidance:{action.pk}", valid_to)
        life.kept_on, life.kept_note = timezone.localdate(at), note
        _plan_review(life, life.kept_on)
    return action


@handles(TAKE_EFFECT)
def take_effect_when_due(item: DueItem, at: datetime) -> None:
    """The first day has come."""
    action = _action_of(item)
    if action.state == GuidanceState.ISSUED:
        with taking(action.pk, "take_effect", by=SCHEDULER, at=at):
            pass


@handles(EXPIRE)
def expire_when_due(item: DueItem, at: datetime) -> None:
    """The last day is over."""
    action = _action_of(item)
    last = holds_between(action)[1]
    if action.state not in SHOWN or last is None or last >= timezone.localdate(at):
        return
    with taking(action.pk, "expire", by=SCHEDULER, at=at) as ended:
        unname_model(ended, by=SCHEDULER, at=at)
        end_publicly(ended, at=at, how=PublicEnd.EXPIRED)


@handles(LOOK_AGAIN)
def tell_of_review(item: DueItem, at: datetime) -> None:
    """Who drafted it and the heads of the organ are told once that it is to be looked at again."""
    action = _action_of(item)
    due_on = life_day(action)
    if action.state not in SHOWN or due_on is None or due_on.toordinal() != item.round:
        return
    tell(action, item, at, due_on, whom=lambda thing: (thing.drafted_by, *heads_of(thing)))


def life_day(action: GuidanceAction) -> date | None:
    """The day by which it is looked at again."""
    return PublicLife.objects.filter(action=action).values_list("review_due_on", flat=True).first()


def _plan_review(life: PublicLife, since: date) -> None:
    hurried = bool(life.urgent_reason) and life.kept_on is None
    months = URGENT_REVIEW_MONTHS if hurried else settings.GUIDANCE_REVIEW_MONTHS
    life.review_due_on = next_review(since, months=months)
    thing = f"guidance:{life.action_id}"
    cancel(kind=LOOK_AGAIN, thing=thing)
    plan(
        kind=LOOK_AGAIN,
        thing=thing,
        due_at=_morning(life.review_due_on),
        round=life.review_due_on.toordinal(),
    )


def _plan_end(thing: str, last: date | None) -> None:
    if last is not None:
        cancel(kind=EXPIRE, thing=thing)
        plan(kind=EXPIRE, thing=thing, due_at=morning_after(last), round=last.toordinal())


def _action_of(item: DueItem) -> GuidanceAction:
    found: GuidanceAction = GuidanceAction.objects.select_related("guide", "demo", "drafted_by").get(
        pk=item.thing.partition(":")[2]
    )
    return found


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
