"""Evidence goes out only through permission on its case (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase

from enforcement.forms.cases import CASE_ACTS
from enforcement.lifecycle import STATES_OF_ACT
from enforcement.models import Evidence
from enforcement.serializers.evidence_file import as_attachment
from enforcement.views.evidence_file import device_facts, evidence_facts
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission

ACTS = ("verify_evidence", "hand_evidence", "record_monitoring")


class OfOneCase(ThingPage):
    """One piece of evidence of the case in the address."""

    model = Evidence
    permission = Permission.CASE_READ
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        if self.kwargs["case_pk"] >= 2**63:
            raise Http404
        found = Evidence.objects.filter(case_id=self.kwargs["case_pk"])
        return found.select_related("case", "collected_by", "monitoring", "verified_by")


class EvidenceDownload(OfOneCase):
    """Who may read the case and its counterpart may take the file."""

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        self.actor.require(Permission.COUNTERPART_READ)
        return as_attachment(self.thing)


class EvidencePage(OfOneCase):
    """What a piece of evidence shows, what it is worth, and where it has been (Penalty Law, Art. 41, 46)."""

    template_name = "enforcement/evidence_detail.html"

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        row: Evidence = self.thing
        reads = self.actor.may(Permission.COUNTERPART_READ)
        works = Evidence.objects.workable_by(self.actor).filter(pk=row.pk).exists()
        acts = [name for name in ACTS if works and self._may(name, row.case.state)]
        return self.show(
            {
                "title": row.title if reads else row.get_kind_display(),
                "evidence": row,
                "reads": reads,
                "facts": evidence_facts(row, reads=reads),
                "device": device_facts(row, reads=reads),
                "custody": row.custody.select_related("officer"),
                "acts": [(CASE_ACTS[name].label, name) for name in acts],
            }
        )

    def _may(self, act: str, state: str) -> bool:
        return self.actor.may(Permission.CASE_HANDLE) and state in STATES_OF_ACT[act]
