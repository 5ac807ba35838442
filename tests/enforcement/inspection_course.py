"""Inspections as far as a test needs them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from enforcement.models import Inspection
from enforcement.services import inspections
from tests.city import NOON, City, a_counterpart

TOMORROW = NOON + timedelta(days=1)


def wanted(city: City, *, by: str = "officer", **values: Any) -> dict[str, Any]:
    """What planning takes: two officers, a filed plan, a reason to go."""
    second = {"officer": "officer2", "officer_north": "north2", "city_market1": "city_market2"}[by]
    given = {
        "matters": [city.matter], "officers": [city.people[by], city.people[second]], "origin": "plan",
        "plan_reference": "2026年度计划第3号", "purpose": "查看明码标价", "basis": "价格法 33",
        "why_on_site": "须现场查看标价",
    }  # fmt: skip
    return {**given, **values}


def planned(city: City, *, by: str = "officer", at: datetime = NOON, **values: Any) -> Inspection:
    party = values.pop("counterpart", None) or a_counterpart(city, by=by, at=at)
    return inspections.plan_inspection(
        by=city.actor(by),
        at=at,
        counterpart=party,
        **{"planned_at": TOMORROW, **wanted(city, by=by, **values)},
    )


def begun(city: City, *, at: datetime = TOMORROW, **values: Any) -> Inspection:
    row = planned(city, **values)
    return inspections.start_inspection(
        row.pk, by=city.actor("officer"), at=at, started_at=at, certificates_shown=True, check_in="91110000"
    )


def concluded(city: City, *, result: str = "nothing", **values: Any) -> Inspection:
    row, after = begun(city, **values), TOMORROW + timedelta(hours=1)
    return inspections.conclude_inspection(
        row.pk, by=city.actor("officer"), at=after, ended_at=after, note="现场情况", note_sign="signed",
        result=result, in_order=[] if result == "clue" else [city.matter],
        not_in_order=[city.matter] if result == "clue" else [],
    )  # fmt: skip
