"""Guidance on the pages of a case and of a counterpart (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from enforcement.models import Case, Counterpart
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from guidance.lists.action_cells import state_tone
from guidance.models import GuidanceAction
from guidance.reports import ladder_of
from guidance.reports.ladder_facts import ladder_facts_of_case, ladder_facts_of_counterpart
from guidance.views.proposal import proposal_of
from guidance.vocabulary import AppointmentOutcome
from guidance.ways import WAYS

SHOWN = 8


class GuidancePanel(ThingPage):
    """The guidance that the actor may see about one thing, the latest first."""

    permission = Permission.GUIDANCE_READ
    about = ""
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        rows = GuidanceAction.objects.visible_to(self.actor).filter(**{self.about: self.thing})
        found = list(rows.select_related("organ")[: SHOWN + 1])
        address = f"?{self.about}={self.thing.pk}"
        return self.show(
            {
                "lines": [_line(action) for action in found[:SHOWN]],
                "all_url": reverse("guidance:guidance_list") + address if len(found) > SHOWN else "",
                "new_url": reverse("guidance:guidance_new") + address if self.may_give() else "",
            }
        )

    def may_give(self) -> bool:
        return self.actor.may(Permission.GUIDANCE_HANDLE)


class CaseGuidancePanel(GuidancePanel):
    model = Case
    about = "case"
    template_name = "guidance/_case_guidance.html"

    def may_give(self) -> bool:
        return super().may_give() and self.thing.organ_id == self.actor.organ_id

    def rows(self) -> Any:
        return Case.objects.select_related("circumstances")

    def context(self) -> dict[str, Any]:
        facts = ladder_facts_of_case(self.thing, at=self.now, by=self.actor)
        return {
            "steps": ladder_of(self.thing, by=self.actor),
            "proposal": proposal_of(facts, about=f"case={self.thing.pk}", may_give=self.may_give()),
        }


class CounterpartGuidancePanel(GuidancePanel):
    model = Counterpart
    about = "counterpart"
    template_name = "guidance/_counterpart_guidance.html"

    def context(self) -> dict[str, Any]:
        facts = ladder_facts_of_counterpart(self.thing, at=self.now, by=self.actor)
        about = f"counterpart={self.thing.pk}"
        return {"proposal": proposal_of(facts, about=about, may_give=self.may_give())}


class PublicSidePanel(ThingPage):
    """Scores, comments and showings of a publication, for its page."""

    model = GuidanceAction
    permission = Permission.COUNTERPART_READ
    template_name = "guidance/_public_records.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return GuidanceAction.objects.select_related("public_life")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        life = getattr(self.thing, "public_life", None)
        names = ("scores", "comments", "showings")
        return self.show({name: list(getattr(life, name).all()) if life else [] for name in names})


class InterviewPanel(ThingPage):
    """The appointments of an interview, and who came."""

    model = GuidanceAction
    permission = Permission.COUNTERPART_READ
    template_name = "guidance/_interview.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        appointments = list(self.thing.appointments.all())
        absences = sum(row.outcome == AppointmentOutcome.ABSENT for row in appointments)
        attendance = list(self.thing.attendance.select_related("organ"))
        return self.show({"appointments": appointments, "attendance": attendance, "absences": absences})


def _line(action: GuidanceAction) -> dict[str, Any]:
    return {
        "action": action,
        "page": WAYS[action.way],
        "tone": state_tone(action.state),
    }
