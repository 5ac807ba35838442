"""The public side of a publication in the API (Art. 8 (1), (2))."""

from __future__ import annotations

from rest_framework import serializers

from foundation.endpoints.serializers import KeyField
from guidance.models import CandidateScore, PublicComment, PublicLife, Showing


class CommentShape(serializers.ModelSerializer[PublicComment]):
    id = serializers.CharField(source="pk", read_only=True)

    class Meta:
        model = PublicComment
        fields = ["id", "name", "text", "made_at", "answer", "answer_reason", "answered_on"]


class ScoreShape(serializers.ModelSerializer[CandidateScore]):
    id = serializers.CharField(source="pk", read_only=True)

    class Meta:
        model = CandidateScore
        fields = ["id", "criterion", "points", "out_of", "reviewers", "note"]


class ShowingShape(serializers.ModelSerializer[Showing]):
    id = serializers.CharField(source="pk", read_only=True)

    class Meta:
        model = Showing
        fields = ["id", "held_on", "attendees", "who", "note"]


class PublicSideShape(serializers.ModelSerializer[PublicLife]):
    reviewed_by = KeyField(read_only=True)
    comments = CommentShape(many=True, read_only=True)
    scores = ScoreShape(many=True, read_only=True)
    showings = ShowingShape(many=True, read_only=True)

    class Meta:
        model = PublicLife
        fields = [
            "legal_opinion", "reviewed_by", "reviewed_on", "shown_from", "shown_until", "experts", "experts_on",
            "experts_opinion", "urgent_reason", "urgent_text", "review_due_on", "kept_on", "kept_note", "ended_on",
            "ended_how", "ended_why", "comments", "scores", "showings",
        ]  # fmt: skip
