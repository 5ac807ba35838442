"""What the handling officer found about a condition that no circumstance answers (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from enforcement.models.procedure import CasePart
from leniency.models.conditions import LeniencyCondition


class CaseFinding(CasePart):
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="leniency_findings")
    condition = models.ForeignKey(
        LeniencyCondition, verbose_name=_("condition"), on_delete=models.PROTECT, related_name="+"
    )
    holds = models.BooleanField(_("it holds"))
    evidence = models.TextField(_("on what evidence"))

    class Meta:
        verbose_name = _("finding on a condition")
        verbose_name_plural = _("findings on conditions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "condition"],
                name="finding_once_a_case_and_condition",
                violation_error_message=_("There is a finding on this condition already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(evidence=""),
                name="finding_rests_on_evidence",
                violation_error_message=_("Say on what evidence the finding rests."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.condition)
