"""How a job is told to programs, and how its file goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.http import FileResponse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from desk.lists.jobs import title_of
from foundation.endpoints.serializers import FaultShape, ThingSerializer
from foundation.jobs import kind_of_job
from foundation.jobs.wording import fault_text
from foundation.models import Job

SANDBOX = "default-src 'none'; sandbox"


class JobResultShape(serializers.Serializer[Any]):
    rows = serializers.IntegerField()
    bytes = serializers.IntegerField()
    name = serializers.CharField()


class JobSerializer(ThingSerializer):
    title = serializers.SerializerMethodField()
    errors = serializers.SerializerMethodField()  # type: ignore[assignment]
    result = serializers.SerializerMethodField()
    file_url = serializers.SerializerMethodField()

    class Meta:
        model = Job
        fields = (
            "kind", "title", "parameters", "state", "done", "total", "errors", "result", "file_url",
            "finished_at", "expires_at",
        )  # fmt: skip

    def get_title(self, job: Job) -> str:
        return title_of(job.kind, job.parameters)

    @extend_schema_field(FaultShape(many=True))
    def get_errors(self, job: Job) -> list[dict[str, Any]]:
        return [{"code": fault.get("code", ""), "message": fault_text(fault)} for fault in job.errors]

    @extend_schema_field(JobResultShape(allow_null=True))
    def get_result(self, job: Job) -> dict[str, Any] | None:
        return {name: job.result.get(name) for name in ("rows", "bytes", "name")} if job.result else None

    @extend_schema_field(serializers.URLField(allow_null=True))
    def get_file_url(self, job: Job) -> str | None:
        return f"{self.get_url(job)}file/" if job.file else None


def job_file_response(job: Job, path: Path) -> FileResponse:
    """The file as something to keep, never a page to run."""
    response = FileResponse(
        path.open("rb"),
        as_attachment=True,
        filename=str(job.result["name"]),
        content_type=kind_of_job(job.kind).content_type(job.parameters),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "no-store"
    return response
