"""Sorting out risk points: drafting and editing them (Art. 9)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from foundation.actors import Actor
from foundation.permissions import Permission
from foundation.record import audited
from riskcontrol.models import RiskPoint
from riskcontrol.services.base import ARTICLE, require_duty, working_on
from riskcontrol.services.catalogues import ensure_catalogue
from riskcontrol.services.levels import place_level


def draft_point(
    *, by: Actor, at: datetime, level: str = "", level_reason: str = "", **values: Any
) -> RiskPoint:
    """Draft a risk point; an empty level is drawn from the cases of its matter.

    Raises Forbidden, and Refused outside the organ's duties or without a reason for a chosen level.
    """
    by.require(Permission.RISK_EDIT)
    with audited("risk_point:draft", by=by, at=at, under=ARTICLE):
        point = RiskPoint(edited_by_id=by.officer_id, **values)
        place_level(point, level, level_reason, at=at)
        ensure_catalogue(point.field, at=at)
        point.save()
        require_duty(point, by=by, at=at)
        return point


def edit_point(
    point_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> RiskPoint:
    """Correct a draft, or a risk point under revision."""
    with working_on(point_id, "edit", by=by, at=at, expected=expected) as point:
        for name, value in values.items():
            setattr(point, name, value)
        point.save()
        return point
