"""The charts of a scorecard: by article, and beside organs of the same level and field (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from evaluation.lists.wording import points_text
from evaluation.reports.choosing import Choice
from evaluation.reports.scorecards import Scorecard
from evaluation.rules.scoring import Scored, Total, total_of
from evaluation.views.choice import scorecard_url

WHOLE = 100


def charts_of(card: Scorecard, choice: Choice) -> list[dict[str, Any]]:
    if len(card.peers) > 1:
        return [_by_article(card), _beside_peers(card, choice)]
    return [{**_by_article(card), "wide": True}]


def _by_article(card: Scorecard) -> dict[str, Any]:
    parts: dict[str, list[tuple[int, Scored]]] = {}
    for line in card.lines:
        parts.setdefault(str(line.indicator.of_article), []).append((line.indicator.weight, line.scored))
    totals = {name: total_of(listed) for name, listed in parts.items()}
    return {
        "id": "score-by-article",
        "title": _("Score by article"),
        "note": _("An article without a bar scored no point or could not be scored: the table tells which."),
        "option": _bars(list(totals), [{"value": _rounded(total)} for total in totals.values()]),
        "table": {
            "columns": [_("article"), _("score"), _("weight scored"), _("weight")],
            "rows": [
                [name, points_text(total.score), total.weight_scored, total.weight_all]
                for name, total in totals.items()
            ],
        },
    }


def _beside_peers(card: Scorecard, choice: Choice) -> dict[str, Any]:
    names = [peer.organ.name for peer in card.peers]
    bars = [
        {"value": _rounded(peer.total), "url": scorecard_url(choice, peer.organ.pk),
         **({"itemStyle": {"opacity": 1}} if card.organ and peer.organ.pk == card.organ.pk else
            {"itemStyle": {"opacity": 0.55}})}
        for peer in card.peers
    ]  # fmt: skip
    return {
        "id": "score-of-peers",
        "title": _("Organs of the same level and field"),
        "note": _(
            "In the order of their codes, not of their scores; how many cases they have plays no part."
        ),
        "option": _bars(names, bars),
        "table": {
            "columns": [_("organ"), _("score"), _("weight scored")],
            "rows": [
                [peer.organ.name, points_text(peer.total.score), peer.total.weight_scored]
                for peer in card.peers
            ],
        },
    }


def _bars(names: list[str], bars: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "xAxis": {"type": "value", "min": 0, "max": WHOLE},
        "yAxis": {"type": "category", "data": names, "inverse": True, "axisLabel": {"width": 150, "overflow": "break"}},
        "series": [{"type": "bar", "name": _("score"), "data": bars}],
        "legend": {"show": False},
        "grid": {"top": 8, "right": 44},
    }  # fmt: skip


def _rounded(total: Total) -> float | None:
    return None if total.score is None else round(total.score, 1)
