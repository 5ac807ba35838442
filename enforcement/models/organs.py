"""Regions and organs, in territory and in system lines (Art. 4)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import Bilingual, CityWide
from enforcement.scope import CityWideQuerySet
from enforcement.vocabulary import OrganKind, RegionLevel
from foundation.actors import Actor, ReachKind
from foundation.record import DerivedModel

_KEPT_BY = {ReachKind.LINE: "line_id", ReachKind.BRANCH: "branch_id", ReachKind.ORGAN: "pk"}


class Region(Bilingual, CityWide):
    code = models.CharField(_("region code"), max_length=12, unique=True)
    level = models.CharField(_("level"), max_length=10, choices=RegionLevel.choices)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
    )

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["code"]

    @property
    def county(self) -> Region | None:
        """The county-level region that this one is or lies in; none for the city."""
        region: Region | None = self
        while region is not None and region.level != RegionLevel.COUNTY:
            region = region.parent if region.level == RegionLevel.TOWNSHIP else None
        return region


class Field(Bilingual, CityWide):
    """A field of enforcement, such as market regulation."""

    code = models.SlugField(_("code"), max_length=32, unique=True)

    class Meta:
        verbose_name = _("field of enforcement")
        verbose_name_plural = _("fields of enforcement")
        ordering = ["code"]


class OrganQuerySet(CityWideQuerySet):
    """Everybody may know the organs; each is kept by its own administrator or by one above it."""

    def workable_by(self, actor: Actor) -> Self:
        if actor.reach.kind == ReachKind.ALL and actor.organ_id is None:
            return self.all()
        column = _KEPT_BY.get(actor.reach.kind)
        return self.filter(**{column: actor.reach.id}) if column else self.none()

    def active(self) -> Self:
        return self.filter(is_active=True)

    def issuing_for(self, field: Field) -> Organ | None:
        """The city organ that issues lists of ``field``, else the city's supervision body, else none."""
        city = self.active().filter(level=RegionLevel.CITY)
        found = city.filter(organ_fields__field=field).order_by("code").first()
        return found or city.filter(kind=OrganKind.SUPERVISION).order_by("code").first()


class Organ(Bilingual, CityWide):
    code = models.CharField(_("organ code"), max_length=18, unique=True)
    sign = models.CharField(_("sign in document numbers"), max_length=12)
    kind = models.CharField(_("kind"), max_length=12, choices=OrganKind.choices)
    level = models.CharField(_("level"), max_length=10, choices=RegionLevel.choices)
    region = models.ForeignKey(
        Region, verbose_name=_("region"), on_delete=models.PROTECT, related_name="organs"
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("superior in the line"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="subordinates",
    )
    fields = models.ManyToManyField(
        Field, through="OrganField", verbose_name=_("fields"), related_name="organs"
    )
    line = models.ForeignKey("self", null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    branch = models.ForeignKey("self", null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(
        Region, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    first_responsible = models.ForeignKey(
        "enforcement.Officer",
        verbose_name=_("first responsible person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="responsible_for",
    )
    phone = models.CharField(_("public telephone"), max_length=30, blank=True)
    is_active = models.BooleanField(_("qualified and active"), default=True)

    objects = OrganQuerySet.as_manager()

    class Meta:
        verbose_name = _("organ")
        verbose_name_plural = _("organs")
        ordering = ["code"]

    def get_absolute_url(self) -> str:
        return reverse("enforcement:organ_detail", args=[self.pk])


class OrganField(CityWide):
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="organ_fields")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("field of an organ")
        verbose_name_plural = _("fields of an organ")
        constraints = [models.UniqueConstraint(fields=["organ", "field"], name="organ_field_once")]

    def __str__(self) -> str:
        return f"{self.organ} – {self.field}"


class NumberSeries(DerivedModel):
    """The last number given to documents of a kind by an organ in a year."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organ", "kind", "year"], name="number_series_once")]

    def __str__(self) -> str:
        return f"{self.organ_id}:{self.kind}:{self.year}"


class HolidayYear(CityWide):
    """Whether the arrangement of a year has been entered, and from which notice."""

    year = models.PositiveSmallIntegerField(_("year"), unique=True)
    is_official = models.BooleanField(_("officially announced"), default=False)
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("holiday arrangement")
        verbose_name_plural = _("holiday arrangements")
        ordering = ["year"]

    def __str__(self) -> str:
        return str(self.year)


class Holiday(CityWide):
    """A day off, or a weekend day on which offices work."""

    day = models.DateField(_("day"), unique=True)
    is_off = models.BooleanField(_("day off"), default=True)
    arrangement = models.ForeignKey(HolidayYear, on_delete=models.PROTECT, related_name="days")

    class Meta:
        verbose_name = _("holiday or make-up workday")
        verbose_name_plural = _("holidays and make-up workdays")
        ordering = ["day"]

    def __str__(self) -> str:
        return self.day.isoformat()
