"""How often one firm is visited in a year at most (Art. 6)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import CityWide
from enforcement.models.organs import Organ
from enforcement.scope import CityWideQuerySet, serves_whole_city
from enforcement.vocabulary import WHOLE_CITY
from foundation.actors import Actor

Q = models.Q


class CapQuerySet(CityWideQuerySet):
    def workable_by(self, actor: Actor) -> Any:
        """Those of organs that the actor keeps; the city's own for its own organs."""
        kept = Q(organ__in=Organ.objects.workable_by(actor))
        if serves_whole_city(actor):
            kept |= Q(organ=None)
        return self.visible_to(actor).filter(kept)

    def of_year(self, organ: Organ, day: date) -> int | None:
        """How often ``organ`` may visit one firm in the year of ``day``: its own cap, else the city's."""
        published = self.filter(Q(organ=organ) | Q(organ=None), year=day.year, published_on__lte=day)
        found = published.order_by(models.F("organ").asc(nulls_last=True)).first()
        return found.times if found else None


class InspectionCap(CityWide):
    """How often an organ, or without one every organ of the city, visits one firm in a year at most."""

    organ = models.ForeignKey(
        Organ,
        verbose_name=_("organ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="inspection_caps",
        help_text=_("Left open: the whole city, for organs without a cap of their own."),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    times = models.PositiveSmallIntegerField(
        _("visits a firm at most"), validators=[MinValueValidator(1), MaxValueValidator(366)]
    )
    published_on = models.DateField(_("published on"))

    objects = CapQuerySet.as_manager()

    class Meta:
        verbose_name = _("yearly cap of inspections")
        verbose_name_plural = _("yearly caps of inspections")
        ordering = ["-year", "organ"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "year"], name="inspection_cap_once_a_year"),
            models.UniqueConstraint(
                fields=["year"],
                condition=Q(organ=None),
                name="inspection_cap_of_city_once_a_year",
                violation_error_message=_("The city has a cap for this year already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.shown_organ} {self.year}: {self.times}"

    @property
    def shown_organ(self) -> str:
        return str(self.organ or WHOLE_CITY)
