"""Weights as somebody would type them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from riskcontrol.rules.scoring import WEIGHTS
from riskcontrol.rules.weights import name_of
from tests.city import NOON

TOMORROW: date = NOON.date() + timedelta(days=1)


def typed(**changed: Any) -> dict[str, Any]:
    """All fields of a proposal: the weights as delivered, but for what is ``changed``."""
    weights = {name_of(code): points for code, points in WEIGHTS.items()}
    told = {"reason": "年度评估", "begins_on": TOMORROW, "from_medium": 20, "from_high": 50}
    return {**told, **weights, **changed}
