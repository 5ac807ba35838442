"""Pages of return visits (Art. 8 (8))."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from foundation.actors import Actor
from foundation.lists.wording import bool_text
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.facts import fact
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.entry import timeline_of
from foundation.record.story import story_of
from foundation.vocabulary import Tone
from guidance.forms.visits import VISIT_ACTS
from guidance.lifecycle import VISIT_LIFECYCLE
from guidance.lists.visits import TONES, VISIT_LIST
from guidance.models import GuidanceAction, ReturnVisit
from guidance.services.visits import plan_visit
from guidance.vocabulary import VisitState, Way

SHOWN_RECORDS = 8


class VisitListPage(ListPage):
    spec = VISIT_LIST
    permission = Permission.VISIT_READ
    template_name = "guidance/visit_list.html"
    empty_text = _("Visits are planned by themselves when a case needs one.")


class VisitPage(DetailPage):
    model = ReturnVisit
    permission = Permission.VISIT_READ
    template_name = "guidance/visit_detail.html"
    acts = VISIT_ACTS
    lifecycle = VISIT_LIFECYCLE
    act_url = "guidance:visit_act"

    def rows(self) -> Any:
        related = ReturnVisit.objects.select_related("case__counterpart", "case__matter", "organ")
        return related.prefetch_related("visitors__officer")

    def context(self) -> dict[str, Any]:
        visit = self.thing
        return {
            "state": {"value": visit.get_state_display(), "tone": TONES.get(visit.state, Tone.NEUTRAL).value},
            "visit_facts": _facts_of_plan(visit, self.actor),
            "findings": _findings(visit),
            "records": list(self._records()),
            "record_url": self._record_url(),
            "timeline": story_of(timeline_of(visit)),
            **super().context(),
        }

    def _records(self) -> Any:
        """The documents that record this visit as guidance, as far as the reader may open them."""
        rows = GuidanceAction.objects.visible_to(self.actor).filter(revisit__visit=self.thing)
        return (
            rows.select_related("organ")[:SHOWN_RECORDS] if self.actor.may(Permission.GUIDANCE_READ) else []
        )

    def _record_url(self) -> str:
        """Where the record is written; empty for who does not guide in this organ."""
        visit = self.thing
        own = visit.organ_id == self.actor.organ_id and self.actor.may(Permission.GUIDANCE_HANDLE)
        if not own or visit.state == VisitState.CANCELLED:
            return ""
        address = reverse("guidance:guidance_draft", args=[Way.REVISIT.value])
        return f"{address}?{urlencode({'case': visit.case_id, 'visit': visit.pk})}"


def _facts_of_plan(visit: ReturnVisit, by: Actor) -> list[dict[str, Any]]:
    case = visit.case
    party = case.counterpart.get_absolute_url() if by.may(Permission.COUNTERPART_READ) else ""
    return [
        fact(_("case"), str(case), "link", url=case.get_absolute_url()),
        fact(_("counterpart"), str(case.counterpart), "link", url=party),
        fact(_("matter"), str(case.matter)),
        fact(_("why selected"), visit.reason_labels, "list"),
        fact(_("due on"), visit.due_on, "date"),
        fact(_("visitors"), [str(person.officer) for person in visit.visitors.all()], "list"),
        fact(_("agreed for"), visit.planned_for, "datetime"),
        fact(_("attempts to reach"), visit.attempts, "number"),
    ]


def _findings(visit: ReturnVisit) -> list[dict[str, Any]]:
    return [
        fact(_("held on"), visit.held_on, "date"),
        fact(_("at what time"), f"{visit.held_time:%H:%M}" if visit.held_time else ""),
        fact(_("how"), visit.get_mode_display()),
        fact(_("rectification"), visit.get_rectified_display()),
        fact(_("violated again"), None if visit.recurred is None else bool_text(visit.recurred)),
        fact(_("satisfaction (1-5)"), visit.satisfaction, "number"),
        fact(_("difficulties"), visit.difficulties, "multiline"),
        fact(_("guidance wanted"), visit.guidance_wanted, "multiline"),
        fact(_("opinions and suggestions"), visit.opinions, "multiline"),
        fact(_("feedback given to the party"), visit.feedback, "multiline"),
    ]


class VisitActPage(TransitionPage):
    model = ReturnVisit
    permission = Permission.VISIT_READ
    acts = VISIT_ACTS
    lifecycle = VISIT_LIFECYCLE

    def rows(self) -> Any:
        return ReturnVisit.objects.select_related("case")


class CaseVisitsPanel(ThingPage):
    """The visits of a case, as a part of the case's page; POST plans one that was asked for."""

    model = Case
    permission = Permission.VISIT_READ
    template_name = "guidance/_case_visits.html"
    http_method_names = ["get", "post"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        visits = list(self.thing.return_visits.prefetch_related("visitors__officer").order_by("round"))
        may_plan = self.thing.decided_on is not None and not visits and self.actor.may(Permission.VISIT_PLAN)
        return self.show({"case": self.thing, "visits": visits, "may_plan": may_plan})

    def post(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        plan_visit(self.thing.pk, by=self.actor, at=self.now, asked_for=True)
        return redirect(self.thing.get_absolute_url())
