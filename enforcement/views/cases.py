"""Pages of cases: the list, the intake, one case, and its acts (Art. 3, 5, 6, 10)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.cases import CASE_ACTS, REGISTER_CLUE
from enforcement.lifecycle import CASE_LIFECYCLE, STATES_OF_ACT, obstacles_to_act
from enforcement.lists.cases import CASE_LIST
from enforcement.models import Case, whole_files
from enforcement.rules.decisions import obstacles_to_any_penalty
from enforcement.views.case_file import case_file
from enforcement.views.case_folds import notes_of, unfolded
from enforcement.views.case_hearing import hidden_acts
from foundation.firing import in_use
from foundation.obstacles import Obstacle
from foundation.pages import CreatePage, DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission


class CaseListPage(ListPage):
    spec = CASE_LIST
    permission = Permission.CASE_READ
    create_url = "enforcement:case_new"
    create_label = _("Register a clue")
    create_permission = Permission.CASE_HANDLE
    empty_title = _("No cases yet")
    empty_text = _("A case begins with a clue: what was found, reported or complained of.")


class ClueNewPage(CreatePage):
    permission = Permission.CASE_HANDLE
    act = REGISTER_CLUE
    cancel_url = "enforcement:case_list"


class CasePage(DetailPage):
    model = Case
    permission = Permission.CASE_READ
    template_name = "enforcement/case_detail.html"
    acts = CASE_ACTS
    lifecycle = CASE_LIFECYCLE
    act_url = "enforcement:case_act"

    def rows(self) -> Any:
        return whole_files()

    def context(self) -> dict[str, Any]:
        """The steps stand in the head of the page, every other act beside what it changes."""
        found = super().context()
        idle = hidden_acts(self.thing)
        offers = [
            o for o in found["offers"] if o["name"] not in idle and _makes_sense(o["name"], self.thing.state)
        ]
        here = {o["name"]: o for o in offers if o["name"] in STATES_OF_ACT}
        return {
            **found,
            "offers": [o for o in offers if o["name"] not in STATES_OF_ACT],
            "here": here,
            "unfolded": unfolded(self.thing, here),
            "notes": notes_of(self.thing),
            **case_file(self.thing, by=self.actor, today=timezone.localdate(self.now)),
        }


def _makes_sense(act: str, state: str) -> bool:
    return act not in STATES_OF_ACT or state in STATES_OF_ACT[act]


class CaseActPage(TransitionPage):
    model = Case
    permission = Permission.CASE_READ
    template_name = "enforcement/case_act.html"
    acts = CASE_ACTS
    lifecycle = CASE_LIFECYCLE

    def rows(self) -> Any:
        return whole_files().prefetch_related("matter__bands", "departures")

    def context(self) -> dict[str, Any]:
        return {**super().context(), "act": self.act.name, "against_penalty": self._against_penalty()}

    def _against_penalty(self) -> list[Obstacle]:
        """Told before the decision is written: with a hearing to come, only leniency can be decided."""
        if self.act.name != "decide":
            return []
        return in_use(list(obstacles_to_any_penalty(self.thing.facts(by=self.actor, at=self.now))))

    def foreseen(self) -> list[Obstacle]:
        if self.is_transition:
            return list(super().foreseen())
        return list(obstacles_to_act(self.act.name, self.thing.state))
