"""Departures from the discretion benchmark: asked for, and answered in writing (Art. 5; Penalty Law, Art. 34)."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.asked_parts import AskedPart
from enforcement.models.cases import Case
from enforcement.rules.departures import DepartureFacts
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary import Approver, CaseRole, DepartureGround, DepartureState, Tier
from foundation.actors import Actor
from foundation.permissions import Permission


class DepartureQuerySet(ScopedQuerySet):
    scope_path = "case__"

    def workable_by(self, actor: Actor) -> Self:
        """Those of the own organ; and what a subordinate organ asks of its superior, to who answers there."""
        if not actor.may(Permission.CASE_APPROVE) or actor.organ_id is None:
            return super().workable_by(actor)
        own = models.Q(case__organ_id=actor.organ_id)
        asked_from_below = models.Q(state=DepartureState.ASKED, approver=Approver.SUPERIOR)
        return self.visible_to(actor).filter(own | asked_from_below)

    def waiting(self) -> Self:
        return self.filter(state=DepartureState.ASKED)


class BandDeparture(AskedPart):
    """One request to decide outside a tier of the benchmark, with its reason and its answer."""

    case = models.ForeignKey(
        Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="departures"
    )
    state = models.CharField(
        _("state"), max_length=8, choices=DepartureState.choices, default=DepartureState.ASKED
    )
    tier = models.CharField(_("tier that is left"), max_length=8, choices=Tier.choices)
    fine = models.DecimalField(_("intended fine (yuan)"), max_digits=14, decimal_places=2)
    ground = models.CharField(_("ground"), max_length=14, choices=DepartureGround.choices)
    reason = models.TextField(_("reason"))
    approver = models.CharField(_("approved by"), max_length=10, choices=Approver.choices)
    answer = models.TextField(_("approval in writing, or why not"), blank=True)

    objects = DepartureQuerySet.as_manager()

    class Meta:
        verbose_name = _("departure from the benchmark")
        verbose_name_plural = _("departures from the benchmark")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fine__gte=0),
                name="departure_fine_not_negative",
                violation_error_message=_("A fine cannot be negative."),
            ),
            models.CheckConstraint(
                condition=models.Q(state=DepartureState.ASKED)
                | (models.Q(answered_by__isnull=False, answered_on__isnull=False) & ~models.Q(answer="")),
                name="departure_answer_is_in_writing",
                violation_error_message=_("An answer has its author, its day and its words."),
            ),
            models.CheckConstraint(
                condition=models.Q(answered_by=None) | ~models.Q(answered_by=models.F("asked_by")),
                name="departure_not_approved_by_asker",
                violation_error_message=_("Who asks for it or handles the case does not approve it."),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(state=DepartureState.ASKED),
                name="departure_waits_once",
                violation_error_message=_("A departure is asked for already."),
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(state="asked"), name="departure_waiting_idx"),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.get_tier_display()}"

    def get_absolute_url(self) -> str:
        return reverse("enforcement:departure_detail", args=[self.pk])

    def facts(self, *, by: Actor, at: datetime) -> DepartureFacts:
        """What the rules need to know before it is answered."""
        return DepartureFacts(
            approver=self.approver,
            actor_is_asker=self.asked_by_id == by.officer_id,
            actor_is_handler=self.case.role_of(by.officer_id) == CaseRole.HANDLER,
            actor_is_of_the_organ=self.case.organ_id == by.organ_id,
            has_discussion=getattr(self.case, "discussion", None) is not None,
            answer=self.answer,
        )
