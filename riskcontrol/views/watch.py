"""The watch list, and the risk of one counterpart with every input of its score (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import masked_counterpart
from enforcement.models import Case, Counterpart
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from riskcontrol.forms.counterparts import RISK_ACTS
from riskcontrol.lists.watch import WATCH_LIST
from riskcontrol.models import RiskPoint
from riskcontrol.reports.heat import counterparts_by_industry, last_review
from riskcontrol.rules.periods import months_before
from riskcontrol.rules.scoring import VIOLATION
from riskcontrol.views.explanation import explanation
from riskcontrol.views.glance import heat_context

READ = Permission.RISK_READ
_CASES_SHOWN = 20


class WatchPage(ListPage):
    spec = WATCH_LIST
    template_name = "riskcontrol/watch.html"
    subtitle = _("Who needs guidance first. A level is a reason to help, never a penalty.")
    empty_title = _("No counterpart has been assessed yet")
    empty_text = _("The risk of all counterparts is computed every night; the first review comes tonight.")

    def context(self) -> dict[str, Any]:
        heat = heat_context(counterparts_by_industry(self.actor), name="industry")
        return {**super().context(), **heat, "review": last_review()}


def risk_rows() -> Any:
    return Counterpart.objects.select_related("region", "risk")


class CounterpartRiskPage(DetailPage):
    model = Counterpart
    permission = READ
    template_name = "riskcontrol/counterpart_detail.html"
    acts = RISK_ACTS
    act_url = "riskcontrol:counterpart_act"

    def rows(self) -> Any:
        return risk_rows()

    def context(self) -> dict[str, Any]:
        may_name = self.actor.may(Permission.COUNTERPART_READ)
        counterpart = self.thing
        name = counterpart.name if may_name else masked_counterpart((counterpart.name, counterpart.kind))[0]
        return {
            **super().context(),
            **explanation(counterpart),
            "name": name,
            "may_open": may_name,
            "cases": self._cases(),
            "points": self._points(),
            "timeline": entries_of(counterpart, noun="risk", limit=20),
        }

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        return self.show({"title": _("Risk of a counterpart"), "object": self.thing})

    def _cases(self) -> list[Case]:
        """The decisions behind the score, as far as this officer may see them."""
        if not self.actor.may(Permission.CASE_READ):
            return []
        rows = Case.objects.visible_to(self.actor).filter(
            counterpart=self.thing,
            outcome__in=list(VIOLATION),
            decided_on__gte=months_before(timezone.localdate(self.now), 24),
        )
        return list(rows.select_related("matter").order_by("-decided_on", "-id")[:_CASES_SHOWN])

    def _points(self) -> list[RiskPoint]:
        """The published risk points of the industry, those in season first."""
        month = timezone.localdate(self.now).month
        points = [p for p in RiskPoint.objects.published() if self.thing.industry in p.industries]
        return sorted(points, key=lambda p: (month not in p.season_months, p.code))


class CounterpartActPage(TransitionPage):
    model = Counterpart
    permission = Permission.RISK_EDIT
    acts = RISK_ACTS

    def location(self, result: Any) -> str:
        return reverse("riskcontrol:counterpart_detail", args=[result.pk])


class CounterpartPanel(ThingPage):
    """The risk of a counterpart as a part of the counterpart's page."""

    model = Counterpart
    permission = READ
    template_name = "riskcontrol/_counterpart_panel.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return risk_rows()

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self.show({"object": self.thing, **explanation(self.thing)})
