"""The resource /publications/, and what everybody reads of it: /public/penalties/ (Art. 4; Penalty Law, Art. 48)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from enforcement.forms.publicity import PUBLICITY_ACTS
from enforcement.lifecycle import PUBLICITY_LIFECYCLE
from enforcement.lists.public_penalties import PUBLIC_PENALTIES, PUBLIC_WITHDRAWALS, penalties_on
from enforcement.lists.publicity import PUBLICITY_LIST
from enforcement.models import Publication
from enforcement.serializers.publicity import (
    PublicationSerializer,
    PublicPenaltySerializer,
    PublicWithdrawalSerializer,
)
from foundation.endpoints.listing import list_body
from foundation.endpoints.public import PublicResource
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class PublicationResource(Resource):
    """What is published of decisions, from draft to the end of its term."""

    permission = Permission.COUNTERPART_READ
    spec = PUBLICITY_LIST
    serializer_class = PublicationSerializer
    acts = PUBLICITY_ACTS
    lifecycle = PUBLICITY_LIFECYCLE
    basename = "publication"

    def rows(self) -> Any:
        return Publication.objects.all().whole()


class PublicPenaltyResource(PublicResource):
    """Published decisions, masked, while their term of publicity runs."""

    spec = PUBLIC_PENALTIES
    serializer_class = PublicPenaltySerializer
    basename = "public-penalty"

    def rows(self) -> Any:
        shown = Publication.objects.published().shown_on(timezone.localdate(self.now))
        return shown.select_related("case__decision", "case__matter", "edition", "organ")

    def list(self, request: Request, **_kwargs: Any) -> Response:
        spec = penalties_on(timezone.localdate(self.now))
        return Response(list_body(spec, request, actor=self.actor, at=self.now, url_of=self.url_of))


class PublicWithdrawalResource(PublicResource):
    """Decisions that were withdrawn from publicity, each with its public reason."""

    spec = PUBLIC_WITHDRAWALS
    serializer_class = PublicWithdrawalSerializer
    basename = "public-penalty-withdrawal"

    def rows(self) -> Any:
        return Publication.objects.all().withdrawn().select_related("case__decision", "edition", "organ")
