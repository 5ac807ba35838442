"""Long work of one person: it shows progress, can be left, found again and repeated."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.vocabulary import JobState


class Job(models.Model):
    kind = models.CharField(_("kind"), max_length=48)
    owner_id = models.BigIntegerField(_("owner"))
    parameters = models.JSONField(_("parameters"), default=dict)
    state = models.CharField(_("state"), max_length=8, choices=JobState.choices, default=JobState.WAITING)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("total"), default=0)
    errors = models.JSONField(_("errors"), default=list)
    result = models.JSONField(_("result"), default=dict)
    created_at = models.DateTimeField(_("created at"))
    finished_at = models.DateTimeField(_("finished at"), null=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-id"]
        indexes = [models.Index(fields=["owner_id", "-id"], name="job_owner_idx")]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
