"""Where evidence has been, by which device it came, and what was registered first (Penalty Law, Art. 41, 46, 56)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.models.procedure import CasePart, Evidence
from enforcement.rules.evidence import MonitoringFacts
from enforcement.scope import ScopedQuerySet, through
from enforcement.vocabulary import CustodyKind, PreservationEnd, PreservationState
from foundation.record import RecordedModel


class EvidencePart(RecordedModel):
    """A row about one piece of evidence, told in the timeline of its case."""

    objects = through("evidence__case").as_manager()

    class Meta:
        abstract = True

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.evidence, self.evidence.case)  # type: ignore[attr-defined]


class CustodyStep(EvidencePart):
    """One link of the chain: never corrected, only followed by the next."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="custody")
    kind = models.CharField(_("what happened"), max_length=8, choices=CustodyKind.choices)
    happened_at = models.DateTimeField(_("when"))
    officer = models.ForeignKey(
        Officer, verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="+"
    )
    receiver = models.CharField(_("to whom"), max_length=120)
    place = models.CharField(_("kept where"), max_length=200, blank=True)
    remark = models.CharField(_("condition, seal, remark"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("step of custody")
        verbose_name_plural = _("chain of custody")
        ordering = ["happened_at", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.receiver}"


class MonitoringRecord(EvidencePart):
    """The device that recorded a piece of evidence, and what the law asks of it."""

    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="monitoring")
    device = models.CharField(_("device"), max_length=120)
    place = models.CharField(_("place of the device"), max_length=200)
    legal_review_on = models.DateField(_("legal review on"), null=True, blank=True)
    technical_review_on = models.DateField(_("technical review on"), null=True, blank=True)
    published_on = models.DateField(_("place published on"), null=True, blank=True)
    reviewed_on = models.DateField(_("record examined on"), null=True, blank=True)
    party_told_on = models.DateField(_("party told on"), null=True, blank=True)

    class Meta:
        verbose_name = _("record of a monitoring device")
        verbose_name_plural = _("records of monitoring devices")

    def __str__(self) -> str:
        return self.device

    def facts(self, *, recorded_on: date) -> MonitoringFacts:
        """What the rules ask of the device."""
        return MonitoringFacts(
            recorded_on=recorded_on,
            legal_review_on=self.legal_review_on,
            technical_review_on=self.technical_review_on,
            published_on=self.published_on,
            reviewed_on=self.reviewed_on,
            party_told_on=self.party_told_on,
        )


class PreservationQuerySet(ScopedQuerySet):
    scope_path = "case__"

    def registered(self) -> Any:
        """Those that a head approved, whatever became of them."""
        return self.exclude(state__in=[PreservationState.PROPOSED, PreservationState.REFUSED])


class Preservation(CasePart):
    """Prior registration of evidence that may be lost: approved by the head, seven working days at most."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="preservations")
    items = models.TextField(_("things registered"))
    place = models.CharField(_("kept where"), max_length=200)
    reason = models.TextField(_("why it may be lost"))
    state = models.CharField(
        _("state"), max_length=8, choices=PreservationState.choices, default=PreservationState.PROPOSED
    )
    proposed_by = models.ForeignKey(
        Officer, verbose_name=_("proposed by"), on_delete=models.PROTECT, related_name="+"
    )
    proposed_on = models.DateField(_("proposed on"))
    approved_by = models.ForeignKey(
        Officer, verbose_name=_("decided by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_on = models.DateField(_("registered on"), null=True, blank=True)
    decide_by = models.DateField(_("to be dealt with by"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    ending = models.CharField(_("how it ended"), max_length=12, choices=PreservationEnd.choices, blank=True)
    note = models.TextField(_("remark"), blank=True)

    objects = PreservationQuerySet.as_manager()

    class Meta:
        verbose_name = _("prior registration of evidence")
        verbose_name_plural = _("prior registrations of evidence")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state=PreservationState.APPROVED)
                | (models.Q(approved_on__isnull=False) & models.Q(decide_by__isnull=False)),
                name="preservation_has_its_term",
                violation_error_message=_("Registered evidence has a day by which it is dealt with."),
            ),
            models.CheckConstraint(
                condition=~models.Q(approved_by=models.F("proposed_by")),
                name="preservation_approved_by_another",
                violation_error_message=_("Who proposes a registration does not approve it."),
            ),
        ]

    def __str__(self) -> str:
        return self.items[:60]
