"""How a score moved, as a chart with a table of months beside it (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from foundation.wording import month_text
from riskcontrol.models import RiskHistory
from riskcontrol.rules.formulas import HIGHEST, Formula
from riskcontrol.rules.periods import months_after, months_before
from riskcontrol.vocabulary import Level

MONTHS_SHOWN = 24


def score_chart(history: list[RiskHistory], formula: Formula, today: date) -> dict[str, Any] | None:
    """The score of each day as steps between the two limits; none before there is anything to draw."""
    if not history:
        return None
    since = max(history[0].on, months_before(today, MONTHS_SHOWN))
    steps = [[entry.on.isoformat(), entry.score] for entry in history if entry.on >= since]
    begins = _score_on(history, since)
    ends = max(today, history[-1].on)
    points = [[since.isoformat(), begins.score], *steps, [ends.isoformat(), history[-1].score]]
    return {
        "id": "score-history",
        "title": _("How the score moved"),
        "size": "small",
        "option": {
            "xAxis": {"type": "time"},
            "yAxis": {"type": "value", "min": 0, "max": HIGHEST},
            "legend": {"show": True},
            "series": [
                {"type": "line", "step": "end", "name": _("Score"), "data": points},
                _limit(_("High from"), formula.from_high, since, ends),
                _limit(_("Medium from"), formula.from_medium, since, ends),
            ],
        },
        "table": {
            "columns": [_("month"), _("score at its end"), _("risk level"), _("version of the formula")],
            "rows": [
                [month_text(month), entry.score, str(Level(entry.level).label), entry.model_version]
                for month, entry in _months(history, since, today)
            ],
        },
    }


def _limit(label: str, score: int, since: date, until: date) -> dict[str, Any]:
    return {
        "type": "line",
        "name": f"{label} {score}",
        "symbol": "none",
        "lineStyle": {"type": "dashed", "width": 1},
        "data": [[since.isoformat(), score], [until.isoformat(), score]],
    }


def _months(history: list[RiskHistory], since: date, today: date) -> Iterator[tuple[date, RiskHistory]]:
    """The score with which each month ended, the latest month first; the present one as it stands."""
    month = today.replace(day=1)
    while month >= since.replace(day=1):
        yield month, _score_on(history, months_after(month, 1), before=True)
        month = months_before(month, 1)


def _score_on(history: list[RiskHistory], day: date, *, before: bool = False) -> RiskHistory:
    """What was noted last by ``day``, or before it; the first score where nothing was noted yet."""
    known = [entry for entry in history if entry.on < day or (entry.on == day and not before)]
    return known[-1] if known else history[0]
