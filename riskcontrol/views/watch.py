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
from riskcontrol.forms.counterparts import RISK_ACTS
from riskcontrol.lists.moves import MOVE_LIST, changes_told, in_words
from riskcontrol.lists.points import level_tone
from riskcontrol.lists.watch import WATCH_LIST
from riskcontrol.models import RiskExplanation, RiskMove, RiskPoint
from riskcontrol.reports.heat import counterparts_by_industry, last_review
from riskcontrol.rules.periods import months_before
from riskcontrol.rules.scoring import VIOLATION
from riskcontrol.views.explanation import explanation
from riskcontrol.views.glance import heat_context
from riskcontrol.views.score_chart import score_chart
from riskcontrol.views.warning import trade_warning_url

READ = Permission.RISK_READ
_CASES_SHOWN = 20
_MOVES_SHOWN = 12


class WatchPage(ListPage):
    spec = WATCH_LIST
    template_name = "riskcontrol/watch.html"
    subtitle = _("Who needs guidance first. A level is a reason to help, never a penalty.")
    empty_title = _("No counterpart has been assessed yet")
    empty_text = _("The risk of all counterparts is computed every night; the first review comes tonight.")

    def context(self) -> dict[str, Any]:
        heat = heat_context(counterparts_by_industry(self.actor), name="industry")
        warning = trade_warning_url(self.request.GET.get("industry", ""), by=self.actor)
        return {**super().context(), **heat, "review": last_review(), "warning_url": warning}


class MovesPage(ListPage):
    spec = MOVE_LIST
    subtitle = _("Up at once, with the input that raised it; down after two clean monthly reviews in a row.")
    empty_title = _("Nobody has come to another level yet")
    empty_text = _("Each move is noted here with its reason, by the review of every night.")


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
        told = explanation(counterpart)
        return {
            **super().context(),
            **told,
            "chart": score_chart(told["history"], told["formula"], timezone.localdate(self.now))
            if told["risk"]
            else None,
            "name": name,
            "may_open": may_name,
            "cases": self._cases(),
            "points": self._points(),
            "moves": [_told(move) for move in counterpart.risk_moves.all()[:_MOVES_SHOWN]],
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


def _told(move: RiskMove) -> dict[str, Any]:
    return {
        "on": move.on,
        "before": move.get_before_display() if move.before else _("not assessed"),
        "after": move.get_after_display(),
        "tone": level_tone(move.after),
        "reason": move.get_reason_display(),
        "changes": in_words(changes_told(move.changes)) if move.before else "",
        "score": move.score,
    }


class CounterpartActPage(TransitionPage):
    model = Counterpart
    permission = READ
    acts = RISK_ACTS

    def location(self, result: Any) -> str:
        """An explanation has a page of its own; all else is seen on the counterpart's."""
        if isinstance(result, RiskExplanation):
            return result.get_absolute_url()
        return reverse("riskcontrol:counterpart_detail", args=[result.pk])

    def back(self) -> str:
        return reverse("riskcontrol:counterpart_detail", args=[self.thing.pk])


class CounterpartPanel(ThingPage):
    """The risk of a counterpart as a part of the counterpart's page."""

    model = Counterpart
    permission = READ
    template_name = "riskcontrol/_counterpart_panel.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return risk_rows()

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        offers = self.actor.may(Permission.GUIDANCE_HANDLE)
        return self.show({"object": self.thing, "may_offer": offers, **explanation(self.thing)})
