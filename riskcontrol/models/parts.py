"""Causes and measures of a risk point as they are worked on (Art. 9)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import CityWide
from riskcontrol.models.content import PartContent
from riskcontrol.models.points import RiskPoint
from riskcontrol.vocabulary import CauseKind, Level, Side


class PartOfPoint(PartContent, CityWide):
    """Belongs to one risk point and its timeline."""

    class Meta:
        abstract = True

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.point,)  # type: ignore[attr-defined]


class RiskCause(PartOfPoint):
    point = models.ForeignKey(RiskPoint, on_delete=models.PROTECT, related_name="causes")
    kind = models.CharField(_("kind of cause"), max_length=10, choices=CauseKind.choices)

    class Meta:
        verbose_name = _("cause of a risk")
        verbose_name_plural = _("causes of a risk")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["point", "kind", "text_zh"],
                name="risk_cause_once",
                violation_error_message=_("This cause is noted already."),
            ),
        ]


class RiskMeasure(PartOfPoint):
    """What one side does at a level; a measure takes no right away and adds no duty."""

    point = models.ForeignKey(RiskPoint, on_delete=models.PROTECT, related_name="measures")
    side = models.CharField(_("who does it"), max_length=11, choices=Side.choices)
    level = models.CharField(_("at level"), max_length=6, choices=Level.choices, blank=True)
    adds_no_duty = models.BooleanField(_("takes no right away and adds no duty"), default=False)

    class Meta:
        verbose_name = _("measure against a risk")
        verbose_name_plural = _("measures against a risk")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["point", "side", "level", "text_zh"],
                name="risk_measure_once",
                violation_error_message=_("This measure is noted already."),
            ),
            models.CheckConstraint(
                condition=models.Q(adds_no_duty=True),
                name="risk_measure_adds_no_duty",
                violation_error_message=_("A measure of prevention takes no right away and adds no duty."),
            ),
        ]
