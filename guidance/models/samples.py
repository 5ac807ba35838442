"""Lots that were drawn among the cases that need not be visited, with the seed that lets them be drawn again."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import OrganScoped, indexes_in_order
from enforcement.vocabulary import Procedure


class VisitSample(OrganScoped):
    """One draw of an organ among the cases of one procedure that were carried out in half a month."""

    procedure = models.CharField(_("procedure"), max_length=10, choices=Procedure.choices)
    first_on = models.DateField(_("carried out from"))
    last_on = models.DateField(_("carried out until"))
    drawn_at = models.DateTimeField(_("drawn at"))
    seed = models.CharField(_("seed"), max_length=32)
    percent = models.PositiveSmallIntegerField(_("share to be visited (%)"))
    total = models.PositiveIntegerField(_("carried out since the first draw of the year"))
    visited = models.PositiveIntegerField(_("of these visited or planned before"))
    candidates = models.JSONField(_("among which it was drawn"), default=list)
    cases = models.JSONField(_("drawn"), default=list)

    class Meta:
        verbose_name = _("draw of return visits")
        verbose_name_plural = _("draws of return visits")
        ordering = ["-last_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "procedure", "first_on"],
                name="visit_sample_once",
                violation_error_message=_("The lots of these days have been drawn."),
            ),
        ]
        indexes = indexes_in_order("visit_sample", ["-last_on", "-id"])

    def __str__(self) -> str:
        return f"{self.organ} {self.first_on}–{self.last_on}"

    def get_absolute_url(self) -> str:
        return reverse("guidance:visit_sample", args=[self.pk])
