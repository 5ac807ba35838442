"""How a score came about: its inputs, what would lower it, and how it moved (Art. 9)."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from enforcement.models import Counterpart
from riskcontrol.lists.points import level_tone
from riskcontrol.lists.watch import explained
from riskcontrol.models import RiskHistory
from riskcontrol.reports.formulas import formula_numbered
from riskcontrol.rules.formulas import HIGHEST
from riskcontrol.rules.moves import CLEAN_REVIEWS
from riskcontrol.rules.relief import reliefs
from riskcontrol.vocabulary import Level

_CHANGES_READ = 60
WIDTH, HEIGHT = 240, 48
_EDGE = 3


def explanation(counterpart: Counterpart) -> dict[str, Any]:
    """What a template needs to explain the risk of ``counterpart``; ``risk`` is none before the first review."""
    risk = getattr(counterpart, "risk", None)
    if risk is None:
        return {"risk": None}
    history = list(RiskHistory.objects.filter(counterpart=counterpart).order_by("-on")[:_CHANGES_READ])[::-1]
    inputs, formula = explained(risk.inputs), formula_numbered(risk.model_version)
    return {
        "risk": risk,
        "level": {"value": risk.get_level_display(), "tone": level_tone(risk.level)},
        "inputs": inputs,
        "total": sum(line["points"] for line in inputs),
        "reliefs": list(reliefs((line["code"] for line in inputs), formula.weights)),
        "calm_left": _calm_left(risk, formula.level_of(risk.score)),
        "formula": formula,
        "history": history,
        "curve": curve(history, WIDTH, HEIGHT),
        "width": WIDTH,
        "height": HEIGHT,
        "from_high": formula.from_high,
        "from_medium": formula.from_medium,
    }


def _calm_left(risk: Any, called_for: str) -> dict[str, Any] | None:
    """How many clean reviews are missing before the level follows the score; none when it does already."""
    if called_for == risk.level:
        return None
    return {"level": Level(called_for).label, "had": risk.calm, "left": CLEAN_REVIEWS - risk.calm}


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
