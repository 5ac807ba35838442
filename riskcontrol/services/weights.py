"""Weights of the score: drafted, approved by another person, in force from their day (Art. 9)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext

from foundation.actors import SCHEDULER, Actor
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited
from riskcontrol.lifecycle import WEIGHT_LIFECYCLE
from riskcontrol.models import WeightSet
from riskcontrol.rules.scoring import DELIVERED, ORDER
from riskcontrol.rules.weights import name_of, obstacles_to_weighing
from riskcontrol.services.base import ARTICLE
from riskcontrol.vocabulary import WeightState

BEGIN = "risk_weights:begin"
Overrides = dict[str, str] | None


def ensure_weights(*, by: Actor, at: datetime) -> None:
    """Enter the weights as delivered, in force, when there are none yet; raises Forbidden."""
    by.require(Permission.RISK_EDIT)
    if WeightSet.objects.exists():
        return
    with audited("risk_weights:enter_delivered", by=by, at=at, under=ARTICLE):
        WeightSet(
            number=DELIVERED.number,
            state=WeightState.IN_FORCE,
            weights=dict(DELIVERED.weights),
            from_medium=DELIVERED.from_medium,
            from_high=DELIVERED.from_high,
            begins_on=timezone.localdate(at),
            reason=gettext("As delivered."),
        ).save()


def draft_weights(
    *,
    by: Actor,
    at: datetime,
    reason: str,
    begins_on: date,
    from_medium: int,
    from_high: int,
    **points: int,
) -> WeightSet:
    """Propose a new version; ``points`` are the weights by ``name_of`` each input.

    Raises Forbidden, and Refused when a weight has the wrong sign or order.
    """
    by.require(Permission.RISK_EDIT)
    with audited("risk_weights:draft", by=by, at=at, under=ARTICLE, why=reason):
        ensure_weights(by=by, at=at)
        last = WeightSet.objects.aggregate(Max("number"))["number__max"]
        made = WeightSet(number=last + 1)
        _fill(made, points, from_medium, from_high)
        made.begins_on, made.reason = begins_on, reason
        return _written(made, by=by, at=at)


def edit_weights(
    set_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    begins_on: date,
    from_medium: int,
    from_high: int,
    expected: int | None = None,
    **points: int,
) -> WeightSet:
    """Change a draft; raises WeightSet.DoesNotExist for what is approved, Refused and Stale."""
    by.require(Permission.RISK_EDIT)
    with audited("risk_weights:edit", by=by, at=at, under=ARTICLE, why=reason):
        drafts = WeightSet.objects.workable_by(by)
        found: WeightSet = drafts.locked(set_id, expected=expected)
        WEIGHT_LIFECYCLE.take(found, "edit", by=by, at=at)
        _fill(found, points, from_medium, from_high)
        found.begins_on, found.reason = begins_on, reason
        return _written(found, by=by, at=at)


def approve_weights(
    set_id: int, *, by: Actor, at: datetime, expected: int | None = None, overrides: Overrides = None
) -> WeightSet:
    """Let scores be computed by them from their day on; raises Refused to who wrote them."""
    with audited("risk_weights:approve", by=by, at=at, under=ARTICLE):
        found = _moved(set_id, "approve", by=by, at=at, expected=expected, overrides=overrides)
        found.approved_by_id, found.approved_on = by.officer_id, timezone.localdate(at)
        found.save()
        begins = timezone.make_aware(datetime.combine(found.begins_on, time()))
        plan(kind=BEGIN, thing=_thing(found), due_at=begins)
        return found


def discard_weights(
    set_id: int,
    *,
    by: Actor,
    at: datetime,
    why: str,
    expected: int | None = None,
    overrides: Overrides = None,
) -> WeightSet:
    """Give a draft up, with a reason; raises Refused for what is approved."""
    with audited("risk_weights:discard", by=by, at=at, under=ARTICLE, why=why):
        found = _moved(set_id, "discard", by=by, at=at, expected=expected, overrides=overrides)
        found.save()
        return found


def take_back_weights(
    set_id: int,
    *,
    by: Actor,
    at: datetime,
    why: str,
    expected: int | None = None,
    overrides: Overrides = None,
) -> WeightSet:
    """Take the approval back before the day on which they begin; raises Refused from that day on."""
    with audited("risk_weights:take_back", by=by, at=at, under=ARTICLE, why=why):
        found = _moved(set_id, "take_back", by=by, at=at, expected=expected, overrides=overrides)
        found.save()
        cancel(kind=BEGIN, thing=_thing(found))
        return found


@handles(BEGIN)
def begin_when_due(item: DueItem, at: datetime) -> None:
    """Their day has come: they are in force, and those before them replaced."""
    with audited(BEGIN, by=SCHEDULER, at=at, under=ARTICLE):
        found: WeightSet = WeightSet.objects.locked(int(item.thing.partition(":")[2]))
        if found.state != WeightState.APPROVED:
            return
        for earlier in WeightSet.objects.filter(state=WeightState.IN_FORCE):
            WEIGHT_LIFECYCLE.take(earlier, "replace", by=SCHEDULER, at=at)
            earlier.save()
        WEIGHT_LIFECYCLE.take(found, "begin", by=SCHEDULER, at=at)
        found.save()


def _fill(found: WeightSet, points: Mapping[str, int], from_medium: int, from_high: int) -> None:
    found.weights = {code: points[name_of(code)] for code in ORDER}
    found.from_medium, found.from_high = from_medium, from_high


def _written(found: WeightSet, *, by: Actor, at: datetime) -> WeightSet:
    found.edited_by_id = by.officer_id
    wrong = list(obstacles_to_weighing(found.facts(by=by, at=at)))
    if wrong:
        raise Refused(wrong)
    found.save()
    return found


def _moved(
    set_id: int, step: str, *, by: Actor, at: datetime, expected: int | None, overrides: Overrides
) -> WeightSet:
    found: WeightSet = WeightSet.objects.workable_by(by).locked(set_id, expected=expected)
    WEIGHT_LIFECYCLE.take(found, step, by=by, at=at, overrides=overrides)
    return found


def _thing(found: WeightSet) -> str:
    return f"risk_weights:{found.pk}"
