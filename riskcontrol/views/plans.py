"""Pages of the measures that risk proposes (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import masked_counterpart
from enforcement.models import Inspection
from foundation.actors import Actor
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.models import GuidanceAction
from riskcontrol.forms.plans import PLAN_ACTS
from riskcontrol.lifecycle import PLAN_LIFECYCLE
from riskcontrol.lists.plans import PLAN_LIST, plan_tone
from riskcontrol.lists.points import level_tone
from riskcontrol.models import RiskPlan
from riskcontrol.vocabulary import PlanMeasure

READ, PERSONS = Permission.RISK_READ, Permission.COUNTERPART_READ


class PlanListPage(ListPage):
    spec = PLAN_LIST
    permission = READ
    subtitle = _(
        "What levels of risk propose: the mildest that may help, a visit only inside the published cap."
    )
    empty_title = _("Nothing is proposed")
    empty_text = _(
        "When a counterpart's level rises to medium or high, measures appear here within the hour."
    )


class PlanPage(DetailPage):
    model = RiskPlan
    permission = READ
    template_name = "riskcontrol/plan_detail.html"
    acts = PLAN_ACTS
    lifecycle = PLAN_LIFECYCLE
    act_url = "riskcontrol:plan_act"

    def rows(self) -> Any:
        return RiskPlan.objects.select_related("counterpart", "organ", "officer", "guidance", "inspection")

    def context(self) -> dict[str, Any]:
        plan, reads = self.thing, self.actor.may(PERSONS)
        party = plan.counterpart
        return {
            **super().context(),
            "name": party.name if reads else masked_counterpart((party.name, party.kind))[0],
            "risk_url": reverse("riskcontrol:counterpart_detail", args=[party.pk]),
            "state": {"value": plan.get_state_display(), "tone": plan_tone(plan.state)},
            "level": {"value": plan.get_level_display(), "tone": level_tone(plan.level)},
            "days_left": (plan.due_on - timezone.localdate(self.now)).days if plan.is_open else None,
            "next_url": _next_url(plan, self.actor) if plan.is_open else "",
            "facts": [fact for fact in _facts(plan, self.actor) if fact["value"]],
            "timeline": entries_of(plan, reasons=reads),
        }


def _next_url(plan: RiskPlan, actor: Actor) -> str:
    """Where what is proposed is begun, with the counterpart filled in; nothing to who may not."""
    is_visit = plan.measure == PlanMeasure.VISIT
    if not actor.may(Permission.INSPECTION_HANDLE if is_visit else Permission.GUIDANCE_HANDLE):
        return ""
    page = (
        reverse("enforcement:inspection_plan")
        if is_visit
        else reverse("guidance:guidance_draft", args=[plan.measure])
    )
    return f"{page}?counterpart={plan.counterpart_id}"


def _url_of(shown: GuidanceAction | Inspection | None, actor: Actor) -> str:
    """Where it is read, by who may read it and meet it."""
    may = Permission.INSPECTION_READ if isinstance(shown, Inspection) else Permission.GUIDANCE_READ
    if shown is None or not actor.may(may):
        return ""
    is_met = type(shown).objects.visible_to(actor).filter(pk=shown.pk).exists()
    return shown.get_absolute_url() if is_met else ""


def _facts(plan: RiskPlan, actor: Actor) -> list[dict[str, Any]]:
    shown = plan.guidance or plan.inspection
    url = _url_of(shown, actor)
    told = (
        (_("proposed on"), plan.proposed_on, "date", ""),
        (_("to be taken by"), plan.due_on, "date", ""),
        (_("taken on by"), str(plan.officer or ""), "text", ""),
        (_("carried out by"), str(shown or ""), "link" if url else "text", url),
        (_("done or dropped on"), plan.ended_on, "date", ""),
        (_("why it was dropped"), plan.get_drop_reason_display(), "text", ""),
        (_("in words"), plan.drop_text if actor.may(PERSONS) else "", "multiline", ""),
    )
    return [
        {"label": capfirst(label), "value": value, "kind": kind, "url": url}
        for label, value, kind, url in told
    ]


class PlanActPage(TransitionPage):
    model = RiskPlan
    permission = READ
    acts = PLAN_ACTS
    lifecycle = PLAN_LIFECYCLE

    def rows(self) -> Any:
        return RiskPlan.objects.select_related("counterpart", "guidance", "inspection")
