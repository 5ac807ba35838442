"""Risk at a glance: three numbers, and the table behind them (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import pgettext_lazy

from riskcontrol.reports.heat import LEVELS, HeatRow
from riskcontrol.vocabulary import TONES

_LABELS = {
    "high": pgettext_lazy("number of", "High risk"),
    "medium": pgettext_lazy("number of", "Medium risk"),
    "low": pgettext_lazy("number of", "Low risk"),
}


def heat_context(rows: list[HeatRow], *, name: str) -> dict[str, Any]:
    """The table, and its sums as key figures; ``name`` is the filter that a row sets."""
    sums = [sum(row.numbers[place] for row in rows) for place in range(len(LEVELS))]
    kpis = [
        {"label": _LABELS[level], "value": number, "tone": TONES[level].value, "url": f"?level={level}"}
        for level, number in zip(LEVELS, sums, strict=True)
    ]
    return {"heat": rows, "heat_name": name, "kpis": kpis if rows else []}
