"""An officer's deadlines for a calendar program, by the secret link of the account page (Art. 4, 6)."""

from __future__ import annotations

from itertools import chain
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone, translation

from desk.reports.answers import answer_tasks, report_tasks
from desk.reports.calendar_file import calendar_file
from desk.reports.coercion import coercion_of
from desk.reports.duties import duties_of
from desk.reports.inspections import inspection_tasks
from desk.reports.results import result_tasks
from desk.reports.tasks import (
    AHEAD,
    case_tasks,
    coercion_tasks,
    guidance_tasks,
    open_cases_of,
    visit_tasks,
)
from enforcement.services.feeds import reader_of
from foundation.pages import Page
from foundation.vocabulary import Via


class CalendarFeedPage(Page):
    """Known by the link alone: it shows numbers and days, and nothing can be done with it."""

    public = True
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        officer = reader_of(kwargs["secret"])
        if officer is None:
            raise Http404
        actor = officer.as_actor(via=Via.LINK)
        today = timezone.localdate(self.now)
        tasks = chain(
            case_tasks(open_cases_of(actor)),
            coercion_tasks(coercion_of(actor)),
            guidance_tasks(actor, today + AHEAD),
            visit_tasks(actor),
            inspection_tasks(actor),
            answer_tasks(actor),
            report_tasks(actor, duties_of(actor, today), today),
            result_tasks(actor),
        )
        with translation.override(officer.language or settings.LANGUAGE_CODE):
            content = calendar_file(tasks, at=self.now, site=request.build_absolute_uri("/").rstrip("/"))
        answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
        answer["Cache-Control"] = "private, max-age=900"
        answer["X-Robots-Tag"] = "noindex"
        answer["Referrer-Policy"] = "no-referrer"
        return answer
