"""A risk point as it is worked on, and an edition of it (Art. 9)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from foundation.endpoints.serializers import ThingSerializer
from riskcontrol.models import (
    PointEdition,
    PointQuarter,
    PublishedCause,
    PublishedMeasure,
    RiskCause,
    RiskMeasure,
    RiskPoint,
)
from riskcontrol.rules.hints import hints_in
from riskcontrol.rules.levels import reason_by_rule


class CauseShape(serializers.ModelSerializer[Any]):
    class Meta:
        model = RiskCause
        fields = ("kind", "text_zh", "text_en")


class MeasureShape(serializers.ModelSerializer[Any]):
    """``hints`` are words that are worth a second look: they might add a duty."""

    id = serializers.CharField()
    hints = serializers.SerializerMethodField()

    class Meta:
        model = RiskMeasure
        fields = ("id", "side", "level", "text_zh", "text_en", "hints")

    def get_hints(self, measure: RiskMeasure) -> list[str]:
        return list(hints_in(measure.text_zh, measure.text_en))


class FiguresShape(serializers.Serializer[Any]):
    in_two_years = serializers.IntegerField()
    in_quarter = serializers.IntegerField()
    mild = serializers.IntegerField()
    grave = serializers.IntegerField()
    is_among_most_frequent = serializers.BooleanField()
    level = serializers.CharField()
    reason = serializers.CharField()
    counted_at = serializers.DateTimeField()


_FIGURES = ("in_two_years", "in_quarter", "mild", "grave", "is_among_most_frequent", "level", "counted_at")
_CONTENT = (
    "code",
    "name_zh",
    "name_en",
    "field",
    "matter",
    "manifestation_zh",
    "manifestation_en",
    "consequence_zh",
    "consequence_en",
    "basis",
    "level",
    "season_months",
    "industries",
    "region",
    "kinds",
    "licences",
    "ways",
    "published_on",
    "is_sample",
    "causes",
    "measures",
)


class PublishedCauseShape(serializers.ModelSerializer[Any]):
    class Meta:
        model = PublishedCause
        fields = CauseShape.Meta.fields


class PublishedMeasureShape(serializers.ModelSerializer[Any]):
    class Meta:
        model = PublishedMeasure
        fields = ("side", "level", "text_zh", "text_en")


class QuarterShape(serializers.ModelSerializer[Any]):
    class Meta:
        model = PointQuarter
        fields = ("year", "quarter", "decided", "mild", "grave", "counted_at")


class EditionShape(serializers.ModelSerializer[Any]):
    id = serializers.CharField()

    class Meta:
        model = PointEdition
        fields = ("id", "number", "cause", "level", "published_on", "ended_on")


class PublicPointSerializer(ThingSerializer):
    """One edition: what was published, and from when until when."""

    causes = PublishedCauseShape(many=True, read_only=True)
    measures = PublishedMeasureShape(many=True, read_only=True)

    class Meta:
        model = PointEdition
        fields = (*_CONTENT, "number", "ended_on")


class PublicCauseSerializer(ThingSerializer):
    class Meta:
        model = PublishedCause
        fields = ("edition", "kind", "text_zh", "text_en")


class PublicMeasureSerializer(ThingSerializer):
    class Meta:
        model = PublishedMeasure
        fields = ("edition", "side", "level", "text_zh", "text_en")


class PointSerializer(ThingSerializer):
    """The risk point as it is worked on; its editions are what was published of it."""

    causes = CauseShape(many=True, read_only=True)
    measures = MeasureShape(many=True, read_only=True)
    quarters = QuarterShape(many=True, read_only=True)
    editions = EditionShape(many=True, read_only=True)
    figures = serializers.SerializerMethodField()

    class Meta:
        model = RiskPoint
        fields = (
            *_CONTENT,
            "edition",
            "level_source",
            "level_reason",
            "state",
            "opinion",
            "reviewed_on",
            "review_due_on",
            "figures",
            "quarters",
            "editions",
        )

    @extend_schema_field(FiguresShape(allow_null=True))
    def get_figures(self, point: RiskPoint) -> dict[str, Any] | None:
        figures = getattr(point, "figures", None)
        if figures is None:
            return None
        reason = str(reason_by_rule(figures.occurrences))
        return {**{name: getattr(figures, name) for name in _FIGURES}, "reason": reason}
