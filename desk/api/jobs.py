"""The resource /jobs/: long work with its progress, faults and file (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponseBase
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request

from desk.forms.jobs import EXPORT, JOB_ACTS
from desk.lists.jobs import JOB_LIST
from desk.serializers.jobs import JobSerializer, job_file_response
from foundation.endpoints.resource import Resource
from foundation.jobs import file_of
from foundation.jobs.lifecycle import JOB_LIFECYCLE
from foundation.models import Job
from foundation.permissions import Permission


class JobResource(Resource):
    """Own jobs. POST orders the export of a list: its name, the format, and the query of its address."""

    permission = Permission.JOB_RUN
    spec = JOB_LIST
    serializer_class = JobSerializer
    create_act = EXPORT
    acts = JOB_ACTS
    lifecycle = JOB_LIFECYCLE
    basename = "job"

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"])
    def file(self, _request: Request, pk: Any = None, **_kwargs: Any) -> HttpResponseBase:
        try:
            return job_file_response(*file_of(self._key(pk), by=self.actor, at=self.now))
        except Job.DoesNotExist as error:
            raise Http404 from error
