"""My jobs: what runs, how far it is, and what came of it; it can be left and found again (Art. 4)."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from desk.forms.jobs import EXPORT, JOB_ACTS
from desk.lists.jobs import TONES, title_of
from desk.serializers.jobs import job_file_response
from foundation.acts import perform
from foundation.jobs import file_of
from foundation.jobs.wording import fault_text
from foundation.models import Job
from foundation.obstacles import Refused
from foundation.pages import Page
from foundation.permissions import Permission
from foundation.vocabulary import JobState

SHOWN = 50
EMPTY = _("Export a list of more than 50,000 rows: its file is made here while you go on working.")
JOBS = "jobs"


class JobsPage(Page):
    permission = Permission.JOB_RUN
    template_name = "desk/jobs.html"
    title = _("My jobs")
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        polls = request.headers.get("HX-Request") == "true"
        return self.show({"title": self.title}, template="desk/_jobs.html" if polls else "")

    def context(self) -> dict[str, Any]:
        jobs = list(Job.objects.visible_to(self.actor)[:SHOWN])
        return {
            "jobs": [self.line(job) for job in jobs],
            "empty": {"title": _("No job yet"), "text": EMPTY},
            "is_busy": any(job.state in {JobState.WAITING, JobState.RUNNING} for job in jobs),
        }

    def line(self, job: Job) -> dict[str, Any]:
        return {
            "job": job,
            "title": title_of(job.kind, job.parameters),
            "format": str(job.parameters.get("format", "")).upper(),
            "filters": ", ".join(v for _name, v in parse_qsl(str(job.parameters.get("query", "")))),
            "tone": TONES[JobState(job.state)],
            "faults": [fault_text(fault) for fault in job.errors][:5],
            "has_file": bool(job.file) and job.expires_at is not None and job.expires_at > self.now,
            "may_cancel": job.state in {JobState.WAITING, JobState.RUNNING},
        }


class StartExport(Page):
    """POST orders the file of a list that is too long to wait for."""

    permission = Permission.JOB_RUN
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponseBase:
        form = EXPORT.form(request.POST, actor=self.actor, at=self.now)
        if not form.is_valid():
            raise Http404
        try:
            perform(EXPORT, form.service_data(), by=self.actor, at=self.now)
            messages.success(request, str(EXPORT.done))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect(JOBS)


class DoToJob(Page):
    """POST stops or repeats an own job."""

    permission = Permission.JOB_RUN
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int, act: str) -> HttpResponseBase:
        if act not in JOB_ACTS or pk >= 2**63:
            raise Http404
        try:
            perform(JOB_ACTS[act], {}, by=self.actor, at=self.now, thing_id=pk)
            messages.success(request, str(JOB_ACTS[act].done))
        except Job.DoesNotExist as error:
            raise Http404 from error
        except Refused as error:
            messages.error(request, str(error))
        return redirect(JOBS)


class JobFile(Page):
    """Who ordered it takes the file, as long as the rights with which it was made are held."""

    permission = Permission.JOB_RUN
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, pk: int) -> HttpResponseBase:
        if pk >= 2**63:
            raise Http404
        try:
            return job_file_response(*file_of(pk, by=self.actor, at=self.now))
        except Job.DoesNotExist as error:
            raise Http404 from error
