"""Pages of the list of risk points (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from foundation.lists.context import RowContext
from foundation.pages import CreatePage, DetailPage, ListPage, TransitionPage
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from riskcontrol.forms.points import DRAFT_POINT, POINT_ACTS
from riskcontrol.lifecycle import POINT_LIFECYCLE
from riskcontrol.lists.points import POINT_LIST, state_tone
from riskcontrol.models import RiskPoint
from riskcontrol.models.profiles import MOST_COUNTED, number_concerned
from riskcontrol.reports.heat import points_by_field
from riskcontrol.rules.levels import reason_by_rule
from riskcontrol.views.described import analysed_causes, described, doubtful_measures, graded_measures
from riskcontrol.views.glance import heat_context
from riskcontrol.views.warning import warning_url
from riskcontrol.vocabulary import IN_WORK, WORKED_ON, PointState

_PLACE_OF_PARTS = {
    "add_cause": "cause_offers",
    "remove_cause": "cause_offers",
    "add_measure": "measure_offers",
    "remove_measure": "measure_offers",
    "set_level": "level_offers",
    "follow_rule": "level_offers",
}
CONTENT_ACTS = frozenset({"edit", *_PLACE_OF_PARTS})
READ, EDIT = Permission.RISK_READ, Permission.RISK_EDIT


class PointListPage(ListPage):
    spec = POINT_LIST
    template_name = "riskcontrol/point_list.html"
    subtitle = _("Violations that counterparts run into: why, how grave, and what both sides do about them.")
    create_url = "riskcontrol:point_draft"
    create_label = _("New risk point")
    create_permission = EDIT
    empty_text = _("Sort out the violations that come up in daily supervision and in closed cases.")

    def context(self) -> dict[str, Any]:
        return {**super().context(), **heat_context(points_by_field(), name="field")}


class DraftPointPage(CreatePage):
    act = DRAFT_POINT
    permission = EDIT
    cancel_url = "riskcontrol:point_list"


class PointPage(DetailPage):
    model = RiskPoint
    permission = READ
    template_name = "riskcontrol/point_detail.html"
    acts = POINT_ACTS
    lifecycle = POINT_LIFECYCLE
    act_url = "riskcontrol:point_act"

    def rows(self) -> Any:
        related = RiskPoint.objects.select_related("field__risk_catalogue", "matter", "region", "figures")
        return related.prefetch_related("causes", "measures")

    def context(self) -> dict[str, Any]:
        point, at = self.thing, RowContext(self.actor, self.now)
        return {
            **super().context(),
            **self._offers_of_parts(),
            **described(point, at),
            "causes": analysed_causes(point),
            "measures": graded_measures(point),
            "figures": getattr(point, "figures", None),
            "rule_reason": reason_by_rule(point.figures.occurrences) if hasattr(point, "figures") else "",
            "warning_url": warning_url(point, by=self.actor),
            "state": {"value": point.get_state_display(), "tone": state_tone(point.state)},
            "doubtful": doubtful_measures(point) if point.state in IN_WORK else [],
            **self._concerned(),
            "catalogue_url": point.field.risk_catalogue.get_absolute_url()
            if hasattr(point.field, "risk_catalogue")
            else "",
            "timeline": entries_of(point, limit=30),
        }

    def _concerned(self) -> dict[str, Any]:
        number = number_concerned(self.thing, self.actor)
        more = number > MOST_COUNTED
        return {"concerned": min(number, MOST_COUNTED), "concerned_more": more}

    def offers(self) -> list[dict[str, Any]]:
        """What is done to the point as a whole; the acts on its parts stand beside them."""
        return [offer for offer in self._sensible if offer["name"] not in _PLACE_OF_PARTS]

    def _offers_of_parts(self) -> dict[str, list[dict[str, Any]]]:
        found: dict[str, list[dict[str, Any]]] = {place: [] for place in _PLACE_OF_PARTS.values()}
        for offer in self._sensible:
            if offer["name"] in _PLACE_OF_PARTS:
                found[_PLACE_OF_PARTS[offer["name"]]].append(offer)
        return found

    @cached_property
    def _sensible(self) -> list[dict[str, Any]]:
        """Only what makes sense for this point and this person."""
        return [offer for offer in super().offers() if offer["name"] not in self._senseless()]

    def _senseless(self) -> set[str]:
        point = self.thing
        found = set()
        if not point.causes.all():
            found.add("remove_cause")
        if not point.measures.all():
            found.add("remove_measure")
        if point.follows_rule or point.matter_id is None:
            found.add("follow_rule")
        if point.state not in WORKED_ON:
            found |= CONTENT_ACTS
        if point.state != PointState.PUBLISHED:
            found.add("confirm_review")
        found.add("return_to_draft" if point.is_published else "revise")
        return found


class PointPublishedPanel(ThingPage):
    """The editions of a risk point and its figures, as a part of its page."""

    model = RiskPoint
    permission = READ
    template_name = "riskcontrol/_published_panel.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return RiskPoint.objects.select_related("checked_by").prefetch_related("editions", "quarters")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        point = self.thing
        parts = {"editions": point.editions.all(), "quarters": point.quarters.all()}
        return self.show({"object": point, **parts})


class PointActPage(TransitionPage):
    model = RiskPoint
    permission = EDIT
    acts = POINT_ACTS
    lifecycle = POINT_LIFECYCLE
