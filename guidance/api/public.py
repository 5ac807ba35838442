"""Published guidance, without an account (Art. 8 (1), (2))."""

from __future__ import annotations

from typing import Any

from foundation.endpoints.public import PublicResource
from guidance.lists.published import PUBLIC_GUIDANCE, published_guidance
from guidance.serializers.published import PublicGuidanceSerializer


class PublicGuidanceResource(PublicResource):
    """Published policies and guides (``way=guide``), and models that agreed to be named (``way=demo``)."""

    spec = PUBLIC_GUIDANCE
    serializer_class = PublicGuidanceSerializer
    basename = "public-guidance"

    def rows(self) -> Any:
        return published_guidance().select_related("organ", "guide", "demo__exemplar")
