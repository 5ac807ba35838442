"""Single questions and suggestions in the API (Art. 8 (4), (5))."""

from __future__ import annotations

from rest_framework import serializers

from guidance.models import CounselQuestion, SuggestionItem


class QuestionShape(serializers.ModelSerializer[CounselQuestion]):
    id = serializers.CharField(source="pk", read_only=True)

    class Meta:
        model = CounselQuestion
        fields = ["id", "question", "answer", "basis", "answered_on"]


class SuggestionShape(serializers.ModelSerializer[SuggestionItem]):
    id = serializers.CharField(source="pk", read_only=True)

    class Meta:
        model = SuggestionItem
        fields = ["id", "text", "benefit", "do_by", "adopted", "adopted_on", "note"]
