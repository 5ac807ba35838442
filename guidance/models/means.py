"""Guidance that was tried before coercion was proposed: the milder means come first (Art. 5, 10 (2))."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import CoerciveMeasure, Officer
from enforcement.scope import ScopedQuerySet
from foundation.record import RecordedModel
from guidance.models.actions import GuidanceAction


class MeansQuerySet(ScopedQuerySet):
    scope_path = "measure__"

    def standing(self) -> Any:
        """Links that were not taken back."""
        return self.filter(dropped_at=None)


class MeansTried(RecordedModel):
    """One guidance action that did not reach the purpose. What the party answered is never asked (Art. 8)."""

    measure = models.ForeignKey(
        CoerciveMeasure, verbose_name=_("coercive measure"), on_delete=models.PROTECT, related_name="means"
    )
    action = models.ForeignKey(
        GuidanceAction, verbose_name=_("guidance"), on_delete=models.PROTECT, related_name="tried_before"
    )
    why_not_enough = models.TextField(_("why it did not reach the purpose"))
    named_by = models.ForeignKey(
        Officer, verbose_name=_("linked by"), on_delete=models.PROTECT, related_name="+"
    )
    dropped_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    objects = MeansQuerySet.as_manager()

    class Meta:
        verbose_name = _("milder means tried")
        verbose_name_plural = _("milder means tried")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "action"],
                condition=models.Q(dropped_at=None),
                name="means_named_once",
                violation_error_message=_("This guidance is linked already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.action)

    def get_absolute_url(self) -> str:
        return self.measure.get_absolute_url()

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.measure, self.measure.case)
