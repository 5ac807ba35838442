"""Files that show what guidance achieved (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase

from enforcement.serializers.evidence_file import as_attachment
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from guidance.models import EffectFile


class EffectFileDownload(ThingPage):
    """As an attachment, for who may read counterparts."""

    model = EffectFile
    permission = Permission.COUNTERPART_READ
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return as_attachment(self.thing)
