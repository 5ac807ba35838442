"""An indicator: what is counted, how it is scored, and what keeps it honest (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from enforcement.models import Bilingual, CityWide
from evaluation.rules.scoring import Terms
from evaluation.vocabulary import Direction, Unit
from foundation.articles import Article


class Indicator(Bilingual, CityWide):
    code = models.CharField(_("code"), max_length=8, primary_key=True)
    position = models.PositiveSmallIntegerField(_("position"), unique=True)
    article = models.CharField(_("article of the Measures"), max_length=8)
    formula_zh = models.CharField(_("what is counted (Chinese)"), max_length=400)
    formula_en = models.CharField(_("what is counted (English)"), max_length=400, blank=True)
    guard_zh = models.CharField(_("what keeps it honest (Chinese)"), max_length=400, blank=True)
    guard_en = models.CharField(_("what keeps it honest (English)"), max_length=400, blank=True)
    weight = models.PositiveSmallIntegerField(_("weight"))
    direction = models.CharField(_("direction"), max_length=4, choices=Direction.choices)
    unit = models.CharField(_("unit"), max_length=5, choices=Unit.choices, default=Unit.SHARE)
    floor = models.DecimalField(_("no marks at"), max_digits=7, decimal_places=4, null=True, blank=True)
    target = models.DecimalField(_("full marks at"), max_digits=7, decimal_places=4, null=True, blank=True)
    minimum_n = models.PositiveSmallIntegerField(_("fewest rows to score"), default=5)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weight__gt=0),
                name="indicator_has_weight",
                violation_error_message=_("An indicator has a weight."),
            ),
            models.CheckConstraint(
                condition=models.Q(direction=Direction.BAND)
                | models.Q(direction=Direction.MORE, floor__lt=models.F("target"))
                | models.Q(direction=Direction.LESS, floor__gt=models.F("target")),
                name="indicator_target_beyond_floor",
                violation_error_message=_("The target lies beyond the floor, in the indicator's direction."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("evaluation:indicator_detail", args=[self.pk])

    @property
    def formula(self) -> str:
        return self._worded("formula")

    @property
    def guard(self) -> str:
        return self._worded("guard")

    @property
    def of_article(self) -> Article:
        return Article.parse(self.article)

    @property
    def terms(self) -> Terms:
        """The indicator as the rules of scoring are given it."""
        return Terms(
            weight=self.weight,
            floor=None if self.floor is None else float(self.floor),
            target=None if self.target is None else float(self.target),
            minimum_n=self.minimum_n,
        )

    def _worded(self, name: str) -> Any:
        english = getattr(self, f"{name}_en")
        wanted = english and (get_language() or "").startswith("en")
        return english if wanted else getattr(self, f"{name}_zh")
