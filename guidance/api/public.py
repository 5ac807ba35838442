"""Published guidance, without an account (Art. 8 (1), (2))."""

from __future__ import annotations

from typing import Any

from foundation.endpoints.public import PublicResource
from guidance.lists.open_drafts import PUBLIC_DRAFTS, PUBLIC_ENDED
from guidance.lists.published import PUBLIC_GUIDANCE, published_guidance
from guidance.models import GuidanceAction
from guidance.serializers.published import (
    PublicDraftSerializer,
    PublicEndedSerializer,
    PublicGuidanceSerializer,
)


class PublicGuidanceResource(PublicResource):
    """Published policies and guides (``way=guide``), and models that agreed to be named (``way=demo``)."""

    spec = PUBLIC_GUIDANCE
    serializer_class = PublicGuidanceSerializer
    basename = "public-guidance"

    def rows(self) -> Any:
        return published_guidance().select_related("organ", "guide", "demo__exemplar")


class PublicDraftResource(PublicResource):
    """Drafts of major guidance and candidates that the public may comment on, on their pages."""

    spec = PUBLIC_DRAFTS
    serializer_class = PublicDraftSerializer
    basename = "public-guidance-draft"

    def rows(self) -> Any:
        return GuidanceAction.objects.open_to_comment().select_related(
            "organ", "public_life", "demo__exemplar"
        )


class PublicEndedResource(PublicResource):
    """Published guidance that was withdrawn or replaced, each with its public reason."""

    spec = PUBLIC_ENDED
    serializer_class = PublicEndedSerializer
    basename = "public-guidance-withdrawal"

    def rows(self) -> Any:
        return GuidanceAction.objects.taken_back().select_related("organ", "public_life")
