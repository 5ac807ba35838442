"""The way of a risk point into the catalogue and out of it: checked, approved, revised, withdrawn (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.actors import Actor
from foundation.events import announce
from foundation.record import audited
from riskcontrol.events import RiskPointPublished
from riskcontrol.lifecycle import POINT_LIFECYCLE
from riskcontrol.models import RiskMeasure, RiskPoint
from riskcontrol.rules.periods import months_after
from riskcontrol.services.base import ARTICLE, touching
from riskcontrol.services.editions import end_edition, issue_edition
from riskcontrol.vocabulary import REVIEW_AFTER_MONTHS, PointState

Overrides = dict[str, str] | None


def check_point(
    point_id: int,
    *,
    by: Actor,
    at: datetime,
    opinion: str,
    expected: int | None = None,
    overrides: Overrides = None,
) -> RiskPoint:
    """Give the opinion on legality; raises Refused while parts are missing, or to who worked on it last."""
    told = {"opinion": opinion, "checked_by_id": by.officer_id}
    return _take(point_id, "check", by=by, at=at, expected=expected, overrides=overrides, told=told)


def publish_point(
    point_id: int,
    *,
    by: Actor,
    at: datetime,
    confirmed: Iterable[RiskMeasure],
    expected: int | None = None,
    overrides: Overrides = None,
) -> RiskPoint:
    """Approve and publish an edition; ``confirmed`` are the measures that the head vouches for.

    Raises Refused while a measure is not confirmed to take no right away and to add no duty.
    """
    told = {"confirmed": frozenset(measure.pk for measure in confirmed)}
    point = _take(point_id, "publish", by=by, at=at, expected=expected, overrides=overrides, told=told)
    announce(RiskPointPublished(point.pk))
    return point


def revise_point(
    point_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    expected: int | None = None,
    overrides: Overrides = None,
) -> RiskPoint:
    """Take a published risk point under revision; its edition stays in force until the next one."""
    return _take(point_id, "revise", by=by, at=at, expected=expected, overrides=overrides, why=reason)


def return_to_draft(
    point_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    expected: int | None = None,
    overrides: Overrides = None,
) -> RiskPoint:
    """Send what was checked, or withdrawn, back to the draft, with a reason."""
    return _take(
        point_id, "return_to_draft", by=by, at=at, expected=expected, overrides=overrides, why=reason
    )


def withdraw_point(
    point_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    expected: int | None = None,
    overrides: Overrides = None,
) -> RiskPoint:
    """Take the risk point off the list, with a reason; what was published stays readable for its days."""
    return _take(point_id, "withdraw", by=by, at=at, expected=expected, overrides=overrides, why=reason)


def confirm_review(
    point_id: int, *, by: Actor, at: datetime, note: str, expected: int | None = None
) -> RiskPoint:
    """Record that the risk point was examined and still holds; its next review moves on."""
    with touching(point_id, "confirm_review", by=by, at=at, expected=expected, why=note) as point:
        _reviewed(point, at)
        point.save()
        return point


def _take(
    point_id: int,
    name: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None,
    overrides: Overrides,
    why: str = "",
    told: dict[str, Any] | None = None,
) -> RiskPoint:
    by.require(POINT_LIFECYCLE.transition(name).permission)
    with audited(f"risk_point:{name}", by=by, at=at, under=ARTICLE, why=why):
        point: RiskPoint = RiskPoint.objects.workable_by(by).locked(point_id, expected=expected)
        for column, value in (told or {}).items():
            setattr(point, column, value)
        POINT_LIFECYCLE.take(point, name, by=by, at=at, overrides=overrides)
        _AFTER.get(name, _nothing_more)(point, by, at)
        point.save()
    return point


def _publish(point: RiskPoint, by: Actor, at: datetime) -> None:
    today = timezone.localdate(at)
    point.published_on = point.published_on or today
    point.edition = issue_edition(point, approver=by.officer_id, on=today).number
    _reviewed(point, at)


def _withdraw(point: RiskPoint, _by: Actor, at: datetime) -> None:
    end_edition(point, on=timezone.localdate(at))


def _reopen(point: RiskPoint, _by: Actor, _at: datetime) -> None:
    point.opinion, point.checked_by_id = "", None
    if point.state == PointState.DRAFT:
        point.published_on = None


def _nothing_more(_point: RiskPoint, _by: Actor, _at: datetime) -> None:
    """The state alone moves."""


_AFTER = {"publish": _publish, "withdraw": _withdraw, "revise": _reopen, "return_to_draft": _reopen}


def _reviewed(point: RiskPoint, at: datetime) -> None:
    point.reviewed_on = timezone.localdate(at)
    point.review_due_on = months_after(point.reviewed_on, REVIEW_AFTER_MONTHS[point.level])
