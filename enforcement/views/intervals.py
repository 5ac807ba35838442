"""Pages of stops and extensions: the list, one of them, and its answer (Penalty Law, Art. 60)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.forms.intervals import INTERVAL_ACTS
from enforcement.lifecycle.intervals import INTERVAL_LIFECYCLE
from enforcement.lists.case_cells import TITLE_HIDDEN
from enforcement.lists.intervals import INTERVAL_LIST, TONES
from enforcement.models import CaseInterval
from enforcement.vocabulary import IntervalState
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.facts import fact, told
from foundation.permissions import Permission
from foundation.record.entry import timeline_of
from foundation.record.story import story_of

READ = Permission.CASE_READ


class IntervalListPage(ListPage):
    spec = INTERVAL_LIST
    permission = READ
    empty_title = _("Nothing stops or lengthens a case")
    empty_text = _("Ask for more time, or record a hearing or testing, on the page of the case.")


class AboutInterval:
    """What both pages of an interval read with it."""

    model = CaseInterval

    def rows(self) -> Any:
        found = CaseInterval.objects.select_related("case__organ", "case__matter", "asked_by", "answered_by")
        return found.prefetch_related("case__people")


class IntervalPage(AboutInterval, DetailPage):
    permission = READ
    template_name = "enforcement/interval_detail.html"
    acts = INTERVAL_ACTS
    lifecycle = INTERVAL_LIFECYCLE
    act_url = "enforcement:interval_act"

    def context(self) -> dict[str, Any]:
        found, interval = super().context(), self.thing
        reads = self.actor.may(Permission.COUNTERPART_READ)
        return {
            **found,
            "offers": [o for o in found["offers"] if o["name"] != "end" or interval.is_ended_by_hand],
            "state": {
                "value": interval.get_state_display(),
                "tone": TONES[IntervalState(interval.state)].value,
            },
            "facts": _facts(interval, reads=reads),
            "entries": story_of(timeline_of(interval, noun="interval"), reasons=reads),
        }


class IntervalActPage(AboutInterval, TransitionPage):
    permission = READ
    acts = INTERVAL_ACTS
    lifecycle = INTERVAL_LIFECYCLE


def _facts(interval: CaseInterval, *, reads: bool) -> list[dict[str, Any]]:
    case = interval.case
    shown = [
        fact(_("case"), str(case), "link", url=case.get_absolute_url()),
        fact(_("organ"), case.organ.name),
        fact(_("matter"), case.matter.name),
        fact(_("to be decided by"), case.deadline_on, "date"),
        fact(_("first day"), interval.begins_on, "date"),
        fact(_("last day"), interval.ends_on or (_("still going on") if interval.is_stop else None),
              "date" if interval.ends_on else "text"),
        fact(_("more days"), interval.days, "number"),
        fact(_("reason"), interval.reason if reads else TITLE_HIDDEN, "multiline"),
        fact(_("asked by"), interval.asked_by.name),
        fact(_("asked on"), interval.asked_on, "date"),
        fact(_("granted by"), interval.get_approver_display() or _("nobody: it counts at once")),
        fact(_("answered by"), interval.answered_by.name if interval.answered_by else None),
        fact(_("answered on"), interval.answered_on, "date"),
        fact(
            _("minute, document or reason of the answer"),
            interval.answer if reads or not interval.answer else TITLE_HIDDEN,
            "multiline",
        ),
    ]  # fmt: skip
    return told(shown)
