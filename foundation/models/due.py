"""What must happen later is a row with a due time; messages are only hints (RELIABILITY B5)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.vocabulary import DueState


class DueItem(models.Model):
    """One thing to do once, at a time: unique by kind, thing and round."""

    kind = models.CharField(_("kind"), max_length=48)
    thing = models.CharField(_("thing"), max_length=64)
    round = models.PositiveIntegerField(_("round"), default=1)
    due_at = models.DateTimeField(_("due at"))
    state = models.CharField(_("state"), max_length=10, choices=DueState.choices, default=DueState.PENDING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    claimed_until = models.DateTimeField(_("claimed until"), null=True)
    processed_at = models.DateTimeField(_("processed at"), null=True)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        verbose_name = _("due item")
        verbose_name_plural = _("due items")
        constraints = [
            models.UniqueConstraint(fields=["kind", "thing", "round"], name="due_item_once_a_round"),
        ]
        indexes = [
            models.Index(
                fields=["due_at", "id"], condition=models.Q(state="pending"), name="due_item_pending_idx"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}#{self.round}"


class Heartbeat(models.Model):
    """When a part of the machinery was last alive."""

    name = models.CharField(max_length=32, primary_key=True)
    beaten_at = models.DateTimeField()
    note = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name
