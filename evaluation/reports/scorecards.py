"""A scorecard: every indicator of an organ and a period, what was not measured, and its like (Art. 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from enforcement.models import Organ
from evaluation.models import Indicator
from evaluation.reports.counting import Counts, Figures
from evaluation.reports.figures import Figure
from evaluation.reports.frame import Frame
from evaluation.reports.measures import MEASURES
from evaluation.reports.territory import Territory
from evaluation.rules.periods import Span
from evaluation.rules.scoring import Scored, Total, score_of, total_of
from foundation.actors import Actor

NOTHING = Figure()


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator; ``weight_here`` is its weight once the others' was spread over what could be scored."""

    indicator: Indicator
    figure: Figure
    scored: Scored
    weight_here: float
    before: float | None


@dataclass(frozen=True, slots=True)
class Peer:
    """An organ of the same level and field, beside the one that is looked at."""

    organ: Organ
    total: Total


@dataclass(frozen=True, slots=True)
class Scorecard:
    """``organ`` is None for everything that the actor sees."""

    organ: Organ | None
    span: Span
    total: Total
    lines: tuple[Line, ...]
    peers: tuple[Peer, ...]


def scorecard(
    actor: Actor, territory: Territory, organ_id: int | None, span: Span, *, at: datetime
) -> Scorecard:
    """The live scorecard of an organ in ``territory`` with all below it; three queries.

    Raises KeyError for an organ out of reach.
    """
    today = timezone.localdate(at)
    indicators = list(Indicator.objects.order_by("position"))
    now = Counts(Frame(actor, span, today))
    figures = now.figures(territory, organ_id)
    before = Counts(Frame(actor, span.previous, today)).figures(territory, organ_id)
    total, scored = _score(indicators, figures)
    return Scorecard(
        organ=None if organ_id is None else territory.places[organ_id].organ,
        span=span,
        total=total,
        lines=tuple(_line(i, figures, before, scored[i.code], total) for i in indicators),
        peers=tuple(
            Peer(place.organ, _score(indicators, now.figures(territory, place.id))[0])
            for place in territory.peers(organ_id)
        ),
    )


def _score(indicators: list[Indicator], figures: Figures) -> tuple[Total, dict[str, Scored]]:
    scored = {}
    for indicator in indicators:
        figure = figures.get(indicator.code, NOTHING)
        measured = indicator.code in MEASURES
        scored[indicator.code] = score_of(indicator.terms, measured=measured, value=figure.value, n=figure.n)
    return total_of((i.weight, scored[i.code]) for i in indicators), scored


def _line(indicator: Indicator, figures: Figures, before: Figures, scored: Scored, total: Total) -> Line:
    return Line(
        indicator=indicator,
        figure=figures.get(indicator.code, NOTHING),
        scored=scored,
        weight_here=0.0 if scored.score is None else total.share_of(indicator.weight),
        before=before.get(indicator.code, NOTHING).value,
    )
