"""The tamper-evident record: what was done, by whom, under which article, and what it changed (Art. 4, 6)."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.vocabulary import ImageKind, Via


class AuditEntry(models.Model):
    """One act. No foreign key to people or things: the record outlives what it speaks of."""

    at = models.DateTimeField(_("at"))
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)
    action = models.CharField(_("action"), max_length=64)
    actor_id = models.BigIntegerField(_("officer number"), null=True)
    actor_name = models.CharField(_("who"), max_length=150)
    organ_id = models.BigIntegerField(_("organ number"), null=True)
    via = models.CharField(_("by way of"), max_length=12, choices=Via.choices)
    article = models.CharField(_("article"), max_length=8, blank=True)
    why = models.TextField(_("reason"), blank=True)
    overrides = models.JSONField(_("overridden warnings"), default=dict, blank=True)
    cause = models.ForeignKey(
        "self", verbose_name=_("cause"), null=True, on_delete=models.PROTECT, related_name="effects"
    )

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-id"]
        indexes = [models.Index(fields=["action", "-id"], name="audit_action_idx")]

    def __str__(self) -> str:
        return f"{self.id} {self.action}"


class AuditSubject(models.Model):
    """A thing that an entry is about: the key of its timeline."""

    entry = models.ForeignKey(AuditEntry, on_delete=models.PROTECT, related_name="subjects")
    kind = models.CharField(max_length=64)
    key = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key", "entry"], name="audit_subject_once")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"


class AuditImage(models.Model):
    """A row before and after an act; or, of rows written in bulk, the digests of a thousand."""

    entry = models.ForeignKey(AuditEntry, on_delete=models.PROTECT, related_name="images")
    model = models.CharField(max_length=64)
    key = models.CharField(max_length=40)
    kind = models.CharField(max_length=8, choices=ImageKind.choices)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["model", "key", "id"], name="audit_image_object_idx"),
            models.Index(
                fields=["model", "id"], condition=models.Q(kind=ImageKind.LOADED), name="audit_image_load_idx"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.model}:{self.key} {self.kind}"


class AuditPending(models.Model):
    """An entry that the sequencer has not linked yet; written with the entry, removed with the link."""

    entry = models.OneToOneField(AuditEntry, on_delete=models.PROTECT, primary_key=True, related_name="+")

    def __str__(self) -> str:
        return str(self.entry_id)


class AuditLink(models.Model):
    """A link of the one global chain, written by a single writer."""

    seq = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(AuditEntry, on_delete=models.PROTECT, related_name="link")
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq}:{self.digest[:12]}"
