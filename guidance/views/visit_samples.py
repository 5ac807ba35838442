"""Pages of the planner: what it would do next, and the lots it drew (Art. 8 (8))."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from foundation.pages import DetailPage, ListPage
from foundation.pages.facts import fact
from foundation.permissions import Permission
from foundation.record.entry import timeline_of
from foundation.record.story import story_of
from guidance.lists.visit_samples import VISIT_SAMPLES
from guidance.models import VisitSample
from guidance.services.visits import drawn_again
from guidance.services.visits.coming import next_draw_on, visit_plan

SHOWN_CASES = 50


class VisitSampleListPage(ListPage):
    spec = VISIT_SAMPLES
    permission = Permission.VISIT_READ
    template_name = "guidance/visit_samples.html"
    subtitle = _("Who must be visited is planned at once; among the others lots are drawn twice a month.")
    empty_title = _("Nothing drawn yet")
    empty_text = _("Lots are drawn when half a month is over in which penalties were carried out.")

    def context(self) -> dict[str, Any]:
        plan = visit_plan(self.actor, at=self.now)
        return {**super().context(), "plan": plan, "next_draw_on": next_draw_on(plan)}


class VisitSamplePage(DetailPage):
    model = VisitSample
    permission = Permission.VISIT_READ
    template_name = "guidance/visit_sample_detail.html"

    def rows(self) -> Any:
        return VisitSample.objects.select_related("organ")

    def context(self) -> dict[str, Any]:
        sample = self.thing
        cases = Case.objects.visible_to(self.actor).filter(pk__in=sample.cases[:SHOWN_CASES])
        return {
            **super().context(),
            "facts": [
                fact(_("procedure"), sample.get_procedure_display()),
                fact(_("share to be visited (%)"), sample.percent, "number"),
                fact(_("carried out since the first draw of the year"), sample.total, "number"),
                fact(_("of these visited or planned before"), sample.visited, "number"),
                fact(_("drawn among"), len(sample.candidates), "number"),
                fact(_("drawn"), len(sample.cases), "number"),
                fact(_("drawn at"), sample.drawn_at, "datetime"),
                fact(_("seed"), sample.seed),
            ],
            "is_repeatable": drawn_again(sample) == sample.cases,
            "cases": list(cases.select_related("counterpart").order_by("pk")),
            "timeline": story_of(timeline_of(sample)),
        }
