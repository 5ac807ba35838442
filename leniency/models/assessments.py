"""An assessment of a case against the lists: what was asked, seen and concluded (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case, Officer
from enforcement.models.procedure import CasePart
from enforcement.scope import through
from foundation.articles import Citation
from foundation.record import RecordedModel
from leniency.models.entries import LeniencyEntry
from leniency.scope import AssessmentQuerySet
from leniency.vocabulary import LAW_OF, Conclusion, InForceOn, ListType, Verdict


class LeniencyAssessment(CasePart):
    """Never changed but for the choice of an entry: assessing again makes a new row."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="leniency_assessments")
    assessed_at = models.DateTimeField(_("assessed at"))
    assessed_by = models.ForeignKey(
        Officer, verbose_name=_("assessed by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    violation_on = models.DateField(_("day of the violation"))
    decision_on = models.DateField(_("day taken for the decision"))
    conclusion = models.CharField(_("conclusion"), max_length=16, choices=Conclusion.choices)
    could_be = models.CharField(_("still possible"), max_length=16, choices=Conclusion.choices, blank=True)
    facts = models.JSONField(_("facts taken into account"), default=dict)
    grounds = models.JSONField(_("grounds of the law itself"), default=list)
    weighed = models.JSONField(_("what comes of lists and law together"), default=dict)
    chosen_entry = models.ForeignKey(
        LeniencyEntry,
        verbose_name=_("entry applied"),
        null=True,
        on_delete=models.PROTECT,
        related_name="chosen_in",
    )
    choice_reason = models.TextField(_("why another entry was chosen"), blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("leniency assessment")
        verbose_name_plural = _("leniency assessments")
        ordering = ["-id"]
        indexes = [models.Index(fields=["case", "-id"], name="leniency_assessment_case_idx")]

    def __str__(self) -> str:
        return f"{self.case} – {self.get_conclusion_display()}"

    def get_absolute_url(self) -> str:
        return f"{self.case.get_absolute_url()}#leniency"


class AssessmentResult(RecordedModel):
    """One entry of an assessment, with the text of the entry as it stood."""

    assessment = models.ForeignKey(LeniencyAssessment, on_delete=models.PROTECT, related_name="results")
    entry = models.ForeignKey(LeniencyEntry, on_delete=models.PROTECT, related_name="results")
    entry_code = models.CharField(_("code"), max_length=20)
    entry_revision = models.PositiveSmallIntegerField(_("revision"))
    type = models.CharField(_("type of list"), max_length=12, choices=ListType.choices)
    violation_zh = models.CharField(_("violation (Chinese)"), max_length=300)
    violation_en = models.CharField(_("violation (English)"), max_length=300, blank=True)
    in_force_on = models.CharField(_("in force"), max_length=10, choices=InForceOn.choices)
    applies = models.CharField(_("applies"), max_length=8, choices=Verdict.choices)
    conditions = models.JSONField(_("conditions"), default=list)

    objects = through("assessment__case").as_manager()

    class Meta:
        verbose_name = _("result of an assessment")
        verbose_name_plural = _("results of an assessment")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "entry"], name="result_once_an_assessment"),
        ]

    def __str__(self) -> str:
        return f"{self.entry_code} – {self.get_applies_display()}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return ()

    @property
    def violation(self) -> str:
        """The violation as it was worded, in the reader's language."""
        is_english = (get_language() or "").startswith("en")
        return self.violation_en if is_english and self.violation_en else self.violation_zh

    @property
    def law(self) -> Citation:
        return LAW_OF[self.type]
