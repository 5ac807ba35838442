"""The resources /faq-entries/ and /public/faq/ (Art. 8 (4))."""

from __future__ import annotations

from typing import Any

from foundation.endpoints.public import PublicResource
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from guidance.forms.faq import FAQ_ACTS
from guidance.lifecycle import FAQ_LIFECYCLE
from guidance.lists.faq import FAQ_LIST, PUBLIC_FAQ
from guidance.models import FaqEntry
from guidance.serializers.faq import FaqSerializer, PublicFaqSerializer


class FaqResource(Resource):
    """Frequent questions in every state; they are proposed at the counselling they come from."""

    permission = Permission.GUIDANCE_READ
    spec = FAQ_LIST
    serializer_class = FaqSerializer
    edit_act = FAQ_ACTS["edit"]
    acts = {name: act for name, act in FAQ_ACTS.items() if name != "edit"}
    lifecycle = FAQ_LIFECYCLE
    basename = "faq-entry"

    def rows(self) -> Any:
        return FaqEntry.objects.select_related("organ", "field")


class PublicFaqResource(PublicResource):
    """Published questions with their answers, in both languages where both were written."""

    spec = PUBLIC_FAQ
    serializer_class = PublicFaqSerializer
    basename = "public-faq"

    def rows(self) -> Any:
        return FaqEntry.objects.all().published().select_related("organ", "field")
