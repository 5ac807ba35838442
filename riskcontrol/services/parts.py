"""Causes and measures of a risk point, each in the timeline of the point (Art. 9)."""

from __future__ import annotations

from datetime import datetime

from foundation.actors import Actor
from riskcontrol.models import RiskCause, RiskMeasure, RiskPoint
from riskcontrol.services.base import working_on


def add_cause(
    point_id: int,
    *,
    by: Actor,
    at: datetime,
    kind: str,
    text_zh: str,
    text_en: str = "",
    expected: int | None = None,
) -> RiskPoint:
    """Note a cause on the side of the counterpart or of the organ."""
    with working_on(point_id, "add_cause", by=by, at=at, expected=expected) as point:
        point.save()
        RiskCause(point=point, kind=kind, text_zh=text_zh, text_en=text_en).save()
        return point


def remove_cause(
    point_id: int, *, by: Actor, at: datetime, cause: RiskCause, expected: int | None = None
) -> RiskPoint:
    """Take a cause off; its last image stays in the record."""
    with working_on(point_id, "remove_cause", by=by, at=at, expected=expected) as point:
        point.causes.get(pk=cause.pk).delete()
        point.save()
        return point


def add_measure(
    point_id: int,
    *,
    by: Actor,
    at: datetime,
    side: str,
    text_zh: str,
    adds_no_duty: bool,
    level: str = "",
    text_en: str = "",
    expected: int | None = None,
) -> RiskPoint:
    """Set a measure of one side, at one level or at all; it takes no right away and adds no duty."""
    with working_on(point_id, "add_measure", by=by, at=at, expected=expected) as point:
        point.save()
        RiskMeasure(
            point=point, side=side, level=level, text_zh=text_zh, text_en=text_en, adds_no_duty=adds_no_duty
        ).save()
        return point


def remove_measure(
    point_id: int, *, by: Actor, at: datetime, measure: RiskMeasure, expected: int | None = None
) -> RiskPoint:
    """Take a measure off; its last image stays in the record."""
    with working_on(point_id, "remove_measure", by=by, at=at, expected=expected) as point:
        point.measures.get(pk=measure.pk).delete()
        point.save()
        return point
