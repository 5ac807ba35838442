"""What a firm says of a visit: it goes past the organ to supervision (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.inspections import Inspection
from enforcement.scope import ScopedQuerySet
from foundation.actors import Actor
from foundation.permissions import Permission
from foundation.record import RecordedModel


class RatingQuerySet(ScopedQuerySet):
    """What firms say goes past the organ: only supervision reads it."""

    scope_path = "inspection__"

    def visible_to(self, actor: Actor) -> Any:
        return super().visible_to(actor) if actor.may(Permission.INSPECTION_RATINGS) else self.none()

    def workable_by(self, actor: Actor) -> Any:
        return self.none()


class InspectionRating(RecordedModel):
    """What the firm says of a visit; it is no part of the inspection's own timeline."""

    inspection = models.OneToOneField(Inspection, on_delete=models.PROTECT, related_name="rating")
    manner = models.PositiveSmallIntegerField(
        _("how it was (1-5)"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    certificates_shown = models.BooleanField(_("the officers showed their certificates"), default=True)
    not_shown = models.JSONField(_("what was not shown"), default=list, blank=True)
    no_gos = models.JSONField(_("what should not have been"), default=list, blank=True)
    words = models.TextField(_("in words"), blank=True)
    rated_at = models.DateTimeField(_("rated at"))

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = _("rating of an inspection")
        verbose_name_plural = _("ratings of inspections")
        ordering = ["-rated_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(manner__range=(1, 5)),
                name="inspection_rating_one_to_five",
                violation_error_message=_("A rating is a number from 1 to 5."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.manner)
