"""Bare DRF over the same rows: nested ModelSerializer, CursorPagination, no sign-in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import path
from rest_framework import generics, pagination, renderers, serializers

settings.MIDDLEWARE, settings.ROOT_URLCONF = ["django.middleware.common.CommonMiddleware"], __name__

application = get_wsgi_application()

from enforcement.models import Case, Counterpart, Matter, Organ  # noqa: E402 - models after the set-up


class PartySerializer(serializers.ModelSerializer[Any]):
    class Meta:
        model = Counterpart
        fields = ["id", "name"]


class MatterSerializer(serializers.ModelSerializer[Any]):
    class Meta:
        model = Matter
        fields = ["id", "name_zh"]


class OrganSerializer(serializers.ModelSerializer[Any]):
    class Meta:
        model = Organ
        fields = ["id", "name_zh"]


class CaseSerializer(serializers.ModelSerializer[Any]):
    counterpart = PartySerializer()
    matter = MatterSerializer()
    organ = OrganSerializer()

    class Meta:
        model = Case
        fields = [
            "id", "number", "clue_number", "title", "counterpart", "matter", "organ", "state", "outcome",
            "source", "procedure", "is_major", "is_complex", "has_social_impact", "opened_at", "filed_on",
            "deadline_on", "decided_on", "closed_on", "created_at", "updated_at",
        ]  # fmt: skip


class Pages(pagination.CursorPagination):
    page_size, ordering = 50, ("-opened_at", "-id")


class Cases(generics.ListAPIView[Any]):
    serializer_class, pagination_class = CaseSerializer, Pages
    renderer_classes = [renderers.JSONRenderer]
    authentication_classes: list[Any] = []
    permission_classes: list[Any] = []

    def get_queryset(self) -> Any:
        rows = Case.objects.filter(district_id=self.request.query_params["district"])
        return rows.select_related("counterpart", "matter", "organ")


urlpatterns = [path("", Cases.as_view())]
