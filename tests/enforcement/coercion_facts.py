"""Facts of coercion for rules, each test naming only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from enforcement.rules.coercion_facts import (
    CoercionFacts,
    ExecutionFacts,
    ItemFacts,
    NecessityFacts,
    SiteFacts,
)
from enforcement.vocabulary.coercion import CoercionKind, SiteStep
from tests.city import NOON
from tests.enforcement.case_facts import FIRST, SECOND

NEED = NecessityFacts(
    means_tried="规劝二次", alternative="登记", why_not_enough="仍在转移", legal_basis="产品质量法 18",
    basis_level="law", scope="一台秤", term_days=15,
)  # fmt: skip
SITE = SiteFacts(steps=frozenset(SiteStep.values), party_attended=True, handlers=(FIRST, SECOND))
PERFORMED = ExecutionFacts(
    is_decided=True, demand_served_on=date(2026, 11, 2), demand_until=date(2026, 11, 16),
    announced_on=date(2026, 6, 1), remedies_until=date(2026, 11, 1), supervisor="甲", budget=100,
)  # fmt: skip
MEASURE = CoercionFacts(
    kind=CoercionKind.SEIZE, at=NOON, today=NOON.date(), case_state="filed", necessity=NEED, site=SITE,
    items=(ItemFacts("秤"),), actor_id=9, handler_ids=frozenset({1, 2}), proposed_by_id=1,
    approved_at=NOON - timedelta(hours=3), applied_at=NOON, reason="已改正", urgent_reason="急",
)  # fmt: skip
"""A seizure of which no rule has anything to say, applied at noon."""
EXECUTION = replace(
    MEASURE, kind=CoercionKind.DEMOLITION, case_state="decided", items=(), execution=PERFORMED,
    necessity=replace(NEED, term_days=None),
)  # fmt: skip


def measure(**changes: Any) -> CoercionFacts:
    return replace(MEASURE, **changes)


def need(**changes: Any) -> CoercionFacts:
    kind = changes.pop("kind", MEASURE.kind)
    return replace(MEASURE, kind=kind, necessity=replace(NEED, **changes))


def site(**changes: Any) -> CoercionFacts:
    return replace(MEASURE, site=replace(SITE, **changes))


def execution(kind: str = CoercionKind.DEMOLITION, **changes: Any) -> CoercionFacts:
    return replace(EXECUTION, kind=kind, execution=replace(PERFORMED, **changes))
