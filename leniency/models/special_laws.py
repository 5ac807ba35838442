"""Where a special law knows another answer than the Penalty Law for a matter (Penalty Law, Art. 33(2))."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import Matter
from enforcement.models.base import CityWide, in_words
from leniency.rules.facts import SpecialLaw
from leniency.vocabulary import Ground, Surviving, Treatment

DISPLACED = (Ground.SLIGHT_CONDUCT, Ground.FIRST_SLIGHT, Ground.NO_FAULT)


class SpecialProvision(CityWide):
    """For this matter it takes the place of a ground of the general law, with a conclusion of its own."""

    matter = models.ForeignKey(
        Matter, verbose_name=_("matter"), on_delete=models.PROTECT, related_name="special_provisions"
    )
    citation_zh = models.CharField(_("provision (Chinese)"), max_length=120)
    citation_en = models.CharField(_("provision (English)"), max_length=120, blank=True)
    summary_zh = models.CharField(_("in our own words (Chinese)"), max_length=300)
    summary_en = models.CharField(_("in our own words (English)"), max_length=300, blank=True)
    displaces = models.CharField(
        _("ground that it takes the place of"), max_length=24, choices=[(g.value, g.label) for g in DISPLACED]
    )
    treatment = models.CharField(
        _("what follows"),
        max_length=26,
        choices=[(t.value, t.label) for t in Treatment if t != Treatment.UNKNOWN],
    )
    survives = models.CharField(_("what stays"), max_length=24, choices=Surviving.choices, blank=True)
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_to = models.DateField(_("in force until"), null=True, blank=True)

    class Meta:
        verbose_name = _("special provision of leniency")
        verbose_name_plural = _("special provisions of leniency")
        ordering = ["matter", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "displaces", "valid_from"],
                name="special_provision_once",
                violation_error_message=_("The matter has a special provision in place of this ground."),
            ),
            models.CheckConstraint(
                condition=models.Q(valid_from=None)
                | models.Q(valid_to=None)
                | models.Q(valid_from__lte=models.F("valid_to")),
                name="special_provision_days_in_order",
                violation_error_message=_("A provision cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return in_words(self.citation_zh, self.citation_en)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.matter,)

    @property
    def summary(self) -> str:
        return in_words(self.summary_zh, self.summary_en)

    def is_in_force(self, on: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_to is None or on <= self.valid_to)

    @property
    def terms(self) -> SpecialLaw:
        """The provision as the rules are given it."""
        return SpecialLaw(
            id=self.pk,
            citation_zh=self.citation_zh,
            citation_en=self.citation_en,
            displaces=self.displaces,
            treatment=self.treatment,
            survives=(self.survives,) if self.survives else (),
        )
