"""Legal instruments, provisions and the matters that organs enforce (Art. 3, 5)."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import Bilingual, CityWide, in_words
from enforcement.models.organs import Field
from enforcement.vocabulary import Tier


class Instrument(Bilingual, CityWide):
    """A law, regulation or rule. Texts are not kept here: provisions are cited."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    issuer = models.CharField(_("issued by"), max_length=120, blank=True)
    effective_from = models.DateField(_("in force from"), null=True, blank=True)
    repealed_on = models.DateField(_("repealed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("legal instrument")
        verbose_name_plural = _("legal instruments")
        ordering = ["code"]

    def get_absolute_url(self) -> str:
        return reverse("enforcement:instrument_detail", args=[self.pk])


class Provision(CityWide):
    instrument = models.ForeignKey(
        Instrument, verbose_name=_("instrument"), on_delete=models.PROTECT, related_name="provisions"
    )
    article = models.CharField(_("article"), max_length=40)
    revision = models.PositiveSmallIntegerField(_("revision"), default=1)
    summary = models.TextField(_("in our own words"), blank=True)
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_to = models.DateField(_("in force until"), null=True, blank=True)
    is_verified = models.BooleanField(_("checked against the text in force"), default=False)

    class Meta:
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        ordering = ["instrument", "article", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "article", "revision"], name="provision_revision_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument} {self.article}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.instrument,)


class Matter(Bilingual, CityWide):
    """A violation that organs of a field handle, with its provisions and discretion bands."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    field = models.ForeignKey(
        Field, verbose_name=_("field"), on_delete=models.PROTECT, related_name="matters"
    )
    violated = models.CharField(_("provision violated"), max_length=200, blank=True)
    basis = models.CharField(_("basis of the penalty"), max_length=200, blank=True)
    statutory_range = models.CharField(_("statutory range"), max_length=200, blank=True)
    fine_min = models.DecimalField(
        _("lowest fine (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    fine_max = models.DecimalField(
        _("highest fine (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    correct_first = models.BooleanField(_("the statute orders correction first"), default=False)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("enforcement matter")
        verbose_name_plural = _("enforcement matters")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fine_min=None)
                | models.Q(fine_max=None)
                | models.Q(fine_min__lte=models.F("fine_max")),
                name="matter_fine_range_in_order",
                violation_error_message=_("The lowest fine cannot exceed the highest."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("enforcement:matter_detail", args=[self.pk])


class MatterProvision(CityWide):
    """A provision on which a matter rests."""

    matter = models.ForeignKey(
        Matter, verbose_name=_("matter"), on_delete=models.PROTECT, related_name="matter_provisions"
    )
    provision = models.ForeignKey(
        Provision, verbose_name=_("provision"), on_delete=models.PROTECT, related_name="+"
    )
    is_basis = models.BooleanField(_("basis of the penalty"), default=False)

    class Meta:
        verbose_name = _("provision of a matter")
        verbose_name_plural = _("provisions of a matter")
        constraints = [
            models.UniqueConstraint(fields=["matter", "provision", "is_basis"], name="matter_provision_once"),
        ]

    def __str__(self) -> str:
        return f"{self.matter} – {self.provision}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.matter,)


class DiscretionBand(CityWide):
    """One tier of a discretion benchmark."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="bands")
    tier = models.CharField(_("tier"), max_length=8, choices=Tier.choices)
    condition_zh = models.CharField(_("circumstances (Chinese)"), max_length=300)
    condition_en = models.CharField(_("circumstances (English)"), max_length=300, blank=True)
    fine_min = models.DecimalField(_("from (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)
    fine_max = models.DecimalField(_("to (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)
    measure_zh = models.CharField(_("handling (Chinese)"), max_length=200, blank=True)
    measure_en = models.CharField(_("handling (English)"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("discretion band")
        verbose_name_plural = _("discretion bands")
        ordering = ["matter", "fine_min", "id"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "tier"], name="discretion_band_tier_once"),
            models.CheckConstraint(
                condition=models.Q(fine_min=None)
                | models.Q(fine_max=None)
                | models.Q(fine_min__lte=models.F("fine_max")),
                name="discretion_band_in_order",
                violation_error_message=_("The lower end of a band cannot exceed its upper end."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter} – {self.get_tier_display()}"

    @property
    def condition(self) -> str:
        return in_words(self.condition_zh, self.condition_en)

    @property
    def measure(self) -> str:
        return in_words(self.measure_zh, self.measure_en)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.matter,)
