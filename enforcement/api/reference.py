"""The resources of organs, regions, officers, matters and provisions (Art. 3-5)."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.dateparse import parse_date
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from enforcement.forms.officers import ENROL, OFFICER_ACTS
from enforcement.forms.organs import ORGAN_ACTS
from enforcement.lists.matters import MATTER_LIST, PROVISION_LIST
from enforcement.lists.officers import OFFICER_LIST
from enforcement.lists.organs import ORGAN_LIST
from enforcement.lists.regions import REGION_LIST
from enforcement.models import DiscretionBand, Matter, Officer, Organ
from enforcement.reports.organs import by_line, by_territory
from enforcement.serializers.reference import (
    BranchSerializer,
    MatterSerializer,
    OfficerSerializer,
    OrganSerializer,
    ProvisionSerializer,
    RegionSerializer,
)
from foundation.endpoints.resource import Resource
from foundation.lists.faults import BadQuery, Fault
from foundation.permissions import Permission

TREE = OpenApiParameter("tree", bool, description="The whole tree instead of a list; alone.")
AS_OF = OpenApiParameter("as_of", str, description="YYYY-MM-DD: as it stood at the end of that day.")


class TreeResource(Resource):
    """A resource that also comes as a tree with ``?tree=true``."""

    grow: Any = None

    @extend_schema(parameters=[TREE])
    def list(self, request: Request, **kwargs: Any) -> Response:
        if request.query_params.get("tree") == "true" and len(request.query_params) == 1:
            self.actor.require(Permission.ORGAN_READ)
            branches = type(self).grow(self.actor)
            return Response({"results": BranchSerializer(branches, many=True).data})
        return super().list(request, **kwargs)


class OrganResource(TreeResource):
    """Organs in both lines, with their first responsible persons."""

    permission = Permission.ORGAN_READ
    spec = ORGAN_LIST
    serializer_class = OrganSerializer
    edit_act = ORGAN_ACTS["edit"]
    acts = {"name_first_responsible": ORGAN_ACTS["name_first_responsible"]}
    basename = "organ"
    grow = staticmethod(by_line)

    def rows(self) -> Any:
        return Organ.objects.prefetch_related("fields")


class RegionResource(TreeResource):
    """The territory; as a tree with the organs of each region."""

    permission = Permission.ORGAN_READ
    spec = REGION_LIST
    serializer_class = RegionSerializer
    basename = "region"
    grow = staticmethod(by_territory)


class OfficerResource(Resource):
    """Officers with certificates and roles."""

    permission = Permission.OFFICER_READ
    spec = OFFICER_LIST
    serializer_class = OfficerSerializer
    create_act = ENROL
    edit_act = OFFICER_ACTS["edit"]
    acts = {name: act for name, act in OFFICER_ACTS.items() if name != "edit"}
    basename = "officer"

    def rows(self) -> Any:
        return Officer.objects.select_related("organ").prefetch_related("grants")


class MatterResource(Resource):
    """Matters with provisions and discretion bands, also as they stood on an earlier day."""

    permission = Permission.MATTER_READ
    spec = MATTER_LIST
    serializer_class = MatterSerializer
    basename = "matter"

    def rows(self) -> Any:
        return Matter.objects.prefetch_related("bands", "matter_provisions__provision__instrument")

    def find(self, pk: Any) -> Any:
        found = super().find(pk)
        if self.moment is None:
            return found
        stood = Matter.history.as_of(self.moment).filter(pk=found.pk).first()
        if stood is None:
            raise Http404
        return stood

    def bands_of(self, matter: Matter) -> Any:
        if self.moment is None:
            return matter.bands.all()
        return DiscretionBand.history.as_of(self.moment).filter(matter_id=matter.pk)

    @property
    def moment(self) -> datetime | None:
        """The end of the day that ``as_of`` names; raises BadQuery for anything else."""
        text = self.request.query_params.get("as_of", "") if self.action == "retrieve" else ""
        if not text:
            return None
        day = _day_of(text)
        if day is None:
            raise BadQuery({"as_of": [Fault("invalid", "YYYY-MM-DD")]})
        return timezone.make_aware(datetime.combine(day, time.max))


class ProvisionResource(Resource):
    """Provisions with their revisions; ``?as_of=`` gives those in force on a day."""

    permission = Permission.MATTER_READ
    spec = PROVISION_LIST
    serializer_class = ProvisionSerializer
    basename = "provision"


def _day_of(text: str) -> Any:
    try:
        return parse_date(text)
    except ValueError:
        return None
