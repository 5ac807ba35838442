"""Published guidance in the API: the organ stands for it, and no officer is named (Art. 8 (1), (2))."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from foundation.endpoints.serializers import KeyField, ThingSerializer
from guidance.models import GuidanceAction


class PublicGuidanceSerializer(ThingSerializer):
    organ, field = (KeyField(read_only=True) for _n in range(2))
    organ_name_zh = serializers.CharField(source="organ.name_zh", read_only=True)
    organ_name_en = serializers.CharField(source="organ.name_en", read_only=True)
    holds_from = serializers.DateField(read_only=True, allow_null=True)
    holds_until = serializers.DateField(read_only=True, allow_null=True)
    kind = serializers.SerializerMethodField()
    trades, areas, interpretation, english, model_kind = (
        serializers.SerializerMethodField() for _n in range(5)
    )
    criteria = serializers.SerializerMethodField()
    exemplar = serializers.SerializerMethodField()

    class Meta:
        model = GuidanceAction
        fields = [
            "number", "way", "title", "content", "basis", "audience", "organ", "organ_name_zh", "organ_name_en",
            "field", "issued_at", "holds_from", "holds_until", "kind", "trades", "areas",
            "interpretation", "english", "model_kind", "criteria", "exemplar",
        ]  # fmt: skip

    def get_kind(self, action: Any) -> str:
        return str(getattr(action.detail, "kind", ""))

    def get_trades(self, action: Any) -> str:
        return str(getattr(action.detail, "trades", ""))

    def get_areas(self, action: Any) -> str:
        return str(getattr(action.detail, "areas", ""))

    def get_interpretation(self, action: Any) -> str:
        return str(getattr(action.detail, "interpretation", ""))

    def get_english(self, action: Any) -> str:
        return str(getattr(action.detail, "english", ""))

    def get_model_kind(self, action: Any) -> str:
        return str(getattr(action.detail, "model_kind", ""))

    def get_criteria(self, action: Any) -> str:
        return str(getattr(action.detail, "criteria", ""))

    def get_exemplar(self, action: Any) -> str:
        model = getattr(action.detail, "exemplar", None)
        return model.name if model else ""


class PublicDraftSerializer(ThingSerializer):
    organ, field = (KeyField(read_only=True) for _n in range(2))
    shown_from = serializers.DateField(source="public_life.shown_from", read_only=True)
    shown_until = serializers.DateField(source="public_life.shown_until", read_only=True)
    exemplar = serializers.SerializerMethodField()

    class Meta:
        model = GuidanceAction
        fields = [
            "way", "title", "content", "reasons", "basis", "audience", "organ", "field", "shown_from", "shown_until",
            "exemplar",
        ]  # fmt: skip

    def get_exemplar(self, action: Any) -> str:
        model = getattr(getattr(action, "demo", None), "exemplar", None)
        return model.name if model else ""


class PublicEndedSerializer(ThingSerializer):
    organ, field = (KeyField(read_only=True) for _n in range(2))
    ended_on = serializers.DateField(source="public_life.ended_on", read_only=True)
    how = serializers.CharField(source="public_life.ended_how", read_only=True)
    reason = serializers.CharField(source="public_life.ended_why", read_only=True)

    class Meta:
        model = GuidanceAction
        fields = [
            "number",
            "way",
            "title",
            "audience",
            "organ",
            "field",
            "issued_at",
            "ended_on",
            "how",
            "reason",
        ]
