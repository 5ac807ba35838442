"""A scorecard as JSON: every figure with its numerator, denominator and standing (Art. 4)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from enforcement.models import Organ
from evaluation.models import EvaluationPeriod
from evaluation.reports.scorecards import Line, Scorecard
from evaluation.vocabulary import Standing


class OrganShape(serializers.Serializer[Any]):
    id = serializers.CharField()
    code = serializers.CharField()
    name_zh = serializers.CharField()
    name_en = serializers.CharField()


class SpanShape(serializers.Serializer[Any]):
    code = serializers.CharField()
    start = serializers.DateField()
    end = serializers.DateField()


class CompanionShape(serializers.Serializer[Any]):
    label = serializers.CharField()  # type: ignore[assignment]
    value = serializers.FloatField()


class LineShape(serializers.Serializer[Any]):
    code = serializers.CharField()
    article = serializers.CharField()
    standing = serializers.ChoiceField(Standing.choices)
    numerator = serializers.IntegerField(allow_null=True)
    denominator = serializers.IntegerField()
    value = serializers.FloatField(allow_null=True)
    interval = serializers.ListField(child=serializers.FloatField(), allow_null=True)
    previous_value = serializers.FloatField(allow_null=True)
    companions = CompanionShape(many=True)
    score = serializers.FloatField(allow_null=True)
    weight = serializers.IntegerField()
    weight_here = serializers.FloatField()
    evidence = serializers.URLField(allow_null=True)


class PeerShape(serializers.Serializer[Any]):
    organ = OrganShape()
    score = serializers.FloatField(allow_null=True)
    weight_scored = serializers.IntegerField()


class ScorecardShape(serializers.Serializer[Any]):
    organ = OrganShape(allow_null=True)
    period = SpanShape()
    is_frozen = serializers.BooleanField()
    score = serializers.FloatField(allow_null=True)
    weight_scored = serializers.IntegerField()
    weight_all = serializers.IntegerField()
    indicators = LineShape(many=True)
    peers = PeerShape(many=True)


def scorecard_body(card: Scorecard, period: EvaluationPeriod, *, evidence: dict[str, str]) -> dict[str, Any]:
    """``evidence`` holds the address of the rows behind each measured indicator."""
    return {
        "organ": _organ(card.organ) if card.organ else None,
        "period": {"code": period.code, "start": period.start, "end": period.end},
        "is_frozen": False,
        "score": _rounded(card.total.score),
        "weight_scored": card.total.weight_scored,
        "weight_all": card.total.weight_all,
        "indicators": [_line(line, evidence.get(line.indicator.code)) for line in card.lines],
        "peers": [
            {
                "organ": _organ(peer.organ),
                "score": _rounded(peer.total.score),
                "weight_scored": peer.total.weight_scored,
            }
            for peer in card.peers
        ],
    }


def _line(line: Line, evidence: str | None) -> dict[str, Any]:
    figure, score = line.figure, line.scored.score
    bounded = figure.low is not None and figure.high is not None
    return {
        "code": line.indicator.code,
        "article": line.indicator.article,
        "standing": line.scored.standing.value,
        "numerator": None if figure.value is None else figure.numerator,
        "denominator": figure.denominator,
        "value": _rounded(figure.value),
        "interval": [_rounded(figure.low), _rounded(figure.high)] if bounded else None,
        "previous_value": _rounded(line.before),
        "companions": [{"label": str(c.label), "value": _rounded(c.value)} for c in figure.companions],
        "score": None if score is None else _rounded(100 * score),
        "weight": line.indicator.weight,
        "weight_here": _rounded(line.weight_here),
        "evidence": evidence,
    }


def _organ(organ: Organ) -> dict[str, str]:
    return {"id": str(organ.pk), "code": organ.code, "name_zh": organ.name_zh, "name_en": organ.name_en}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
