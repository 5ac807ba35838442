"""Pages of departures from the benchmark: the list, one of them, and its answer (Penalty Law, Art. 34)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.forms.departures import DEPARTURE_ACTS
from enforcement.lifecycle.departures import DEPARTURE_LIFECYCLE
from enforcement.lists.case_cells import TITLE_HIDDEN
from enforcement.lists.departures import DEPARTURE_LIST, TONES
from enforcement.models import BandDeparture
from enforcement.vocabulary import DepartureState
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.facts import fact, told
from foundation.permissions import Permission
from foundation.record.entry import timeline_of
from foundation.record.story import story_of

READ = Permission.CASE_READ


class DepartureListPage(ListPage):
    spec = DEPARTURE_LIST
    permission = READ
    empty_title = _("No case leaves its benchmark")
    empty_text = _(
        "Who needs a fine outside the tier asks for it on the page of the case, before the decision."
    )


class AboutDeparture:
    """What both pages of a departure read with it."""

    model = BandDeparture

    def rows(self) -> Any:
        found = BandDeparture.objects.select_related(
            "case__organ", "case__matter", "case__discussion", "asked_by", "answered_by"
        )
        return found.prefetch_related("case__people", "case__matter__bands")


class DeparturePage(AboutDeparture, DetailPage):
    permission = READ
    template_name = "enforcement/departure_detail.html"
    acts = DEPARTURE_ACTS
    lifecycle = DEPARTURE_LIFECYCLE
    act_url = "enforcement:departure_act"

    def context(self) -> dict[str, Any]:
        departure, reads = self.thing, self.actor.may(Permission.COUNTERPART_READ)
        state = DepartureState(departure.state)
        return {
            **super().context(),
            "matter": departure.case.matter,
            "state": {"value": state.label, "tone": TONES[state].value},
            "facts": _facts(departure, reads=reads),
            "entries": story_of(timeline_of(departure, noun="departure"), reasons=reads),
        }


class DepartureActPage(AboutDeparture, TransitionPage):
    permission = READ
    acts = DEPARTURE_ACTS
    lifecycle = DEPARTURE_LIFECYCLE


def _facts(departure: BandDeparture, *, reads: bool) -> list[dict[str, Any]]:
    case, answer = departure.case, departure.answer
    shown = [
        fact(_("case"), str(case), "link", url=case.get_absolute_url()),
        fact(_("organ"), case.organ.name),
        fact(_("matter"), case.matter.name),
        fact(_("tier that is left"), departure.get_tier_display()),
        fact(_("intended fine (yuan)"), departure.fine, "money"),
        fact(_("ground"), departure.get_ground_display()),
        fact(_("reason"), departure.reason if reads else TITLE_HIDDEN, "multiline"),
        fact(_("asked by"), departure.asked_by.name),
        fact(_("asked on"), departure.asked_on, "date"),
        fact(_("to be approved by"), departure.get_approver_display()),
        fact(_("answered by"), departure.answered_by.name if departure.answered_by else None),
        fact(_("answered on"), departure.answered_on, "date"),
        fact(
            _("approval in writing, or why not"), answer if reads or not answer else TITLE_HIDDEN, "multiline"
        ),
    ]
    return told(shown)
