"""The catalogue of a field: who keeps it, and how it is gone through each quarter and each year (Art. 9)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import CityWide, Field, Officer, Organ
from enforcement.scope import CityWideQuerySet
from riskcontrol.vocabulary import ReviewCause


class RiskCatalogue(CityWide):
    """All risk points of one field; it exists from the first of them on."""

    field = models.OneToOneField(
        Field, verbose_name=_("field"), on_delete=models.PROTECT, related_name="risk_catalogue"
    )
    keeper = models.ForeignKey(
        Organ, verbose_name=_("kept by"), on_delete=models.PROTECT, related_name="risk_catalogues"
    )
    counted_on = models.DateField(_("figures of"), null=True, blank=True)
    revised_on = models.DateField(_("last revised on"), null=True, blank=True)

    class Meta:
        verbose_name = _("catalogue of risk points")
        verbose_name_plural = _("catalogues of risk points")
        ordering = ["field__code"]

    def __str__(self) -> str:
        return str(self.field)

    def get_absolute_url(self) -> str:
        return reverse("riskcontrol:catalogue_detail", args=[self.pk])


class CatalogueReviewQuerySet(CityWideQuerySet):
    def to_conclude_at(self, organ_id: int | None) -> Self:
        """Open reviews of the catalogues that an organ keeps."""
        return self.filter(catalogue__keeper=organ_id, concluded_on=None)


class CatalogueReview(CityWide):
    """One look through a catalogue: opened by the clock or by a change of the law, concluded by a person."""

    catalogue = models.ForeignKey(
        RiskCatalogue, verbose_name=_("catalogue"), on_delete=models.PROTECT, related_name="reviews"
    )
    cause = models.CharField(_("why it is reviewed"), max_length=9, choices=ReviewCause.choices)
    note = models.TextField(_("what it is about"), blank=True)
    begun_on = models.DateField(_("begun on"))
    due_on = models.DateField(_("to be concluded by"))
    concluded_on = models.DateField(_("concluded on"), null=True, blank=True)
    concluded_by = models.ForeignKey(
        Officer, verbose_name=_("concluded by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    findings = models.TextField(_("findings"), blank=True)

    objects = CatalogueReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review of a catalogue")
        verbose_name_plural = _("reviews of catalogues")
        ordering = ["-id"]
        indexes = [models.Index(fields=["due_on", "catalogue"], name="risk_review_due_idx")]
        constraints = [
            models.UniqueConstraint(
                fields=["catalogue", "cause"],
                condition=Q(concluded_on=None),
                name="risk_review_one_open",
                violation_error_message=_("The catalogue is under such a review already."),
            ),
            models.CheckConstraint(
                condition=Q(concluded_on=None) | ~Q(findings=""),
                name="risk_review_ends_with_findings",
                violation_error_message=_("A concluded review says what was found."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.catalogue} – {self.get_cause_display()}"

    def get_absolute_url(self) -> str:
        return self.catalogue.get_absolute_url()

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.catalogue,)
