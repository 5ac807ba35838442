"""What a counterpart was told of its own score when it asked: the figures of that moment, kept (Art. 9)."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Counterpart, Officer, OrganScoped
from enforcement.models.base import indexes_in_order
from enforcement.scope import ScopedQuerySet
from riskcontrol.vocabulary import AskedBy, Level


class ExplanationQuerySet(ScopedQuerySet):
    def with_everything(self) -> ExplanationQuerySet:
        """With what its page and its letter tell."""
        return self.select_related("counterpart", "organ", "explained_by")


class RiskExplanation(OrganScoped):
    """``inputs`` holds ``[code, value, weight, points]`` as they were explained; ``organ`` explained them."""

    counterpart = models.ForeignKey(
        Counterpart,
        verbose_name=_("counterpart"),
        on_delete=models.PROTECT,
        related_name="risk_explanations",
    )
    asked_on = models.DateField(_("asked on"))
    asked_by = models.CharField(_("how it was asked"), max_length=8, choices=AskedBy.choices)
    explained_on = models.DateField(_("explained on"))
    explained_by = models.ForeignKey(
        Officer, verbose_name=_("explained by"), on_delete=models.PROTECT, related_name="+"
    )
    score = models.PositiveSmallIntegerField(_("score"))
    level = models.CharField(_("risk level"), max_length=6, choices=Level.choices)
    calm = models.PositiveSmallIntegerField(_("clean reviews in a row"))
    inputs = models.JSONField(_("inputs"), default=list)
    model_version = models.PositiveSmallIntegerField(_("version of the formula"))

    objects = ExplanationQuerySet.as_manager()

    class Meta:
        verbose_name = _("explanation of a score")
        verbose_name_plural = _("explanations of scores")
        ordering = ["-explained_on", "-id"]
        indexes = indexes_in_order("risk_explanation", ["-explained_on", "-id"])
        constraints = [
            models.CheckConstraint(
                condition=models.Q(explained_on__gte=models.F("asked_on")),
                name="risk_explained_after_asked",
                violation_error_message=_("It was asked before it was explained."),
            ),
        ]

    def __str__(self) -> str:
        return str(_("Explanation of %(day)s") % {"day": self.explained_on.isoformat()})

    def get_absolute_url(self) -> str:
        return reverse("riskcontrol:explanation_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.counterpart,)
