"""Pages of mediation: the list, an application, one mediation, and its acts (Art. 7)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.forms.mediations import MEDIATION_ACTS, REGISTER_MEDIATION, WHILE_OPEN
from enforcement.lifecycle import MEDIATION_LIFECYCLE
from enforcement.lists.mediations import MEDIATION_LIST, mediation_tone
from enforcement.models import Mediation
from foundation.pages import CreatePage, DetailPage, ListPage, TransitionPage
from foundation.pages.facts import fact, told
from foundation.permissions import Permission
from foundation.record.story import entries_of

READ, HANDLE = Permission.COUNTERPART_READ, Permission.MEDIATION_HANDLE


class MediationListPage(ListPage):
    spec = MEDIATION_LIST
    permission = READ
    create_url = "enforcement:mediation_new"
    create_label = _("Enter an application")
    create_permission = HANDLE
    empty_title = _("No mediations yet")
    empty_text = _("When parties of a dispute both want help to settle it, enter their application here.")


class MediationNew(CreatePage):
    act = REGISTER_MEDIATION
    permission = HANDLE
    cancel_url = "enforcement:mediation_list"


class MediationPage(DetailPage):
    model = Mediation
    permission = READ
    template_name = "enforcement/mediation_detail.html"
    acts = MEDIATION_ACTS
    lifecycle = MEDIATION_LIFECYCLE
    act_url = "enforcement:mediation_act"

    def rows(self) -> Any:
        return Mediation.objects.all().whole()

    def context(self) -> dict[str, Any]:
        mediation, found = self.thing, super().context()
        here = {o["name"]: o for o in found["offers"] if o["name"] in WHILE_OPEN and mediation.is_open}
        apart = {*WHILE_OPEN, "issue_document"}
        return {
            **found,
            "offers": [o for o in found["offers"] if o["name"] not in apart],
            "here": here,
            "state": {"value": mediation.get_state_display(), "tone": mediation_tone(mediation.state)},
            "facts": _facts(mediation),
            "agreement": _agreement(mediation),
            "entries": entries_of(mediation),
        }


def _facts(mediation: Mediation) -> list[dict[str, Any]]:
    case = mediation.case
    shown = [
        fact(_("kind of dispute"), mediation.get_kind_display()),
        fact(_("field of enforcement"), str(mediation.field)),
        fact(_("case"), str(case) if case else "", "link", url=case.get_absolute_url() if case else ""),
        fact(_("applied for on"), mediation.applied_on, "date"),
        fact(_("begun on"), mediation.begun_on, "date"),
        fact(_("ended on"), mediation.ended_on, "date"),
        fact(_("what the dispute is about"), mediation.dispute, "multiline"),
    ]
    return told(shown)


def _agreement(mediation: Mediation) -> list[dict[str, Any]]:
    shown = [
        fact(_("agreement"), mediation.agreement, "multiline"),
        fact(_("to be performed by"), mediation.perform_by, "date"),
        fact(_("performance looked at on"), mediation.performed_on, "date"),
        fact(_("how it was performed"), mediation.performance_note, "multiline"),
    ]
    return told(shown)


class MediationActPage(TransitionPage):
    model = Mediation
    permission = READ
    acts = MEDIATION_ACTS
    lifecycle = MEDIATION_LIFECYCLE

    def rows(self) -> Any:
        return Mediation.objects.all().whole()
