"""Evidence goes out only through permission on its case (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase

from enforcement.models import Evidence
from enforcement.serializers.evidence_file import as_attachment
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission


class EvidenceDownload(ThingPage):
    """Who may read the case and its counterpart may take the file."""

    model = Evidence
    permission = Permission.CASE_READ
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        if self.kwargs["case_pk"] >= 2**63:
            raise Http404
        return Evidence.objects.filter(case_id=self.kwargs["case_pk"])

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        self.actor.require(Permission.COUNTERPART_READ)
        return as_attachment(self.thing)
