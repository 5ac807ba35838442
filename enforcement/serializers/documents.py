"""A document and a template in the API; protected data only to who may see them (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from enforcement.models import Document, DocumentFile, DocumentTemplate
from enforcement.serializers.document_file import readable
from foundation.endpoints.serializers import KeyField, ThingSerializer


class BlockShape(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(["paragraph", "heading", "facts", "notice"])
    text = serializers.CharField(allow_blank=True)
    rows = serializers.ListField(child=serializers.ListField(child=serializers.CharField()))


class DocumentFileSerializer(serializers.ModelSerializer[DocumentFile]):
    content_url = serializers.SerializerMethodField()

    class Meta:
        model = DocumentFile
        fields = ["form", "size", "sha256", "content_url"]

    def get_content_url(self, file: DocumentFile) -> str:
        path = reverse("document-content", args=[file.document_id, file.form])
        return str(self.context["request"].build_absolute_uri(path))


class DocumentSerializer(ThingSerializer):
    organ = KeyField(read_only=True)
    case = KeyField(read_only=True)
    supersedes = KeyField(read_only=True)
    template = KeyField(read_only=True)
    issued_by = KeyField(read_only=True)
    blocks = serializers.SerializerMethodField()
    files = DocumentFileSerializer(many=True, read_only=True)

    class Meta:
        model = Document
        fields = [
            "number", "title", "kind", "language", "addressee", "edition", "state", "subject", "case", "organ",
            "template", "issued_by", "issued_at", "supersedes", "reason", "blocks", "files",
        ]  # fmt: skip

    @extend_schema_field(BlockShape(many=True))
    def get_blocks(self, document: Document) -> list[dict[str, Any]]:
        letter = readable(document.letter, self.context["actor"])
        blocks: list[dict[str, Any]] = letter.as_dict()["blocks"]
        return blocks


class TemplateSerializer(ThingSerializer):
    organ = KeyField(read_only=True, allow_null=True)
    field = KeyField(read_only=True)
    uploaded_by = KeyField(read_only=True)
    approved_by = KeyField(read_only=True)

    class Meta:
        model = DocumentTemplate
        fields = [
            "name", "kind", "language", "edition", "state", "organ", "field", "in_force_from", "uploaded_by",
            "approved_by", "approved_at", "size", "sha256",
        ]  # fmt: skip
