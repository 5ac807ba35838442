"""The resources /documents/ and /document-templates/ (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request

from enforcement.forms.documents import DOCUMENT_ACTS, TEMPLATE_ACTS, UPLOAD_TEMPLATE
from enforcement.lifecycle import DOCUMENT_LIFECYCLE, TEMPLATE_LIFECYCLE
from enforcement.lists.documents import DOCUMENT_LIST, TEMPLATE_LIST
from enforcement.models import Document, DocumentTemplate
from enforcement.serializers.document_file import file_of
from enforcement.serializers.documents import DocumentSerializer, TemplateSerializer
from enforcement.serializers.evidence_file import as_attachment
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class DocumentResource(Resource):
    """Issued documents with their frozen text and files; they are issued by a transition of what they tell of."""

    permission = Permission.COUNTERPART_READ
    spec = DOCUMENT_LIST
    serializer_class = DocumentSerializer
    acts = DOCUMENT_ACTS
    lifecycle = DOCUMENT_LIFECYCLE
    basename = "document"

    def rows(self) -> Any:
        return Document.objects.prefetch_related("files")

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"], url_path="files/(?P<form>docx|pdf)")
    def content(self, _request: Request, pk: Any = None, form: str = "", **_kwargs: Any) -> HttpResponseBase:
        return file_of(self.find(pk), form, by=self.actor, at=self.now)


class TemplateResource(Resource):
    """Templates of documents: uploaded as multipart form data, tried out, approved by a second person."""

    permission = Permission.CASE_READ
    spec = TEMPLATE_LIST
    serializer_class = TemplateSerializer
    create_act = UPLOAD_TEMPLATE
    acts = TEMPLATE_ACTS
    lifecycle = TEMPLATE_LIFECYCLE
    basename = "document-template"

    def rows(self) -> Any:
        return DocumentTemplate.objects.all()

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"])
    def content(self, _request: Request, pk: Any = None, **_kwargs: Any) -> HttpResponseBase:
        return as_attachment(self.find(pk))
