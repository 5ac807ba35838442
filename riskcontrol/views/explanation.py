"""How a score came about: its inputs, what would lower it, and how it moved (Art. 9)."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from enforcement.models import Counterpart
from riskcontrol.lists.points import level_tone
from riskcontrol.lists.watch import explained
from riskcontrol.models import RiskHistory
from riskcontrol.rules.relief import reliefs
from riskcontrol.rules.scoring import FROM_HIGH, FROM_MEDIUM, HIGHEST

_DAYS_SHOWN = 24
WIDTH, HEIGHT = 240, 48
_EDGE = 3


def explanation(counterpart: Counterpart) -> dict[str, Any]:
    """What a template needs to explain the risk of ``counterpart``; ``risk`` is none before the first review."""
    risk = getattr(counterpart, "risk", None)
    if risk is None:
        return {"risk": None}
    history = list(RiskHistory.objects.filter(counterpart=counterpart).order_by("-on")[:_DAYS_SHOWN])[::-1]
    inputs = explained(risk.inputs)
    return {
        "risk": risk,
        "level": {"value": risk.get_level_display(), "tone": level_tone(risk.level)},
        "inputs": inputs,
        "total": sum(line["points"] for line in inputs),
        "reliefs": list(reliefs(line["code"] for line in inputs)),
        "history": history,
        "curve": curve(history, WIDTH, HEIGHT),
        "width": WIDTH,
        "height": HEIGHT,
        "from_high": FROM_HIGH,
        "from_medium": FROM_MEDIUM,
    }


def curve(history: list[RiskHistory], width: int, height: int) -> str:
    """The points of a stepped line through the scores, by day, for an SVG of that size."""
    if len(history) < 2:
        return ""
    first, days = history[0].on, max((history[-1].on - history[0].on).days, 1)

    def across(entry: RiskHistory) -> float:
        return round(_EDGE + (width - 2 * _EDGE) * (entry.on - first).days / days, 1)

    def down(entry: RiskHistory) -> float:
        return round(height - _EDGE - (height - 2 * _EDGE) * entry.score / HIGHEST, 1)

    places = [f"{across(history[0])},{down(history[0])}"]
    for before, entry in pairwise(history):
        places += [f"{across(entry)},{down(before)}", f"{across(entry)},{down(entry)}"]
    return " ".join(places)
