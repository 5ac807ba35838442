"""Published lists and entries, without an account (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponseBase
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from foundation.endpoints.listing import list_body
from foundation.endpoints.public import PublicResource
from leniency.lists.entries import PUBLIC_ENTRIES, public_entries_on
from leniency.lists.lists import PUBLIC_LISTS
from leniency.models import LeniencyEntry, LeniencyList
from leniency.reports.comparing import comparison_of
from leniency.serializers.list_file import list_file
from leniency.serializers.lists import ComparisonSerializer, EntrySerializer, ListSerializer


class PublicListResource(PublicResource):
    """Every list that is or was in force."""

    spec = PUBLIC_LISTS
    serializer_class = ListSerializer
    basename = "public-leniency-list"

    def rows(self) -> Any:
        return LeniencyList.objects.published().select_related("field", "organ", "supersedes")

    @extend_schema(responses=ComparisonSerializer)
    @action(detail=True, methods=["get"])
    def changes(self, _request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """What this edition changed from the one before."""
        found = self.find(pk)
        if found.supersedes is None:
            raise Http404
        return Response(ComparisonSerializer(comparison_of(found.supersedes, found)).data)

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"], url_path="files/(?P<form>docx|pdf|xlsx)")
    def content(self, _request: Request, pk: Any = None, form: str = "", **_kwargs: Any) -> HttpResponseBase:
        """The list in the columns that organs publish."""
        return list_file(self.find(pk), form)


class PublicEntryResource(PublicResource):
    """The entries in force today, or on the day ``as_of``; each keeps its address when that day is past."""

    spec = PUBLIC_ENTRIES
    serializer_class = EntrySerializer
    basename = "public-leniency-entry"

    def rows(self) -> Any:
        entries = LeniencyEntry.objects.published().select_related("list", "matter")
        return entries.prefetch_related("conditions", "citations__provision__instrument", "reviews")

    def list(self, request: Request, **_kwargs: Any) -> Response:
        asked = request.query_params.get("as_of")
        spec = self.spec if asked else public_entries_on(timezone.localdate(self.now))
        return Response(list_body(spec, request, actor=self.actor, at=self.now, url_of=self.url_of))
