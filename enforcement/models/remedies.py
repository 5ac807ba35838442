"""Reconsideration and suits against a decision (Art. 6; Penalty Law, Art. 7, 73)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import OrganScoped, indexes_in_order
from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.rules.court_window import RemedyRun
from enforcement.rules.remedies import RemedyFacts, RemedySpan
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary.remedies import (
    PENDING_REMEDIES,
    UNDOING,
    RemedyCourse,
    RemedyKind,
    RemedyResult,
    RemedyState,
    StopGround,
)
from foundation.actors import Actor


class RemedyQuerySet(ScopedQuerySet):
    def pending(self) -> Any:
        return self.filter(state__in=PENDING_REMEDIES)

    def unanswered(self) -> Any:
        """Those to which the organ owes its answer: the copy is there, and they are still pending."""
        return self.pending().filter(copy_received_on__isnull=False, answered_on=None)

    def undoing(self) -> Any:
        """Those after which the decision does not stand as it was taken."""
        return self.filter(result__in=UNDOING)

    def whole(self) -> Any:
        return self.select_related(
            "case__counterpart", "case__decision", "organ", "recorded_by", "answer_document"
        )


class Remedy(OrganScoped):
    """What the party undertook against the decision, and what came of it."""

    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="remedies")
    kind = models.CharField(_("kind"), max_length=16, choices=RemedyKind.choices)
    state = models.CharField(
        _("state"), max_length=10, choices=RemedyState.choices, default=RemedyState.FILED
    )
    body = models.CharField(_("reconsideration organ or court"), max_length=200)
    number = models.CharField(_("number there"), max_length=80, blank=True)
    filed_on = models.DateField(_("filed on"))
    grounds = models.TextField(_("what the party says"), blank=True)
    recorded_by = models.ForeignKey(
        Officer, verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="+"
    )
    accepted_on = models.DateField(_("accepted on"), null=True, blank=True)
    copy_received_on = models.DateField(_("copy received on"), null=True, blank=True)
    course = models.CharField(
        _("course of the reconsideration"), max_length=8, choices=RemedyCourse.choices, blank=True
    )
    answer_by = models.DateField(_("answer to be handed in by"), null=True, blank=True)
    answered_on = models.DateField(_("answer handed in on"), null=True, blank=True)
    answer_papers = models.TextField(_("what was handed in"), blank=True)
    answer_document = models.ForeignKey(
        "enforcement.Document",
        verbose_name=_("document of the answer"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    stopped_on = models.DateField(_("execution stopped on"), null=True, blank=True)
    stop_ground = models.CharField(
        _("why the execution is stopped"), max_length=8, choices=StopGround.choices, blank=True
    )
    stop_reason = models.TextField(_("reason of the stop"), blank=True)
    resumed_on = models.DateField(_("execution went on from"), null=True, blank=True)
    result = models.CharField(_("outcome"), max_length=10, choices=RemedyResult.choices, blank=True)
    decision_number = models.CharField(_("number of the ruling"), max_length=80, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    ruling_received_on = models.DateField(_("ruling received by the party on"), null=True, blank=True)
    reason = models.TextField(_("what the ruling found"), blank=True)

    objects = RemedyQuerySet.as_manager()

    class Meta:
        verbose_name = _("remedy against a decision")
        verbose_name_plural = _("remedies against decisions")
        ordering = ["-filed_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=RemedyState.CONCLUDED) & ~Q(result="")
                | ~Q(state=RemedyState.CONCLUDED) & Q(result=""),
                name="remedy_concluded_has_result",
                violation_error_message=_("What is concluded has an outcome, and nothing else has."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=PENDING_REMEDIES) | Q(ended_on__isnull=False),
                name="remedy_over_has_day",
                violation_error_message=_("What is over has its last day."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=models.F("filed_on")),
                name="remedy_ends_after_filing",
                violation_error_message=_("It cannot end before it was filed."),
            ),
            models.CheckConstraint(
                condition=Q(resumed_on=None)
                | Q(stopped_on__isnull=False, resumed_on__gte=models.F("stopped_on")),
                name="remedy_resumes_after_stop",
                violation_error_message=_("The execution cannot go on before it stopped."),
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None)
                | Q(copy_received_on__isnull=False, answered_on__gte=models.F("copy_received_on"))
                & ~Q(answer_papers=""),
                name="remedy_answer_follows_copy",
                violation_error_message=_("An answer follows the copy, and says what was handed in."),
            ),
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=Q(state__in=PENDING_REMEDIES),
                name="remedy_pending_once",
                violation_error_message=_("Such a remedy is pending already."),
            ),
        ]
        indexes = [
            *indexes_in_order("remedy", ["-filed_on", "-id"]),
            models.Index(
                fields=["organ", "answer_by"],
                condition=Q(state__in=PENDING_REMEDIES, answered_on=None),
                name="remedy_unanswered_idx",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("enforcement:remedy_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.case,)

    @property
    def is_pending(self) -> bool:
        return self.state in PENDING_REMEDIES

    @property
    def owes_answer(self) -> bool:
        """Whether the organ has the copy and has not answered."""
        return self.is_pending and self.copy_received_on is not None and self.answered_on is None

    @property
    def undoes(self) -> bool:
        return self.result in UNDOING

    def span(self) -> RemedySpan:
        """For the rules that ask what stands still meanwhile."""
        return RemedySpan(self.filed_on, self.ended_on, self.stopped_on, self.resumed_on)

    def run(self) -> RemedyRun:
        """For the window in which the court is asked to execute."""
        return RemedyRun(self.kind, self.state, self.result, self.ended_on, self.ruling_received_on)

    def facts(self, *, by: Actor, at: datetime) -> RemedyFacts:
        """What the rules need to know of this remedy now."""
        return RemedyFacts(
            today=timezone.localdate(at),
            decided_on=self.case.decided_on,
            filed_on=self.filed_on,
            accepted_on=self.accepted_on,
            ended_on=self.ended_on,
            stopped_on=self.stopped_on,
            resumed_on=self.resumed_on,
            result=self.result,
            reason=self.reason,
            stop_reason=self.stop_reason,
            decision_number=self.decision_number,
            kind=self.kind,
            course=self.course,
            copy_received_on=self.copy_received_on,
            answered_on=self.answered_on,
            answer_papers=self.answer_papers,
            ruling_received_on=self.ruling_received_on,
        )
