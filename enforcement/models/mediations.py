"""Mediations of disputes, with parties, mediators, sessions and performance (Art. 7)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import OrganScoped, indexes_of_open
from enforcement.models.cases import Case
from enforcement.models.counterparts import Counterpart
from enforcement.models.officers import Officer
from enforcement.models.organs import Field
from enforcement.rules.mediations import MediationFacts
from enforcement.scope import ScopedQuerySet, through
from enforcement.vocabulary import OPEN_MEDIATIONS, WITH_AGREEMENT, DisputeKind, MediationState, PartyRole
from foundation.actors import Actor
from foundation.record import RecordedModel

ThroughMediation = through("mediation")


class MediationQuerySet(ScopedQuerySet):
    def whole(self) -> Any:
        """With everything that a page about one shows, in a constant number of queries."""
        parties = models.Prefetch("parties", MediationParty.objects.select_related("counterpart"))
        mediators = models.Prefetch("mediators", Mediator.objects.select_related("officer"))
        return self.select_related("case", "field", "organ").prefetch_related(parties, mediators, "sessions")


class Mediation(OrganScoped):
    number = models.CharField(_("number"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind of dispute"), max_length=12, choices=DisputeKind.choices)
    field = models.ForeignKey(
        Field, verbose_name=_("field of enforcement"), on_delete=models.PROTECT, related_name="+"
    )
    case = models.ForeignKey(
        Case,
        verbose_name=_("case"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mediations",
    )
    dispute = models.TextField(_("what the dispute is about"))
    state = models.CharField(
        _("state"), max_length=12, choices=MediationState.choices, default=MediationState.APPLIED
    )
    applied_on = models.DateField(_("applied for on"))
    begun_on = models.DateField(_("begun on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    agreement = models.TextField(_("agreement"), blank=True)
    perform_by = models.DateField(_("to be performed by"), null=True, blank=True)
    performance_note = models.TextField(_("how it was performed"), blank=True)
    performed_on = models.DateField(_("performance looked at on"), null=True, blank=True)

    objects = MediationQuerySet.as_manager()

    class Meta:
        verbose_name = _("mediation")
        verbose_name_plural = _("mediations")
        ordering = ["-applied_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=WITH_AGREEMENT) | ~Q(agreement=""),
                name="mediation_agreed_has_text",
                violation_error_message=_("An agreement has a text."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(begun_on=None) | Q(ended_on__gte=models.F("begun_on")),
                name="mediation_ends_after_it_began",
                violation_error_message=_("A mediation cannot end before it began."),
            ),
        ]
        indexes = [
            models.Index(fields=["organ", "-applied_on", "-id"], name="mediation_organ_idx"),
            models.Index(fields=["branch", "-applied_on", "-id"], name="mediation_branch_idx"),
            models.Index(fields=["line", "-applied_on", "-id"], name="mediation_line_idx"),
            models.Index(fields=["district", "-applied_on", "-id"], name="mediation_district_idx"),
            models.Index(fields=["-applied_on", "-id"], name="mediation_applied_idx"),
            *indexes_of_open("mediation", ["applied_on", "id"], Q(state__in=OPEN_MEDIATIONS)),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("enforcement:mediation_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.case,) if self.case is not None else ()

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_MEDIATIONS

    def facts(self, *, by: Actor, at: datetime) -> MediationFacts:
        """What the rules need to know about this mediation now."""
        parties, mediators = self.parties.all(), self.mediators.all()
        involved = set() if self.case is None else set(self.case.people.values_list("officer_id", flat=True))
        return MediationFacts(
            today=timezone.localdate(at),
            parties=len(parties),
            unwilling=tuple(p.shown_name for p in parties if p.consented_on is None),
            mediators=len(mediators),
            partial=tuple(m.officer.name for m in mediators if m.officer_id in involved),
            sessions=self.sessions.count(),
            agreement=self.agreement,
            perform_by=self.perform_by,
        )


class MediationPart(RecordedModel):
    """A row that belongs to one mediation and shares its scope and timeline."""

    objects = ThroughMediation.as_manager()

    class Meta:
        abstract = True

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.mediation,)  # type: ignore[attr-defined]


class MediationParty(MediationPart):
    """A registered counterpart, or a person who is known by name only."""

    mediation = models.ForeignKey(Mediation, on_delete=models.PROTECT, related_name="parties")
    role = models.CharField(_("role"), max_length=10, choices=PartyRole.choices)
    counterpart = models.ForeignKey(
        Counterpart,
        verbose_name=_("counterpart"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mediations",
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    consented_on = models.DateField(_("agreed to be mediated on"), null=True, blank=True)

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(counterpart__isnull=False) | ~Q(name=""),
                name="mediation_party_is_somebody",
                violation_error_message=_("Name the party."),
            ),
            models.UniqueConstraint(
                fields=["mediation", "counterpart"],
                condition=Q(counterpart__isnull=False),
                name="mediation_party_once",
                violation_error_message=_("This party is named already."),
            ),
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        return self.counterpart.name if self.counterpart is not None else self.name


class Mediator(MediationPart):
    mediation = models.ForeignKey(Mediation, on_delete=models.PROTECT, related_name="mediators")
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.PROTECT, related_name="mediations"
    )

    class Meta:
        verbose_name = _("mediator")
        verbose_name_plural = _("mediators")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["mediation", "officer"],
                name="mediator_once",
                violation_error_message=_("This mediator is named already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.officer)


class MediationSession(MediationPart):
    mediation = models.ForeignKey(Mediation, on_delete=models.PROTECT, related_name="sessions")
    held_on = models.DateField(_("held on"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    minutes = models.TextField(_("what was said"))

    class Meta:
        verbose_name = _("session of a mediation")
        verbose_name_plural = _("sessions of mediations")
        ordering = ["held_on", "id"]

    def __str__(self) -> str:
        return f"{self.mediation} {self.held_on}"
