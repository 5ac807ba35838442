"""The catalogue of a field, with its reviews (Art. 9)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from foundation.endpoints.serializers import ThingSerializer
from riskcontrol.models import CatalogueReview, RiskCatalogue


class ReviewShape(serializers.ModelSerializer[Any]):
    id = serializers.CharField()

    class Meta:
        model = CatalogueReview
        fields = ("id", "cause", "note", "begun_on", "due_on", "concluded_on", "findings")


class CatalogueSerializer(ThingSerializer):
    reviews = ReviewShape(many=True, read_only=True)

    class Meta:
        model = RiskCatalogue
        fields = ("field", "keeper", "counted_on", "revised_on", "reviews")
