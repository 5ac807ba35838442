"""What everybody reads: /public/penalties/ and /public/results/ (Art. 4; Penalty Law, Art. 48)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from enforcement.lists.public_penalties import PUBLIC_PENALTIES, PUBLIC_WITHDRAWALS, penalties, penalties_on
from enforcement.lists.public_results import PUBLIC_RESULT_WITHDRAWALS, PUBLIC_RESULTS, results, results_on
from enforcement.serializers.publicity import (
    PublicPenaltySerializer,
    PublicResultSerializer,
    PublicResultWithdrawalSerializer,
    PublicWithdrawalSerializer,
)
from foundation.endpoints.listing import list_body
from foundation.endpoints.public import PublicResource
from foundation.lists import ListSpec


class ShownResource(PublicResource):
    """Published texts, each while its term runs: which they are depends on the day."""

    spec_on: Callable[[date], ListSpec]

    def list(self, request: Request, **_kwargs: Any) -> Response:
        spec = self.spec_on(timezone.localdate(self.now))
        return Response(list_body(spec, request, actor=self.actor, at=self.now, url_of=self.url_of))


class PublicPenaltyResource(ShownResource):
    """Published decisions, masked, while their term of publicity runs."""

    spec, spec_on = PUBLIC_PENALTIES, staticmethod(penalties_on)
    serializer_class = PublicPenaltySerializer
    basename = "public-penalty"

    def rows(self) -> Any:
        shown = penalties().published().shown_on(timezone.localdate(self.now))
        return shown.select_related("case__decision", "case__matter", "edition", "organ")


class PublicWithdrawalResource(PublicResource):
    """Decisions that were withdrawn from publicity, each with its public reason."""

    spec = PUBLIC_WITHDRAWALS
    serializer_class = PublicWithdrawalSerializer
    basename = "public-penalty-withdrawal"

    def rows(self) -> Any:
        return penalties().withdrawn().select_related("case__decision", "edition", "organ")


class PublicResultResource(ShownResource):
    """Published results of coercion and of inspections, masked, while their term of publicity runs."""

    spec, spec_on = PUBLIC_RESULTS, staticmethod(results_on)
    serializer_class = PublicResultSerializer
    basename = "public-result"

    def rows(self) -> Any:
        return results().published().shown_on(timezone.localdate(self.now)).select_related("edition", "organ")


class PublicResultWithdrawalResource(PublicResource):
    """Results that were withdrawn from publicity, each with its public reason."""

    spec = PUBLIC_RESULT_WITHDRAWALS
    serializer_class = PublicResultWithdrawalSerializer
    basename = "public-result-withdrawal"

    def rows(self) -> Any:
        return results().withdrawn().select_related("edition", "organ")
