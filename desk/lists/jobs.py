"""The list of one's own jobs."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.jobs import kind_of_job
from foundation.lists import Column, Kind, ListSpec
from foundation.models import Job
from foundation.permissions import Permission
from foundation.vocabulary import JobState, Tone

TONES = {
    JobState.WAITING: Tone.NEUTRAL,
    JobState.RUNNING: Tone.INFO,
    JobState.DONE: Tone.GOOD,
    JobState.FAILED: Tone.BAD,
    JobState.CANCELLED: Tone.NEUTRAL,
}


def title_of(kind: str, parameters: dict[str, Any]) -> str:
    """What the job is about, in the reader's language."""
    return str(kind_of_job(kind).title(parameters))


JOB_LIST = ListSpec(
    name="jobs",
    title=_("My jobs"),
    queryset=Job.objects.all,
    default_ordering="-created_at",
    permission=Permission.JOB_RUN,
    columns=(
        Column("kind", _("Kind"), source=("kind", "parameters"), build=lambda pair, context: pair[0]),
        Column("title", _("Title"), source=("kind", "parameters"), build=lambda pair, context: title_of(*pair)),
        Column(
            "state", _("State"), kind=Kind.BADGE, choices=JobState, filter="choices",
            tone=lambda state, context: TONES[state],
        ),
        Column("done", _("Done"), kind=Kind.NUMBER),
        Column("total", _("Of"), kind=Kind.NUMBER),
        Column("created_at", _("Ordered"), kind=Kind.DATETIME, sort="created_at", filter="date"),
        Column("finished_at", _("Ended"), kind=Kind.DATETIME),
        Column("expires_at", _("File kept until"), kind=Kind.DATETIME),
    ),
)  # fmt: skip
