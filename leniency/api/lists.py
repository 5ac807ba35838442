"""The resources /leniency-lists/ and /leniency-entries/ (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from leniency.api.previewing import PARAMETERS, asked_preview
from leniency.forms.entries import ENTRY_ACTS
from leniency.forms.lists import DRAFT_LIST, LIST_ACTS
from leniency.forms.proposing import PROPOSE
from leniency.lifecycle import LIST_LIFECYCLE
from leniency.lists.entries import LENIENCY_ENTRIES
from leniency.lists.lists import LENIENCY_LISTS
from leniency.lists.usage import LENIENCY_USAGE
from leniency.models import LeniencyEntry, LeniencyList
from leniency.reports.comparing import comparable_with, comparison_of
from leniency.serializers.list_file import working_file
from leniency.serializers.lists import ComparisonSerializer, EntrySerializer, ListSerializer
from leniency.serializers.previewing import EntryPreviewShape, preview_as_json
from leniency.services import preview_entry

WITH = OpenApiParameter("with", str, description="Another list of the same type and field.")


class LeniencyListResource(Resource):
    """Lists with their editions; ``as_of`` gives what was in force on a day."""

    permission = Permission.LENIENCY_READ
    spec = LENIENCY_LISTS
    serializer_class = ListSerializer
    create_act = DRAFT_LIST
    edit_act = LIST_ACTS["edit"]
    acts = {name: act for name, act in LIST_ACTS.items() if name != "edit"}
    lifecycle = LIST_LIFECYCLE
    basename = "leniency-list"

    def rows(self) -> Any:
        return LeniencyList.objects.select_related("field", "organ", "supersedes")

    @extend_schema(parameters=[WITH], responses=ComparisonSerializer)
    @action(detail=True, methods=["get"])
    def changes(self, request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """What this edition changed from the one before, or from the list named by ``with``."""
        found = self.find(pk)
        others = comparable_with(found).visible_to(self.actor)
        asked = request.query_params.get("with") or found.supersedes_id
        before = others.filter(pk=asked).first() if str(asked or "").isdigit() else None
        if before is None:
            raise Http404
        return Response(ComparisonSerializer(comparison_of(before, found)).data)

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"], url_path="files/(?P<form>docx|pdf|xlsx)")
    def content(self, _request: Request, pk: Any = None, form: str = "", **_kwargs: Any) -> HttpResponseBase:
        """The list on paper in the columns that organs publish, or as the sheet it is worked on."""
        return working_file(self.find(pk), form)


ENTRY_STEPS = ("add_condition", "cite", "conclude_review", "suspend", "uncite")


class LeniencyUsageResource(Resource):
    """Entries with how they are used, counted over the cases in the caller's reach."""

    permission = Permission.LENIENCY_READ
    spec = LENIENCY_USAGE
    serializer_class = EntrySerializer
    create_act = PROPOSE
    basename = "leniency-usage"

    def rows(self) -> Any:
        return entries_in_full()


def entries_in_full() -> Any:
    """Entries with everything that their representation shows."""
    entries = LeniencyEntry.objects.select_related("list", "matter")
    return entries.prefetch_related("conditions", "citations__provision__instrument", "reviews")


class LeniencyEntryResource(Resource):
    """Entries with their conditions; ``as_of`` gives what was in force on a day."""

    permission = Permission.LENIENCY_READ
    spec = LENIENCY_ENTRIES
    serializer_class = EntrySerializer
    edit_act = ENTRY_ACTS["edit"]
    acts = {name: ENTRY_ACTS[name] for name in ENTRY_STEPS}
    basename = "leniency-entry"

    def rows(self) -> Any:
        return entries_in_full()

    @extend_schema(parameters=PARAMETERS, responses=EntryPreviewShape)
    @action(detail=True, methods=["get"])
    def preview(self, request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """What the entry would have meant for past cases of its matter, also with one more condition; kept nowhere."""
        entry = self.find(pk)
        months, tried = asked_preview(request.query_params, by=self.actor, at=self.now)
        found = preview_entry(entry, by=self.actor, at=self.now, months=months, tried=tried)
        return Response(preview_as_json(entry, found))
