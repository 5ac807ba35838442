"""The demand before execution, and the application to the court (Coercion Law, Art. 53-57)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.models.procedure import CasePart
from enforcement.vocabulary import FINAL_AT_COURT, CourtState


class PerformanceDemand(CasePart):
    """The letter that demands performance, and the last day that it leaves."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="demand")
    served_on = models.DateField(_("demand served on"))
    until = models.DateField(_("ten working days end on"))
    demanded = models.TextField(_("what is demanded, by when and how"))
    statement = models.TextField(_("what the party stated"), blank=True)
    recorded_by = models.ForeignKey(
        Officer, verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("demand letter")
        verbose_name_plural = _("demand letters")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__gt=models.F("served_on")),
                name="performance_demand_leaves_time",
                violation_error_message=_("A demand leaves the party its ten working days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.served_on}"


class CourtApplication(CasePart):
    """The court is asked to execute, and what it answered."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="court_application")
    court = models.CharField(_("court"), max_length=200)
    applied_on = models.DateField(_("applied on"))
    state = models.CharField(_("state"), max_length=8, choices=CourtState.choices, default=CourtState.ASKED)
    reference = models.CharField(_("number at the court"), max_length=80, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    note = models.TextField(_("what was answered"), blank=True)
    applied_by = models.ForeignKey(
        Officer, verbose_name=_("approved by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("application to the court")
        verbose_name_plural = _("applications to the court")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=CourtState.ASKED) | models.Q(answered_on__isnull=False),
                name="court_answer_has_its_day",
                violation_error_message=_("An answer of the court has its day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.court} {self.applied_on}"

    @property
    def is_final(self) -> bool:
        return self.state in FINAL_AT_COURT
