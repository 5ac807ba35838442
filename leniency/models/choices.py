"""A choice that departs from the assessment: proposed by the handler, answered by a head (Art. 10 para. 1; LEN-9)."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from enforcement.models.asked_parts import AskedPart
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary import CaseRole
from foundation.actors import Actor
from foundation.vocabulary import OverrideReason
from leniency.models.assessments import LeniencyAssessment
from leniency.models.entries import LeniencyEntry
from leniency.rules.choosing import ChoiceFacts
from leniency.vocabulary import ChoiceState


class ChoiceQuerySet(ScopedQuerySet):
    scope_path = "case__"

    def waiting(self) -> Self:
        return self.filter(state=ChoiceState.ASKED)


class LeniencyChoice(AskedPart):
    """Another entry than the assessment found to apply, or none; without effect until it is approved."""

    case = models.ForeignKey(
        Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="leniency_choices"
    )
    assessment = models.ForeignKey(
        LeniencyAssessment, verbose_name=_("assessment"), on_delete=models.PROTECT, related_name="choices"
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ChoiceState.choices, default=ChoiceState.ASKED
    )
    entry = models.ForeignKey(
        LeniencyEntry,
        verbose_name=_("entry to be applied"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    cause = models.CharField(_("ground"), max_length=16, choices=OverrideReason.choices)
    reason = models.TextField(_("reason"))
    answer = models.TextField(_("answer in writing"), blank=True)

    objects = ChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("departure from a leniency assessment")
        verbose_name_plural = _("departures from leniency assessments")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="leniency_choice_has_reason",
                violation_error_message=_("Say why the choice departs from the assessment."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=[ChoiceState.APPROVED, ChoiceState.REFUSED])
                | (models.Q(answered_by__isnull=False, answered_on__isnull=False) & ~models.Q(answer="")),
                name="leniency_choice_answer_is_in_writing",
                violation_error_message=_("An answer has its author, its day and its words."),
            ),
            models.CheckConstraint(
                condition=models.Q(answered_by=None) | ~models.Q(answered_by=models.F("asked_by")),
                name="leniency_choice_not_approved_by_asker",
                violation_error_message=_("Who proposes it or handles the case does not approve it."),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(state=ChoiceState.ASKED),
                name="leniency_choice_waits_once",
                violation_error_message=_("A departure from the assessment waits for its answer already."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(state="asked"), name="leniency_choice_waiting_idx"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.entry.code if self.entry else _('None')}"

    def get_absolute_url(self) -> str:
        return reverse("leniency:choice_detail", args=[self.pk])

    def facts(self, *, by: Actor, at: datetime) -> ChoiceFacts:
        """What the rules need to know before it is answered."""
        return ChoiceFacts(
            actor_is_asker=self.asked_by_id == by.officer_id,
            actor_is_handler=self.case.role_of(by.officer_id) == CaseRole.HANDLER,
            entry_code=self.entry.code if self.entry else "",
            answer=self.answer,
        )
