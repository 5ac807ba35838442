"""A measure that a counterpart's level of risk proposes, until it is taken or dropped (Art. 9)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Counterpart, Inspection, Officer, OrganScoped, indexes_in_order
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary import InspectionState
from foundation.actors import Actor
from guidance.models import GuidanceAction
from guidance.vocabulary import UNISSUED_STATES, GuidanceState
from riskcontrol.rules.plans import PlanFacts
from riskcontrol.vocabulary import OPEN_PLANS, DropReason, Level, PlanMeasure, PlanState

NOT_GIVEN = (*UNISSUED_STATES, GuidanceState.WITHDRAWN)


class RiskPlanQuerySet(ScopedQuerySet):
    def open(self) -> Any:
        return self.filter(state__in=OPEN_PLANS)

    def overdue(self, day: date) -> Any:
        return self.open().filter(due_on__lt=day)


class RiskPlan(OrganScoped):
    """Proposed by the clock for the organ of the counterpart; guidance stays voluntary, a visit stays capped."""

    counterpart = models.ForeignKey(
        Counterpart, verbose_name=_("counterpart"), on_delete=models.PROTECT, related_name="risk_plans"
    )
    level = models.CharField(_("risk level"), max_length=6, choices=Level.choices)
    measure = models.CharField(_("proposed measure"), max_length=9, choices=PlanMeasure.choices)
    state = models.CharField(_("state"), max_length=9, choices=PlanState.choices, default=PlanState.PROPOSED)
    proposed_on = models.DateField(_("proposed on"))
    due_on = models.DateField(_("to be taken by"))
    officer = models.ForeignKey(
        Officer, verbose_name=_("taken on by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    guidance = models.ForeignKey(
        GuidanceAction,
        verbose_name=_("guidance that carried it out"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    inspection = models.ForeignKey(
        Inspection,
        verbose_name=_("visit that carried it out"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    ended_on = models.DateField(_("done or dropped on"), null=True)
    drop_reason = models.CharField(
        _("why it was dropped"), max_length=9, choices=DropReason.choices, blank=True
    )
    drop_text = models.TextField(_("in words"), blank=True)

    objects = RiskPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("measure of a risk plan")
        verbose_name_plural = _("measures of risk plans")
        ordering = ["due_on", "id"]
        indexes = [
            *indexes_in_order("risk_plan", ["due_on", "id"]),
            models.Index(
                fields=["officer", "due_on"], condition=Q(state="under_way"), name="risk_plan_officer_idx"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["counterpart", "measure"],
                condition=Q(state__in=OPEN_PLANS),
                name="risk_plan_measure_open_once",
                violation_error_message=_("This measure is proposed for the counterpart already."),
            ),
            models.CheckConstraint(
                condition=~Q(state="under_way") | Q(officer__isnull=False),
                name="risk_plan_taken_on_by_somebody",
                violation_error_message=_("A measure that is under way was taken on by somebody."),
            ),
            models.CheckConstraint(
                condition=~Q(state="done")
                | Q(ended_on__isnull=False) & (Q(guidance__isnull=False) | Q(inspection__isnull=False)),
                name="risk_plan_done_is_shown",
                violation_error_message=_("A measure that was taken names what carried it out."),
            ),
            models.CheckConstraint(
                condition=~Q(state="dropped") | Q(ended_on__isnull=False) & ~Q(drop_reason=""),
                name="risk_plan_dropped_has_reason",
                violation_error_message=_("A measure that was dropped has a reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_measure_display()} – {self.counterpart}"

    def get_absolute_url(self) -> str:
        return reverse("riskcontrol:plan_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (Counterpart(pk=self.counterpart_id),)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_PLANS

    def facts(self, *, by: Actor, at: datetime) -> PlanFacts:
        """What the rules need to know about this measure now."""
        proof = self.inspection if self.measure == PlanMeasure.VISIT else self.guidance
        return PlanFacts(
            measure=self.measure,
            has_proof=proof is not None,
            proof_fits=proof is not None and self._fits(proof),
            drop_reason=self.drop_reason,
            drop_text=self.drop_text,
        )

    def _fits(self, proof: GuidanceAction | Inspection) -> bool:
        if proof.counterpart_id != self.counterpart_id:
            return False
        if isinstance(proof, Inspection):
            held = proof.state == InspectionState.CONCLUDED and proof.started_at
            return bool(held) and timezone.localdate(proof.started_at) >= self.proposed_on
        given = proof.way == self.measure and proof.state not in NOT_GIVEN and proof.issued_at
        return bool(given) and timezone.localdate(proof.issued_at) >= self.proposed_on
