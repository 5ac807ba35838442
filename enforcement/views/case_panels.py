"""Parts of the page of a case that come by themselves: what happened, and comparable cases."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from enforcement.models import Case, with_due_days
from enforcement.reports.comparable import comparable_to
from enforcement.services.deadlines.explaining import explain_deadlines, paused_decision
from foundation.labels import nouns_among
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.entry import timeline_of
from foundation.record.story import story_of

_LATEST = 200
_AT_FIRST = 12
_MOST_SIMILAR = 10


class CaseTimelinePanel(ThingPage):
    """What happened, newest first; ``?about=`` chooses one kind of act, ``?all=1`` shows older acts too."""

    model = Case
    permission = Permission.CASE_READ
    template_name = "enforcement/_case_timeline.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        entries = list(timeline_of(self.thing, limit=_LATEST))
        nouns = nouns_among(entry.action for entry in entries)
        about = request.GET.get("about", "")
        if about in nouns:
            entries = [entry for entry in entries if entry.action.startswith(f"{about}:")]
        shown = entries if request.GET.get("all") == "1" else entries[:_AT_FIRST]
        reads = self.actor.may(Permission.COUNTERPART_READ)
        return self.show(
            {
                "case": self.thing,
                "nouns": nouns,
                "about": about if about in nouns else "",
                "entries": story_of(shown, reasons=reads),
                "older": len(entries) - len(shown),
            }
        )


class SimilarCasesPanel(ThingPage):
    """How other cases of the same matter ended, as far as the actor sees them (Art. 5, 6)."""

    model = Case
    permission = Permission.CASE_READ
    template_name = "enforcement/_case_similar.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        found = comparable_to(self.thing, by=self.actor)
        return self.show({"case": self.thing, "comparable": found, "similar": found.cases[:_MOST_SIMILAR]})


class DeadlinesPanel(ThingPage):
    """Each deadline with how it came about, and what stops or lengthens the time to decide."""

    model = Case
    permission = Permission.CASE_READ
    template_name = "enforcement/_case_deadlines.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        related = with_due_days(Case.objects).select_related(
            "circumstances",
            "court_application",
            "crime_referral",
            "decision",
            "matter",
            "notice",
            "publication",
        )
        return related.prefetch_related("intervals", "payments", "remedies", "review_requests")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        today = timezone.localdate(self.now)
        days = [
            {"explained": e, "days_left": e.deadline.days_left(today), "is_over": e.deadline.is_over(today)}
            for e in explain_deadlines(self.thing)
        ]
        intervals = list(self.thing.intervals.all())
        paused = paused_decision(self.thing)
        return self.show({"case": self.thing, "days": days, "paused": paused, "intervals": intervals})
