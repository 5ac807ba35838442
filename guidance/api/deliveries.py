"""The resources /deliveries/ and /gateways/ID/receipts/ (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request
from rest_framework.response import Response

from foundation.endpoints.parsers import StrictJSONParser
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from foundation.webhooks import SIGNATURE, TIMESTAMP
from guidance.forms.deliveries import DELIVERY_ACTS
from guidance.lifecycle import DELIVERY_LIFECYCLE
from guidance.lists.deliveries import DELIVERY_LIST
from guidance.models import Delivery
from guidance.serializers.deliveries import DeliverySerializer, ReceiptSerializer
from guidance.services.deliveries.receiving import receive, signer


class DeliveryResource(Resource):
    """How issued guidance was brought to its addressees, and whether it arrived."""

    permission = Permission.GUIDANCE_READ
    spec = DELIVERY_LIST
    serializer_class = DeliverySerializer
    acts = DELIVERY_ACTS
    lifecycle = DELIVERY_LIFECYCLE
    basename = "delivery"

    def rows(self) -> Any:
        return Delivery.objects.with_action()


class ReceiptResource(Resource):
    """What a gateway of messages reports; it is known by its signature alone."""

    public = True
    permission = None
    spec = DELIVERY_LIST
    authentication_classes = []
    parser_classes = [StrictJSONParser]
    http_method_names = ["post", "options"]
    basename = "gateway-receipt"

    @extend_schema(
        request=ReceiptSerializer,
        responses={204: None},
        auth=[],
        parameters=[
            OpenApiParameter(TIMESTAMP, str, OpenApiParameter.HEADER, required=True),
            OpenApiParameter(SIGNATURE, str, OpenApiParameter.HEADER, required=True),
        ],
    )
    def receipt(self, request: Request, pk: int, **_kwargs: Any) -> Response:
        gateway = signer(
            pk if pk < 2**63 else 0,
            timestamp=request.headers.get(TIMESTAMP, ""),
            signature=request.headers.get(SIGNATURE, ""),
            body=request.body,
            at=self.now,
        )
        if gateway is None:
            raise AuthenticationFailed
        told = ReceiptSerializer(data=request.data)
        told.is_valid(raise_exception=True)
        if receive(gateway=gateway, at=self.now, **told.validated_data) is None:
            raise Http404
        return Response(status=204)
