"""Coercion led through the services to the state that a test is about."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from enforcement.models import Case, CoerciveMeasure
from enforcement.services import coercion
from enforcement.vocabulary.coercion import BasisLevel, CoercionKind, SiteStep
from leniency.services.assessing import assess_case
from tests.city import NOON, City, a_filed_case
from tests.enforcement.case_course import AFTER_DEFENCE, decided

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LATER = NOON + 3 * HOUR
DEMANDED = AFTER_DEFENCE + DAY
AFTER_DEMAND = DEMANDED + 20 * DAY
NOTE: dict[str, Any] = {
    "why_useless": "当事人正在转移涉案物品。",
    "alternative": "拍照并登记。",
    "why_not_enough": "登记后仍可能被转移。",
    "legal_basis": "产品质量法 18",
    "basis_level": BasisLevel.LAW,
    "scope": "涉案计量器具一台",
    "place": "一街道",
    "term_days": 15,
}
SITE: dict[str, Any] = {"steps": list(SiteStep.values), "party_attended": True}
SCALES: dict[str, Any] = {"name": "电子秤", "quantity": Decimal(1), "unit": "台", "condition": "完好"}


def drafted(
    city: City, *, kind: str = CoercionKind.SEIZE, case: Case | None = None, **note: Any
) -> CoerciveMeasure:
    known = case or a_filed_case(city)
    assess_case(known.pk, by=city.actor("officer"), at=NOON)
    values = {**NOTE, **note}
    return coercion.draft_measure(by=city.actor("officer"), at=NOON, case=known, kind=kind, **values)


def with_thing(city: City, measure: CoerciveMeasure, **thing: Any) -> CoerciveMeasure:
    return coercion.add_item(measure.pk, by=city.actor("officer"), at=NOON, **{**SCALES, **thing})


def proposed(city: City, **more: Any) -> CoerciveMeasure:
    measure = drafted(city, **more)
    if not measure.is_execution:
        with_thing(city, measure)
    return coercion.propose_measure(measure.pk, by=city.actor("officer"), at=NOON)


def approved(city: City, **more: Any) -> CoerciveMeasure:
    return coercion.approve_measure(proposed(city, **more).pk, by=city.actor("head"), at=NOON)


def applied(city: City, **more: Any) -> CoerciveMeasure:
    measure = approved(city, **more)
    return coercion.apply_measure(
        measure.pk, by=city.actor("officer"), at=LATER, applied_at=NOON + HOUR, **SITE
    )


def urgent(city: City, at: Any = NOON, **more: Any) -> CoerciveMeasure:
    """Applied in urgency at ``at``, before anybody approved."""
    measure = drafted(city, **more)
    with_thing(city, measure)
    return coercion.apply_urgently(
        measure.pk, by=city.actor("officer"), at=at, applied_at=at, urgent_reason="证据可能灭失", **SITE
    )


def execution(city: City, kind: str = CoercionKind.REMOVAL, **note: Any) -> CoerciveMeasure:
    """An approved execution of a decided case; no demand was served yet."""
    case = decided(city)
    officer, head = city.actor("officer"), city.actor("head")
    values = {**NOTE, "term_days": None, **note}
    measure = coercion.draft_measure(by=officer, at=AFTER_DEFENCE, case=case, kind=kind, **values)
    coercion.propose_measure(measure.pk, by=officer, at=AFTER_DEFENCE)
    return coercion.approve_measure(measure.pk, by=head, at=AFTER_DEFENCE)


def demanded(city: City, kind: str = CoercionKind.REMOVAL, **note: Any) -> CoerciveMeasure:
    measure = execution(city, kind, **note)
    return coercion.serve_demand(
        measure.pk, by=city.actor("officer"), at=DEMANDED, demand="十日内自行拆除", served_on=DEMANDED.date()
    )


def executing(city: City, kind: str = CoercionKind.REMOVAL, **note: Any) -> CoerciveMeasure:
    measure = demanded(city, kind, **note)
    at = AFTER_DEMAND
    return coercion.apply_measure(measure.pk, by=city.actor("officer"), at=at, applied_at=at)
