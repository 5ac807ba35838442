"""Which formula counts on a day, and which one a score was computed with (Art. 9)."""

from __future__ import annotations

from datetime import date

from riskcontrol.models import WeightSet
from riskcontrol.rules.formulas import Formula
from riskcontrol.rules.scoring import DELIVERED


def formula_on(day: date) -> Formula:
    """The approved weights that had begun by ``day``; before the first of them, those delivered."""
    found = WeightSet.objects.counting_on(day).first()
    return found.formula if found else DELIVERED


def formula_numbered(number: int) -> Formula:
    """The formula of a version, however long ago it was replaced."""
    found = WeightSet.objects.filter(number=number).first()
    return found.formula if found else DELIVERED
