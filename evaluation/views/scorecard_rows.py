"""A scorecard as its page shows it: key figures, lines by article, and the like beside it (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evaluation.lists.wording import counted_text, interval_text, points_text, target_text, value_text
from evaluation.reports.choosing import Choice
from evaluation.reports.measures import MEASURES
from evaluation.reports.scorecards import Line, Scorecard
from evaluation.views.choice import evidence_url, scorecard_url
from evaluation.vocabulary import STANDING_TONES, Direction, Standing
from foundation.vocabulary import Tone

FULL = 0.999


def kpis_of(card: Scorecard) -> list[dict[str, Any]]:
    standing = [line.scored.standing for line in card.lines]
    short = [line for line in card.lines if line.scored.score is not None and line.scored.score < FULL]
    waiting = standing.count(Standing.TOO_FEW) + standing.count(Standing.NO_DATA)
    return [
        {
            "label": _("Score"), "value": points_text(card.total.score), "unit": _("of 100"), "icon": "target",
            "note": _("over what could be scored"), "tone": Tone.INFO.value,
        },
        {
            "label": _("Scored"), "value": standing.count(Standing.SCORED), "icon": "list-check",
            "unit": _("of %(all)s indicators") % {"all": len(standing)},
            "note": _("%(scored)s of %(all)s points of weight")
            % {"scored": card.total.weight_scored, "all": card.total.weight_all},
        },
        {
            "label": _("Short of the target"), "value": len(short), "icon": "flag",
            "tone": (Tone.WATCH if short else Tone.GOOD).value,
            "note": ngettext("%(n)s indicator to work on", "%(n)s indicators to work on", len(short))
            % {"n": len(short)},
        },
        {
            "label": _("No data, or too few"), "value": waiting, "icon": "help-circle",
            "note": _("neither full marks nor none"),
        },
    ]  # fmt: skip


def groups_of(card: Scorecard, choice: Choice) -> list[dict[str, Any]]:
    """The lines of each article together, those that are measured first."""
    groups: dict[str, dict[str, Any]] = {}
    for line in card.lines:
        article = line.indicator.of_article
        group = groups.setdefault(article.code, {"article": article, "rows": [], "unmeasured": []})
        kept = "unmeasured" if line.scored.standing == Standing.NOT_MEASURED else "rows"
        group[kept].append(_row(line, choice))
    return list(groups.values())


def _row(line: Line, choice: Choice) -> dict[str, Any]:
    indicator, figure, scored = line.indicator, line.figure, line.scored
    return {
        "code": indicator.code,
        "name": indicator.name,
        "formula": indicator.formula,
        "weight": indicator.weight,
        "weight_here": points_text(line.weight_here) if scored.score is not None else "",
        "url": indicator.get_absolute_url(),
        "evidence_url": evidence_url(indicator.code, choice) if indicator.code in MEASURES else "",
        "value": value_text(figure.value, indicator.unit),
        "counted": counted_text(figure.numerator, figure.denominator, indicator.unit),
        "interval": interval_text(figure.low, figure.high, indicator.unit),
        "companions": [{"label": c.label, "value": value_text(c.value, "share")} for c in figure.companions],
        "before": value_text(line.before, indicator.unit),
        "change": _change(line),
        "target": target_text(indicator.target, indicator.unit, indicator.direction),
        "standing": scored.standing.label,
        "standing_tone": STANDING_TONES[scored.standing.value].value,
        "score": None if scored.score is None else round(100 * scored.score),
    }


def _change(line: Line) -> dict[str, str] | None:
    """Whether the figure moved since the period before, and whether that is good."""
    now, before = line.figure.value, line.before
    if now is None or before is None or abs(now - before) < 0.0005:
        return None
    rose = now > before
    better = rose == (line.indicator.direction != Direction.LESS)
    return {
        "icon": "arrow-up" if rose else "arrow-down",
        "tone": (Tone.GOOD if better else Tone.WATCH).value,
        "words": _("better than before") if better else _("worse than before"),
    }


def peers_of(card: Scorecard, choice: Choice) -> list[dict[str, Any]]:
    """The organ and its like in the order of their codes: nobody is ranked, and one alone is not compared."""
    if len(card.peers) < 2:
        return []
    return [
        {
            "name": peer.organ.name,
            "url": scorecard_url(choice, peer.organ.pk),
            "is_own": card.organ is not None and peer.organ.pk == card.organ.pk,
            "score": points_text(peer.total.score),
            "weight": peer.total.weight_scored,
        }
        for peer in card.peers
    ]
