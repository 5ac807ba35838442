"""A risk point in words, the same for officers and for everybody (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import CounterpartKind, Industry
from foundation.lists.context import RowContext
from guidance.vocabulary import Way
from riskcontrol.lists.points import level_tone, season_words
from riskcontrol.models import PointEdition, RiskPoint
from riskcontrol.rules.hints import hints_in
from riskcontrol.vocabulary import CauseKind, Level, Side

Content = RiskPoint | PointEdition

LEVELS = (Level.HIGH, Level.MEDIUM, Level.LOW)


def described(point: Content, context: RowContext) -> dict[str, Any]:
    """The facts and badges of a risk point."""
    return {
        "level": {"value": point.get_level_display(), "tone": level_tone(point.level)},
        "in_season": timezone.localdate(context.at).month in point.season_months,
        "facts": [
            _fact(_("how it shows"), point.manifestation, "multiline"),
            _fact(_("what the law provides for"), point.consequence, "multiline"),
            _fact(_("legal basis"), point.basis),
            _fact(_("high season"), season_words(point.season_months)),
            _fact(_("industries it concerns"), _words(Industry, point.industries), "list"),
            *_narrower(point),
            _fact(_("suggested ways of guidance"), _words(Way, point.ways), "list"),
        ],
    }


def _narrower(point: Content) -> list[dict[str, Any]]:
    """What narrows the circle of those concerned; what nobody named narrows nothing and is not shown."""
    told = (
        _fact(_("region"), str(point.region) if point.region else None),
        _fact(_("kinds of counterparts it concerns"), _words(CounterpartKind, point.kinds), "list"),
        _fact(_("licences it concerns"), point.licences, "list"),
    )
    return [fact for fact in told if fact["value"]]


def analysed_causes(point: Content) -> list[dict[str, Any]]:
    """The causes of both sides; a side that nobody analysed yet is shown as such."""
    causes = list(point.causes.all())
    return [
        {"label": kind.label, "texts": [c.text for c in causes if c.kind == kind.value]} for kind in CauseKind
    ]


def graded_measures(point: Content) -> list[dict[str, Any]]:
    """What both sides do at each level; measures for all levels stand at each."""
    measures = list(point.measures.all())

    def texts(level: str, side: str) -> list[str]:
        return [m.text for m in measures if m.side == side and m.level in ("", level)]

    return [
        {
            "label": level.label,
            "tone": level_tone(level.value),
            "is_present": level.value == point.level,
            "organ": texts(level.value, Side.ORGAN.value),
            "counterpart": texts(level.value, Side.COUNTERPART.value),
        }
        for level in LEVELS
    ]


def doubtful_measures(point: RiskPoint) -> list[dict[str, Any]]:
    """Measures whose words hint at a duty, or at a right taken away: a reminder to look closely."""
    found = [(measure, hints_in(measure.text_zh, measure.text_en)) for measure in point.measures.all()]
    return [{"text": measure.text, "words": words} for measure, words in found if words]


def _words(choices: Any, codes: list[str]) -> list[str]:
    words = dict(choices.choices)
    return [str(words[code]) for code in codes if code in words]


def _fact(label: Any, value: Any, kind: str = "text") -> dict[str, Any]:
    return {"label": label, "value": value or None, "kind": kind}
