"""Figures in words: a share in percent, a mark from one to five, no data said as such (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from evaluation.vocabulary import Direction, Unit

NOTHING = "–"
LEAST = 0.00005
_AT_LEAST = {Direction.MORE.value: "≥ ", Direction.LESS.value: "≤ "}


def value_text(value: Any, unit: str) -> str:
    """87.5 %, 0.5 ‰, or 4.3; a dash for nothing."""
    if value is None:
        return NOTHING
    number = float(value)
    if unit == Unit.MARK:
        return f"{number:.1f}"
    if LEAST < number < 0.01:
        return f"{_short(1000 * number)} ‰"
    return f"{_short(100 * number if number > LEAST else 0)} %"


def target_text(target: Any, unit: str, direction: str) -> str:
    """What gives full marks; indicators within a band have no single number."""
    if target is None:
        return gettext("within a band")
    whole = unit == Unit.SHARE and float(target) in (0.0, 1.0)
    return ("" if whole else _AT_LEAST.get(direction, "")) + value_text(target, unit)


def interval_text(low: float | None, high: float | None, unit: str) -> str:
    if low is None or high is None:
        return ""
    ends = {"low": value_text(low, unit), "high": value_text(high, unit)}
    return gettext("%(low)s to %(high)s") % ends


def counted_text(numerator: int, denominator: int, unit: str) -> str:
    """35 of 40; nothing when nothing was counted."""
    if not denominator:
        return ""
    if unit == Unit.MARK:
        return gettext("%(n)s answers") % {"n": denominator}
    return gettext("%(k)s of %(n)s") % {"k": numerator, "n": denominator}


def points_text(points: float | None) -> str:
    """Points out of 100 with one decimal; a dash for none."""
    return NOTHING if points is None else f"{points:.1f}"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
