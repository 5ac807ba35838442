"""Night hours, quiet periods and local bans: when nobody goes out, and by which rule (Art. 6)."""

from __future__ import annotations

from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import Bilingual, CityWide
from enforcement.models.organs import Organ, Region
from enforcement.rules.time_windows import BanWindow, Night, QuietWindow
from enforcement.scope import CityWideQuerySet
from enforcement.vocabulary import QuietException, TimedAct

OF_THE_MONTH = (MinValueValidator(1), MaxValueValidator(31))


class CityNight(CityWide):
    """Which hours are night, from a day on: the Coercion Law does not say, so the city does by analogy."""

    in_force_from = models.DateField(_("in force from"), unique=True)
    starts_at = models.TimeField(_("night begins at"))
    ends_at = models.TimeField(_("night ends at"))
    citation = models.CharField(_("by analogy with"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("night hours")
        verbose_name_plural = _("night hours")
        ordering = ["-in_force_from"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(starts_at=models.F("ends_at")),
                name="night_has_hours",
                violation_error_message=_("A night begins and ends at different hours."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%H:%M} – {self.ends_at:%H:%M}"

    def as_facts(self) -> Night:
        return Night(self.starts_at, self.ends_at, self.in_force_from)


class LocalTimeQuerySet(CityWideQuerySet):
    def binding(self, organ: Organ) -> Self:
        """Those of the organ, of its superiors, and of the regions in which it lies; in one query."""
        of_region = models.Q(pk=organ.region_id) | models.Q(parts=organ.region_id)
        regions = Region.objects.filter(of_region | models.Q(parts__parts=organ.region_id)).values("pk")
        above = {organ.pk, organ.parent_id, organ.branch_id, organ.line_id} - {None}
        return self.filter(models.Q(region__in=regions) | models.Q(organ__in=above))


class LocalTime(Bilingual, CityWide):
    """What quiet periods and local bans share: whose, from when to when, for which acts, by what."""

    region = models.ForeignKey(
        Region,
        verbose_name=_("for a region and all below it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    organ = models.ForeignKey(
        Organ,
        verbose_name=_("for an organ and all below it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    from_day = models.DateField(_("first day"))
    to_day = models.DateField(_("last day"), null=True, blank=True)
    acts = models.JSONField(_("for these acts"), default=list)
    citation = models.CharField(
        _("rests on"), max_length=300, blank=True, help_text=_("Left empty, it is shown as a local setting.")
    )

    objects = LocalTimeQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-from_day", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(region=None, organ__isnull=False)
                | models.Q(organ=None, region__isnull=False),
                name="%(class)s_is_of_one",
                violation_error_message=_("Name a region or an organ, not both."),
            ),
            models.CheckConstraint(
                condition=models.Q(to_day=None) | models.Q(to_day__gte=models.F("from_day")),
                name="%(class)s_days_in_order",
                violation_error_message=_("The last day lies before the first."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("enforcement:time_check")

    @property
    def source(self) -> Any:
        """What it rests on; without a citation it is nothing but a local setting."""
        return self.citation or _("local setting")

    @property
    def act_labels(self) -> list[str]:
        return [str(TimedAct(act).label) for act in self.acts]

    @property
    def place(self) -> str:
        return str(self.region or self.organ)


class QuietPeriod(LocalTime):
    first_of_month = models.PositiveSmallIntegerField(
        _("from this day of each month"), null=True, blank=True, validators=OF_THE_MONTH
    )
    last_of_month = models.PositiveSmallIntegerField(
        _("to this day of each month"), null=True, blank=True, validators=OF_THE_MONTH
    )
    weekdays = models.JSONField(_("only on these days of the week"), default=list, blank=True)
    exceptions = models.JSONField(_("exceptions that it allows"), default=list, blank=True)

    class Meta(LocalTime.Meta):
        verbose_name = _("quiet period")
        verbose_name_plural = _("quiet periods")

    @property
    def exception_labels(self) -> list[str]:
        return [str(QuietException(code).label) for code in self.exceptions]

    def as_facts(self) -> QuietWindow:
        return QuietWindow(
            name=self.name,
            acts=frozenset(self.acts),
            exceptions=frozenset(self.exceptions),
            from_day=self.from_day,
            to_day=self.to_day,
            first_of_month=self.first_of_month,
            last_of_month=self.last_of_month,
            weekdays=frozenset(self.weekdays),
            source=self.source,
        )


class LocalBan(LocalTime):
    starts_at = models.TimeField(_("from hour"))
    ends_at = models.TimeField(_("to hour"))

    class Meta(LocalTime.Meta):
        verbose_name = _("local ban")
        verbose_name_plural = _("local bans")

    def as_facts(self) -> BanWindow:
        return BanWindow(
            name=self.name,
            acts=frozenset(self.acts),
            starts=self.starts_at,
            ends=self.ends_at,
            from_day=self.from_day,
            to_day=self.to_day,
            source=self.source,
        )
