"""Sorting out risk points, analysing causes, setting measures, publishing and reviewing them (Art. 9)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from foundation.actors import Actor
from foundation.articles import Article
from foundation.events import announce
from foundation.permissions import Permission
from foundation.record import audited
from riskcontrol.events import RiskPointPublished
from riskcontrol.lifecycle import POINT_LIFECYCLE
from riskcontrol.models import RiskPoint
from riskcontrol.rules.periods import months_after
from riskcontrol.services.base import require_duty, working_on
from riskcontrol.services.levels import place_level
from riskcontrol.vocabulary import REVIEW_AFTER_MONTHS


def draft_point(
    *, by: Actor, at: datetime, level: str = "", level_reason: str = "", **values: Any
) -> RiskPoint:
    """Draft a risk point; an empty level is drawn from the cases of its matter.

    Raises Forbidden, and Refused outside the organ's duties or without a reason for a chosen level.
    """
    by.require(Permission.RISK_EDIT)
    with audited("risk_point:draft", by=by, at=at, under=Article(9)):
        point = RiskPoint(**values)
        place_level(point, level, level_reason, at=at)
        point.save()
        require_duty(point, by=by, at=at)
        return point


def edit_point(
    point_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> RiskPoint:
    """Correct a risk point; a published one gets a new edition."""
    with working_on(point_id, "edit", by=by, at=at, expected=expected) as point:
        for name, value in values.items():
            setattr(point, name, value)
        point.save()
        return point


def publish_point(
    point_id: int,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> RiskPoint:
    """Put the risk point on the published list; raises Refused while causes or measures are missing."""
    point = _take(point_id, "publish", by=by, at=at, expected=expected, overrides=overrides)
    announce(RiskPointPublished(point.pk))
    return point


def withdraw_point(
    point_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> RiskPoint:
    """Take the risk point off the list, with a reason."""
    return _take(point_id, "withdraw", by=by, at=at, expected=expected, overrides=overrides, why=reason)


def confirm_review(
    point_id: int, *, by: Actor, at: datetime, note: str, expected: int | None = None
) -> RiskPoint:
    """Record that the risk point was examined and still holds; its next review moves on."""
    with working_on(point_id, "confirm_review", by=by, at=at, expected=expected, why=note) as point:
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
    overrides: dict[str, str] | None,
    why: str = "",
) -> RiskPoint:
    transition = POINT_LIFECYCLE.transition(name)
    by.require(transition.permission)
    with audited(f"risk_point:{name}", by=by, at=at, under=Article(9), why=why):
        point: RiskPoint = RiskPoint.objects.workable_by(by).locked(point_id, expected=expected)
        POINT_LIFECYCLE.take(point, name, by=by, at=at, overrides=overrides)
        if name == "publish":
            point.published_on = point.published_on or timezone.localdate(at)
            _reviewed(point, at)
        point.save()
    return point


def _reviewed(point: RiskPoint, at: datetime) -> None:
    point.reviewed_on = timezone.localdate(at)
    point.review_due_on = months_after(point.reviewed_on, REVIEW_AFTER_MONTHS[point.level])
