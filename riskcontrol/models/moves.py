"""Each move of a counterpart between levels, with its reason; written once and never changed (Art. 9)."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Counterpart
from foundation.record import DerivedModel
from foundation.record.triggers import keep_as_written
from riskcontrol.scope import MoveQuerySet
from riskcontrol.vocabulary import Level, MoveReason


class RiskMove(DerivedModel):
    """``changes`` holds ``[code, before, after]`` of the inputs that changed since the pass before."""

    counterpart = models.ForeignKey(
        Counterpart, on_delete=models.PROTECT, related_name="risk_moves", db_index=False
    )
    on = models.DateField(_("day"))
    before = models.CharField(_("from level"), max_length=6, choices=Level.choices, blank=True)
    after = models.CharField(_("to level"), max_length=6, choices=Level.choices)
    reason = models.CharField(_("reason"), max_length=11, choices=MoveReason.choices)
    changes = models.JSONField(_("what changed"), default=list)
    score_before = models.PositiveSmallIntegerField(_("score before"), null=True)
    score = models.PositiveSmallIntegerField(_("score"))
    model_version = models.PositiveSmallIntegerField(_("version of the formula"))
    review_on = models.DateField(_("review of"), null=True)

    objects = MoveQuerySet.as_manager()

    class Meta:
        verbose_name = _("move between risk levels")
        verbose_name_plural = _("moves between risk levels")
        ordering = ["-on", "-id"]
        indexes = [
            models.Index(fields=["counterpart", "-on"], name="risk_move_counterpart_idx"),
            models.Index(fields=["-on", "-id"], name="risk_move_day_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(before=models.F("after")),
                name="risk_move_leads_elsewhere",
                violation_error_message=_("A move leads from one level to another."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.counterpart_id} {self.on}: {self.before} > {self.after}"

    def get_absolute_url(self) -> str:
        return reverse("riskcontrol:counterpart_detail", args=[self.counterpart_id])


keep_as_written(RiskMove._meta.db_table)
