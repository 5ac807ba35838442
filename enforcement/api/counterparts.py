"""The resource /counterparts/: masked, found by POST, shown in full for a reason, read on record (Art. 6, 8)."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from enforcement.forms.counterparts import COUNTERPART_ACTS, REGISTER, REVEAL
from enforcement.lists.counterparts import COUNTERPART_LIST
from enforcement.models import Counterpart, Region
from enforcement.serializers.case_parts import HappeningSerializer
from enforcement.serializers.counterparts import (
    CounterpartSerializer,
    DuplicateSerializer,
    FindingSerializer,
    NameSerializer,
    RevealedSerializer,
)
from enforcement.services.counterparts import find_by_identifier, note_api_reading, possible_duplicates
from foundation.acts import perform
from foundation.acts.typed_text import tidy
from foundation.endpoints.binding import bind
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from foundation.record.story import entries_of


class CounterpartResource(Resource):
    """Citizens, legal persons and other organisations, with contacts and licences."""

    permission = Permission.COUNTERPART_READ
    spec = COUNTERPART_LIST
    serializer_class = CounterpartSerializer
    create_act = REGISTER
    edit_act = COUNTERPART_ACTS["edit"]
    acts = {name: act for name, act in COUNTERPART_ACTS.items() if name != "edit"}
    basename = "counterpart"

    def rows(self) -> Any:
        return Counterpart.objects.prefetch_related("contacts", "licences")

    def list(self, request: Request, **kwargs: Any) -> Response:
        answer = super().list(request, **kwargs)
        note_api_reading(by=self.actor, at=self.now)
        return answer

    def representation(self, thing: Any) -> dict[str, Any]:
        note_api_reading(thing, by=self.actor, at=self.now)
        return super().representation(thing)

    @extend_schema(responses=HappeningSerializer(many=True))
    @action(detail=True, methods=["get"])
    def timeline(self, _request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        entries = entries_of(self.find(pk), noun="counterpart")
        return Response(HappeningSerializer(entries, many=True).data)

    @extend_schema(request=FindingSerializer, responses=CounterpartSerializer)
    @action(detail=False, methods=["post"], url_path="find")
    def find_exactly(self, request: Request, **_kwargs: Any) -> Response:
        """By the whole credit code or identity number, which belongs in no address."""
        asked = FindingSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        found = find_by_identifier(by=self.actor, identifier=tidy(asked.validated_data["identifier"]))
        if found is None:
            raise Http404
        return Response(self.representation(found))

    @extend_schema(request=NameSerializer, responses=DuplicateSerializer(many=True))
    @action(detail=False, methods=["post"], url_path="possible-duplicates")
    def possible_duplicates(self, request: Request, **_kwargs: Any) -> Response:
        """The entries that a new one may double, each with its points explained."""
        asked = NameSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        region = given.get("region", "")
        found = possible_duplicates(
            by=self.actor,
            name=tidy(given["name"]),
            region=Region.objects.filter(pk=int(region)).first() if _is_key(region) else None,
            legal_representative=tidy(given.get("legal_representative", "")),
        )
        note_api_reading(by=self.actor, at=self.now)
        return Response(DuplicateSerializer(found, many=True).data)

    @extend_schema(responses=RevealedSerializer)
    @action(detail=True, methods=["post"])
    def reveal(self, request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """Personal data in full, for a stated reason; the look is recorded."""
        thing = self.find(pk)
        form = bind(REVEAL, request.data, actor=self.actor, at=self.now, thing=thing)
        shown = perform(REVEAL, form.service_data(), by=self.actor, at=self.now, thing_id=thing.pk)
        return Response(RevealedSerializer(shown).data)


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit()
