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


def _fact(label: Any, value: Any, kind: str = "text", **more: Any) -> dict[str, Any]:
    return {"label": label, "value": value, "kind": kind, **more}


def _facts(interval: CaseInterval, *, reads: bool) -> list[dict[str, Any]]:
    case = interval.case
    shown = [
        _fact(_("case"), str(case), "link", url=case.get_absolute_url()),
        _fact(_("organ"), case.organ.name),
        _fact(_("matter"), case.matter.name),
        _fact(_("to be decided by"), case.deadline_on, "date"),
        _fact(_("first day"), interval.begins_on, "date"),
        _fact(_("last day"), interval.ends_on or (_("still going on") if interval.is_stop else None),
              "date" if interval.ends_on else "text"),
        _fact(_("more days"), interval.days, "number"),
        _fact(_("reason"), interval.reason if reads else TITLE_HIDDEN, "multiline"),
        _fact(_("asked by"), interval.asked_by.name),
        _fact(_("asked on"), interval.asked_on, "date"),
        _fact(_("granted by"), interval.get_approver_display() or _("nobody: it counts at once")),
        _fact(_("answered by"), interval.answered_by.name if interval.answered_by else None),
        _fact(_("answered on"), interval.answered_on, "date"),
        _fact(
            _("minute, document or reason of the answer"),
            interval.answer if reads or not interval.answer else TITLE_HIDDEN,
            "multiline",
        ),
    ]  # fmt: skip
    return [fact for fact in shown if fact["value"] not in (None, "")]
