"""Pages of inspections for officers, and what supervision reads of the ratings (Art. 6)."""

from __future__ import annotations

from typing import Any

import segno
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.inspections import INSPECTION_ACTS, ON_SPOT, PLAN
from enforcement.lifecycle import INSPECTION_LIFECYCLE
from enforcement.lists.inspections import INSPECTION_CAPS, INSPECTION_LIST, TONES
from enforcement.models import Counterpart, Inspection
from enforcement.reports.ratings import FEWEST, ratings_by_organ
from enforcement.views.inspection_facts import facts_of, outcome_of
from enforcement.views.publicity_card import publicity_card
from enforcement.vocabulary import InspectionState
from foundation.pages import CreatePage, DetailPage, ListPage, Page, TransitionPage
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.entry import timeline_of
from foundation.record.story import story_of
from foundation.vocabulary import Tone

READ, HANDLE = Permission.INSPECTION_READ, Permission.INSPECTION_HANDLE
SHOWN = 6
SVG = "http://www.w3.org/2000/svg"


class InspectionListPage(ListPage):
    spec = INSPECTION_LIST
    permission = READ
    template_name = "enforcement/inspection_list.html"
    create_url = "enforcement:inspection_plan"
    create_label = _("Plan an inspection")
    create_permission = HANDLE
    empty_title = _("No inspections yet")
    empty_text = _("Plan a visit: the firm can verify it by its code, and rate it afterwards.")


class CapListPage(ListPage):
    spec = INSPECTION_CAPS
    permission = Permission.ORGAN_READ
    empty_title = _("No cap is published")
    empty_text = _(
        "Each organ publishes how often it visits a firm in a year at most; enter it in the administration."
    )


class InspectionPlan(CreatePage):
    permission = HANDLE
    act = PLAN
    cancel_url = "enforcement:inspection_list"
    intro = _(
        "One visit instead of several, two officers, a filed plan or a head's approval, and a reason to go at all."
    )


class InspectionOnSpot(CreatePage):
    permission = HANDLE
    act = ON_SPOT
    cancel_url = "enforcement:inspection_list"
    intro = _("For what could not be planned: it is registered at the door, and begins at once.")


class InspectionDetail(DetailPage):
    model = Inspection
    permission = READ
    template_name = "enforcement/inspection_detail.html"
    acts = INSPECTION_ACTS
    lifecycle = INSPECTION_LIFECYCLE
    act_url = "enforcement:inspection_act"

    def rows(self) -> Any:
        return Inspection.objects.with_everything()

    def context(self) -> dict[str, Any]:
        row, found = self.thing, super().context()
        return {
            **found,
            "offers": [o for o in found["offers"] if o["name"] != "issue_document"],
            "state": {"value": row.get_state_display(), "tone": TONES.get(row.state, Tone.NEUTRAL).value},
            "facts": facts_of(row),
            "outcome": outcome_of(row),
            "code_valid": row.code_expires_at > self.now,
            "may_guide": row.result == "guidance" and self.actor.may(Permission.GUIDANCE_HANDLE),
            "papers": row.state == InspectionState.CONCLUDED and self.actor.may(Permission.COUNTERPART_READ),
            "publicity": publicity_card(row, by=self.actor, today=timezone.localdate(self.now)),
            "timeline": story_of(timeline_of(row)),
        }


class InspectionAct(TransitionPage):
    model = Inspection
    permission = READ
    acts, lifecycle = INSPECTION_ACTS, INSPECTION_LIFECYCLE

    def rows(self) -> Any:
        return Inspection.objects.with_everything()


class InspectionQr(ThingPage):
    """The address at which the firm verifies the visit, as a picture to scan."""

    model = Inspection
    permission = READ
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        address = request.build_absolute_uri(self.thing.verify_url)
        picture = segno.make(address, error="m").svg_inline(scale=5, border=2, light="#fff")
        whole = picture.replace("<svg ", f'<svg xmlns="{SVG}" ', 1)
        return HttpResponse(whole, content_type="image/svg+xml")


class CounterpartInspections(ThingPage):
    """The visits of one firm that the actor may see, the latest first."""

    model = Counterpart
    permission = READ
    template_name = "enforcement/_counterpart_inspections.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        rows = Inspection.objects.visible_to(self.actor).filter(counterpart=self.thing)
        return self.show(
            {
                "inspections": list(rows.select_related("organ")[:SHOWN]),
                "counterpart": self.thing,
                "may_plan": self.actor.may(HANDLE),
            }
        )


class RatingsPage(Page):
    """What firms say of visits: for supervision alone, and never about fewer than five."""

    permission = Permission.INSPECTION_RATINGS
    template_name = "enforcement/inspection_ratings.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest) -> HttpResponseBase:
        return self.show(
            {"title": _("What firms say of visits"), "organs": ratings_by_organ(self.actor), "fewest": FEWEST}
        )
