"""The dashboard of heads and supervisors: key figures and charts that lead to their rows (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.reports.dashboard import VISITS_WITHIN, Dashboard, dashboard
from desk.views.dashboard_charts import charts_of
from enforcement.reports.firings import a_year_before, overridden_since
from enforcement.vocabulary import FiringOutcome
from foundation.pages import Page
from foundation.permissions import Permission
from foundation.vocabulary import Tone


class DashboardPage(Page):
    permission = Permission.EVALUATION_READ
    template_name = "desk/dashboard.html"
    title = _("Dashboard")
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self.show(
            {"title": self.title, "subtitle": gettext("The last twelve months, everything in reach")}
        )

    def context(self) -> dict[str, Any]:
        today = timezone.localdate(self.now)
        found = dashboard(self.actor, today)
        kpis = [*_kpis(found, today), self._passed_over()]
        leads = self.actor.may(Permission.CASE_APPROVE) and self.actor.may(Permission.TRAINING_READ)
        return {"kpis": kpis, "charts": charts_of(found, today), "leads": leads}

    def _passed_over(self) -> dict[str, Any]:
        """Warnings that were passed over, never a figure of penalties (Art. 6)."""
        since = a_year_before(self.now)
        return {
            "label": gettext("Warnings passed over"),
            "value": overridden_since(actor=self.actor, since=since),
            "icon": "hand-stop",
            "note": gettext("each with its reason"),
            "url": _list(
                "enforcement:rule_firings",
                outcome=FiringOutcome.OVERRIDDEN.value,
                fired_at_after=timezone.localdate(since).isoformat(),
            ),
        }


def _kpis(found: Dashboard, today: Any) -> list[dict[str, Any]]:
    late_visits = found.visits_overdue(today)
    within = {"until": today + VISITS_WITHIN}
    return [
        {
            "label": gettext("Open cases"), "value": f"{found.open_cases:,}", "icon": "folder",
            "url": _list("enforcement:case_list", open="true"),
        },
        {
            "label": gettext("Past their deadline"), "value": f"{found.overdue_cases:,}",
            "icon": "alert-triangle", "url": _list("enforcement:case_list", overdue="true"),
            "tone": (Tone.BAD if found.overdue_cases else Tone.GOOD).value,
        },
        {
            "label": gettext("Guidance : corrections : penalties"), "icon": "scale",
            "value": f"{found.guidance_total} : {found.corrections} : {found.penalties}",
            "note": gettext("service first, penalties last"), "url": reverse("guidance:guidance_list"),
        },
        {
            "label": gettext("Return visits due in 30 days"), "value": found.visits_due(today), "icon": "walk",
            "note": gettext("%(n)s of them overdue") % {"n": late_visits} if late_visits else "",
            "tone": (Tone.WATCH if late_visits else Tone.NEUTRAL).value,
            "url": _list("guidance:visit_list", open="true", due_on_before=within["until"].isoformat()),
        },
    ]  # fmt: skip


def _list(name: str, **query: str) -> str:
    return f"{reverse(name)}?{urlencode(query)}"
