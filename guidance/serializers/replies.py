"""An answer by the link in the API; free text and file names only for who may read counterparts (Art. 8)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from enforcement.serializers.free_text import FreeText
from foundation.endpoints.serializers import KeyField, ThingSerializer
from guidance.lists.action_cells import PERSONS
from guidance.models import CounterpartReply, ReplyFile


class ReplyFileShape(serializers.ModelSerializer[ReplyFile]):
    id = serializers.CharField(source="pk", read_only=True)

    class Meta:
        model = ReplyFile
        fields = ["id", "original_name", "content_type", "size", "sha256"]


class ReplySerializer(ThingSerializer):
    action, application = (KeyField(read_only=True) for _n in range(2))
    text = FreeText()
    outcome = serializers.CharField(read_only=True)
    new_version = serializers.SerializerMethodField()
    files = serializers.SerializerMethodField()

    class Meta:
        model = CounterpartReply
        fields = [
            "action",
            "kind",
            "text",
            "proposed_for",
            "application",
            "at",
            "outcome",
            "new_version",
            "files",
        ]

    def get_new_version(self, reply: CounterpartReply) -> str | None:
        answer = getattr(reply, "answer", None)
        return str(answer.new_version_id) if answer and answer.new_version_id else None

    @extend_schema_field(ReplyFileShape(many=True))
    def get_files(self, reply: CounterpartReply) -> list[dict[str, Any]]:
        if not self.context["actor"].may(PERSONS):
            return []
        return [dict(ReplyFileShape(file).data) for file in reply.files.all()]
