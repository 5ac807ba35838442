"""Recusal of an officer from a case (Penalty Law, Art. 43)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.models.procedure import CasePart
from enforcement.vocabulary import RecusalApplicant, RecusalBody, RecusalGround, RecusalState


class Recusal(CasePart):
    """One application; who is recused loses the case, the investigation goes on meanwhile."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="recusals")
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.PROTECT, related_name="+"
    )
    applicant = models.CharField(_("applied for by"), max_length=8, choices=RecusalApplicant.choices)
    ground = models.CharField(_("ground"), max_length=8, choices=RecusalGround.choices)
    reason = models.TextField(_("what the ground rests on"))
    applied_on = models.DateField(_("applied on"))
    state = models.CharField(
        _("state"), max_length=8, choices=RecusalState.choices, default=RecusalState.APPLIED
    )
    body = models.CharField(_("decided by"), max_length=10, choices=RecusalBody.choices, blank=True)
    decided_by = models.ForeignKey(
        Officer, verbose_name=_("recorded by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    answer = models.TextField(_("reasons of the decision"), blank=True)

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "officer", "state"],
                condition=models.Q(state__in=[RecusalState.APPLIED, RecusalState.GRANTED]),
                name="recusal_once_a_case_and_officer",
                violation_error_message=_("The recusal of this officer is asked for or granted already."),
            ),
            models.CheckConstraint(
                condition=models.Q(state=RecusalState.APPLIED)
                | (models.Q(decided_on__isnull=False) & ~models.Q(body="") & ~models.Q(answer="")),
                name="recusal_decided_with_reasons",
                violation_error_message=_("A decision on recusal says who decided, when and why."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} – {self.get_state_display()}"


def recused_ids(case: Any) -> set[int]:
    """The officers who are recused from the case."""
    granted = Recusal.objects.filter(case=case, state=RecusalState.GRANTED)
    return set(granted.values_list("officer_id", flat=True))
