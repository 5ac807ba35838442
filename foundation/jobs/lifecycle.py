"""Which state of a job follows which."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import JobState

JOB_LIFECYCLE = Lifecycle(
    noun="job",
    states=JobState,
    transitions=(
        Transition(
            name="cancel",
            label=_("Stop"),
            sources=(JobState.WAITING, JobState.RUNNING),
            target=JobState.CANCELLED,
            permission=Permission.JOB_RUN,
            article=Article(4),
        ),
        Transition(
            name="repeat",
            label=_("Repeat"),
            sources=(JobState.DONE, JobState.FAILED, JobState.CANCELLED),
            target=JobState.WAITING,
            permission=Permission.JOB_RUN,
            article=Article(4),
        ),
    ),
)
