"""Leniency in a case: the panel on its page, and the acts that it offers (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase

from enforcement.models import Case
from foundation.pages import TransitionPage
from foundation.pages.offers import offers_of
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from leniency.forms.assessing import CASE_ACTS
from leniency.lists.cells import conclusion_tone
from leniency.models import LeniencyAssessment
from leniency.reports.explaining import explain_result
from leniency.reports.grounds import explain_grounds
from leniency.services.assessing import UNDECIDED
from leniency.services.obstructing import is_current


class CaseLeniencyPanel(ThingPage):
    """The latest assessment: what holds, what does not, what is not known yet, and what to do about it."""

    model = Case
    permission = Permission.LENIENCY_READ
    template_name = "leniency/_case_panel.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return Case.objects.select_related("matter")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        case = self.thing
        rows = LeniencyAssessment.objects.select_related("assessed_by", "chosen_entry")
        assessment = rows.latest_of(case.pk)
        page: dict[str, Any] = {"case": case, "assessment": assessment, "offers": self._offers(assessment)}
        if assessment is not None:
            page |= self._told(assessment)
        return self.show(page)

    def _told(self, assessment: LeniencyAssessment) -> dict[str, Any]:
        results = list(assessment.results.all())
        return {
            "tone": conclusion_tone(assessment.conclusion),
            "entries": [explain_result(r, r.conditions) for r in results],
            "grounds": explain_grounds(assessment.grounds),
            "is_open": self.thing.state in UNDECIDED,
            "is_current": is_current(assessment, self.thing, at=self.now),
            "reads_persons": self.actor.may(Permission.COUNTERPART_READ),
        }

    def _offers(self, assessment: LeniencyAssessment | None) -> dict[str, dict[str, Any]]:
        if self.thing.state not in UNDECIDED:
            return {}
        found = offers_of(
            self.thing,
            acts=CASE_ACTS,
            lifecycle=None,
            act_url="leniency:case_act",
            by=self.actor,
            at=self.now,
        )
        return {o["name"]: o for o in found if assessment is not None or o["name"] == "assess"}


class CaseLeniencyActPage(TransitionPage):
    model = Case
    permission = Permission.LENIENCY_READ
    acts = CASE_ACTS

    def rows(self) -> Any:
        return Case.objects.select_related("matter", "organ")
