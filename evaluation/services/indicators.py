"""The thirty indicators of the product, entered once and brought up to date (Art. 4)."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from evaluation.models import Indicator
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited

DEFINITIONS = Path(__file__).resolve().parent.parent / "data" / "indicators.json"
_DECIMALS = ("floor", "target")
_CLEAR_OF_OTHERS = 1000


def load_indicators(*, by: Actor, at: datetime, source: Path = DEFINITIONS) -> int:
    """Enter the indicators of ``source`` and correct those that differ; returns how many were written.

    Raises Forbidden without the permission to operate the system. An indicator that ``source`` no longer
    names stays, so that earlier figures keep their definition.
    """
    by.require(Permission.SYSTEM_OPERATE)
    listed = json.loads(source.read_text(encoding="utf-8"))["indicators"]
    known = {indicator.code: indicator for indicator in Indicator.objects.all()}
    changed = []
    for position, given in enumerate(listed, start=1):
        values = {"position": position, **_typed(given)}
        indicator = known.get(given["code"]) or Indicator()
        if any(getattr(indicator, name) != value for name, value in values.items()):
            changed.append((indicator, values))
    if changed:
        with audited("indicator:load", by=by, at=at, under=Article(4)):
            _make_room(changed)
            for indicator, values in changed:
                _write(indicator, values)
    return len(changed)


def _make_room(changed: list[tuple[Indicator, dict[str, Any]]]) -> None:
    """Positions are unique: those that move step aside first."""
    for indicator, values in changed:
        if not indicator._state.adding and indicator.position != values["position"]:
            indicator.position += _CLEAR_OF_OTHERS
            indicator.save()


def _write(indicator: Indicator, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(indicator, name, value)
    indicator.save()


def _typed(given: dict[str, Any]) -> dict[str, Any]:
    return {
        name: Decimal(value) if name in _DECIMALS and value is not None else value
        for name, value in given.items()
    }
