"""Weights of the score in numbered sets: who approved them, why, and from which day they count (Art. 9)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import CityWide, Officer
from enforcement.scope import CityWideQuerySet, serves_whole_city
from foundation.actors import Actor
from riskcontrol.rules.formulas import Formula
from riskcontrol.rules.weights import WeightFacts
from riskcontrol.vocabulary import COUNTED_BY, WeightState


class WeightSetQuerySet(CityWideQuerySet):
    def counting_on(self, day: date) -> Any:
        """Sets that had begun by ``day``, the one that counts first."""
        return self.filter(state__in=COUNTED_BY, begins_on__lte=day).order_by("-begins_on", "-number")

    def approved(self) -> Any:
        return self.filter(state__in=COUNTED_BY)


class WeightSet(CityWide):
    """``weights`` holds the points of every input; a score keeps the number it was computed with."""

    number = models.PositiveSmallIntegerField(_("version"), unique=True)
    state = models.CharField(_("state"), max_length=9, choices=WeightState.choices, default=WeightState.DRAFT)
    weights = models.JSONField(_("weights"))
    from_medium = models.PositiveSmallIntegerField(_("medium from"))
    from_high = models.PositiveSmallIntegerField(_("high from"))
    begins_on = models.DateField(_("counts from"))
    reason = models.TextField(_("reason"))
    edited_by = models.ForeignKey(
        Officer, verbose_name=_("written by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_by = models.ForeignKey(
        Officer, verbose_name=_("approved by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_on = models.DateField(_("approved on"), null=True)

    objects = WeightSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("weights of the score")
        verbose_name_plural = _("weights of the score")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_medium__gt=0)
                & Q(from_high__gt=models.F("from_medium"))
                & Q(from_high__lte=100),
                name="risk_weights_limits_rise",
                violation_error_message=_(
                    "Medium begins above 0 and below high, and high begins at 100 at most."
                ),
            ),
            models.UniqueConstraint(
                fields=["begins_on"],
                condition=Q(state__in=COUNTED_BY),
                name="risk_weights_one_a_day",
                violation_error_message=_("Other weights begin on that day already."),
            ),
        ]

    def __str__(self) -> str:
        return str(_("Weights, version %(number)s") % {"number": self.number})

    def get_absolute_url(self) -> str:
        return reverse("riskcontrol:weights_detail", args=[self.pk])

    @property
    def formula(self) -> Formula:
        return Formula(self.number, self.weights, self.from_medium, self.from_high)

    @property
    def is_draft(self) -> bool:
        return self.state == WeightState.DRAFT

    def facts(self, *, by: Actor, at: datetime) -> WeightFacts:
        others = WeightSet.objects.approved().exclude(pk=self.pk)
        return WeightFacts(
            weights=self.weights,
            from_medium=self.from_medium,
            from_high=self.from_high,
            begins_on=self.begins_on,
            today=timezone.localdate(at),
            last_begins_on=others.order_by("-begins_on").values_list("begins_on", flat=True).first(),
            actor_id=by.officer_id,
            editor_id=self.edited_by_id,
            serves_city=serves_whole_city(by),
        )
