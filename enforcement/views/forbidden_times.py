"""“May I go there now?”, the rules behind the answer, and what was done in spite of them (Art. 6)."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from enforcement.forms.forbidden_times import CHECK, EMERGENCY_ACTS, SIGNAL_ACTS
from enforcement.lifecycle import LOOK_LIFECYCLE
from enforcement.lists.forbidden_times import (
    EMERGENCIES,
    LOCAL_BANS,
    QUIET_PERIODS,
    TIME_SIGNALS,
    TONE_OF_LOOK,
)
from enforcement.models import EmergencyOverride, Organ, TimeSignal
from enforcement.services.forbidden_times import standing_at
from foundation.acts import perform
from foundation.pages import DetailPage, ListPage, Page, TransitionPage
from foundation.pages.facts import fact
from foundation.permissions import Permission

READ, LOOK = Permission.ORGAN_READ, Permission.SUPERVISION_READ


class TimeCheckPage(Page):
    """One clear answer for a phone; without a question, how everything stands at this moment."""

    permission = READ
    template_name = "enforcement/time_check.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        asked = "act" in request.GET
        form = CHECK.form(
            request.GET if asked else None, actor=self.actor, at=self.now, initial=self._initial()
        )
        answer = None
        if asked and form.is_valid():
            answer = perform(CHECK, form.service_data(), by=self.actor, at=self.now)
        status = 400 if asked and answer is None else 200
        page = {"title": _("May I go there now?"), "form": form, "answer": answer, "now": self._now(asked)}
        return self.show(page, status=status)

    def _initial(self) -> dict[str, Any]:
        return {"at": self.now, "organ": self.actor.organ_id}

    def _now(self, asked: bool) -> list[Any]:
        """How each act stands at this moment for the own organ."""
        own = None if asked else Organ.objects.visible_to(self.actor).filter(pk=self.actor.organ_id).first()
        return standing_at(organ=own, at=self.now) if own else []


class QuietPeriodList(ListPage):
    spec = QUIET_PERIODS
    permission = READ
    empty_title = _("No quiet period is entered")
    empty_text = _("Quiet periods are entered in the administration, for a region or an organ.")


class LocalBanList(ListPage):
    spec = LOCAL_BANS
    permission = READ
    empty_title = _("No local ban is entered")
    empty_text = _("Local bans are entered in the administration, for a region or an organ.")


class EmergencyList(ListPage):
    spec = EMERGENCIES
    permission = LOOK
    template_name = "enforcement/exceptions.html"
    empty_title = _("Nothing was done at a forbidden time")
    empty_text = _("When something could not wait, reason and approving head stand here for the line above.")


class TimeSignalList(ListPage):
    spec = TIME_SIGNALS
    permission = LOOK
    template_name = "enforcement/exceptions.html"
    empty_title = _("No signal")
    empty_text = _(
        "Late recording, and acts at forbidden times, are shown here as questions, not as reproaches."
    )


class ExceptionDetail(DetailPage):
    permission = LOOK
    template_name = "enforcement/exception_detail.html"
    lifecycle = LOOK_LIFECYCLE

    def rows(self) -> Any:
        return self.model.objects.select_related("organ", "recorded_by", "seen_by")

    def context(self) -> dict[str, Any]:
        state = {"value": self.thing.get_state_display(), "tone": TONE_OF_LOOK[self.thing.state].value}
        return {
            **super().context(),
            "state": state,
            "facts": self.facts(),
            "looked": _looked(self.thing),
            "list_url": self.list_url,
        }

    list_url = ""

    @abstractmethod
    def facts(self) -> list[dict[str, Any]]:
        """What is shown of the row."""


class EmergencyDetail(ExceptionDetail):
    model = EmergencyOverride
    acts = EMERGENCY_ACTS
    act_url = "enforcement:emergency_act"
    list_url = "enforcement:emergency_list"

    def rows(self) -> Any:
        return super().rows().select_related("organ", "recorded_by", "seen_by", "approver")

    def facts(self) -> list[dict[str, Any]]:
        row = self.thing
        return [
            fact(_("what"), row.title, "link" if row.url else "text", url=row.url),
            fact(_("act"), row.get_act_display()),
            fact(_("done at"), row.acted_at, "datetime"),
            fact(_("rules set aside"), row.codes, "list"),
            fact(_("why it could not wait"), row.reason, "multiline"),
            fact(_("approved by"), str(row.approver)),
            fact(_("recorded by"), str(row.recorded_by)),
        ]


class TimeSignalDetail(ExceptionDetail):
    model = TimeSignal
    acts = SIGNAL_ACTS
    act_url = "enforcement:time_signal_act"
    list_url = "enforcement:time_signal_list"

    def facts(self) -> list[dict[str, Any]]:
        row = self.thing
        return [
            fact(_("what"), row.title, "link" if row.url else "text", url=row.url),
            fact(_("signal"), f"{row.kind} · {row.get_kind_display()}"),
            fact(_("stated time"), row.stated_at, "datetime"),
            fact(_("recorded at"), row.recorded_at, "datetime"),
            fact(_("reason given"), row.reason, "multiline"),
            fact(_("recorded by"), str(row.recorded_by or "")),
        ]


class EmergencyAct(TransitionPage):
    model = EmergencyOverride
    permission = LOOK
    acts, lifecycle = EMERGENCY_ACTS, LOOK_LIFECYCLE


class TimeSignalAct(TransitionPage):
    model = TimeSignal
    permission = LOOK
    acts, lifecycle = SIGNAL_ACTS, LOOK_LIFECYCLE


def _looked(row: Any) -> list[dict[str, Any]]:
    return [
        fact(_("looked at by"), str(row.seen_by or "")),
        fact(_("looked at on"), row.seen_at, "datetime"),
        fact(_("remark"), row.remark, "multiline"),
    ]
