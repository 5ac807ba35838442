"""What a clue was weighed by when it was filed, or not filed (Penalty Law, Art. 54; Measures, Art. 6, 10)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.models.procedure import CasePart
from enforcement.rules.facts import FilingFacts, NonFilingFacts
from enforcement.vocabulary import LENIENT_GROUNDS, NonFilingGround


class FilingCheck(CasePart):
    """The four conditions of filing, as they were found on that day."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="filing_check")
    basis = models.TextField(_("preliminary evidence"))
    is_punishable = models.BooleanField(_("the law provides a penalty"), default=False)
    in_jurisdiction = models.BooleanField(_("the organ is competent"), default=False)
    within_limitation = models.BooleanField(_("the limitation period has not passed"), default=False)
    in_area = models.BooleanField(_("the place lies in the organ's area"), default=True)
    assistance = models.TextField(_("record of assistance"), blank=True)

    class Meta:
        verbose_name = _("conditions of filing")
        verbose_name_plural = _("conditions of filing")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_punishable=True, in_jurisdiction=True, within_limitation=True)
                & ~models.Q(basis=""),
                name="filing_meets_its_conditions",
                violation_error_message=_("A case is filed when all four conditions are met."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.case)

    def facts(self) -> FilingFacts:
        """What the rules of filing ask."""
        return FilingFacts(
            has_basis=bool(self.basis.strip()),
            is_punishable=self.is_punishable,
            in_jurisdiction=self.in_jurisdiction,
            within_limitation=self.within_limitation,
            in_area=self.in_area,
            has_assistance=bool(self.assistance.strip()),
        )


class NonFiling(CasePart):
    """The reasoned decision of a head not to file a clue."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="non_filing")
    ground = models.CharField(_("ground"), max_length=16, choices=NonFilingGround.choices)
    reason = models.TextField(_("reasons"))
    education = models.TextField(_("education given"), blank=True)
    decided_by = models.ForeignKey(
        Officer, verbose_name=_("decided by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("decision not to file")
        verbose_name_plural = _("decisions not to file")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(ground__in=LENIENT_GROUNDS) | ~models.Q(education=""),
                name="lenient_non_filing_educates",
                violation_error_message=_("Who is not punished out of leniency is educated."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_ground_display()

    def facts(self) -> NonFilingFacts:
        """What the rules of not filing ask."""
        return NonFilingFacts(ground=self.ground, has_education=bool(self.education.strip()))
