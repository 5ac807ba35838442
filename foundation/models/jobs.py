"""Long work of one person: it shows progress, can be left, found again and repeated."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.vocabulary import JobState


class JobQuerySet(models.QuerySet[Any]):
    """Everybody sees only the own jobs."""

    def visible_to(self, actor: Actor) -> Self:
        return self.filter(owner_id=actor.officer_id) if actor.officer_id else self.none()

    def workable_by(self, actor: Actor) -> Self:
        return self.visible_to(actor)

    def unfinished(self) -> Self:
        return self.filter(state__in=[JobState.WAITING, JobState.RUNNING])


class Job(models.Model):
    """``rights`` and ``language`` are those of who ordered it: nobody gets more by a job than by a page."""

    kind = models.CharField(_("kind"), max_length=48)
    owner_id = models.BigIntegerField(_("owner"))
    parameters = models.JSONField(_("parameters"), default=dict)
    rights = models.JSONField(_("rights"), default=list)
    language = models.CharField(_("language"), max_length=8, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=JobState.choices, default=JobState.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    claimed_until = models.DateTimeField(_("claimed until"), null=True)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("total"), default=0)
    errors = models.JSONField(_("errors"), default=list)
    result = models.JSONField(_("result"), default=dict)
    file = models.CharField(_("file"), max_length=100, blank=True)
    created_at = models.DateTimeField(_("created at"))
    updated_at = models.DateTimeField(_("updated at"), null=True)
    finished_at = models.DateTimeField(_("finished at"), null=True)
    expires_at = models.DateTimeField(_("file kept until"), null=True)
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["owner_id", "-id"], name="job_owner_idx"),
            models.Index(
                fields=["id"], condition=models.Q(state__in=["waiting", "running"]), name="job_unfinished_idx"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
