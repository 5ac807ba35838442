"""Inspections of firms: who goes where, why, by whose leave, what was found, and what the firm says (Art. 6)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import OrganScoped, indexes_in_order, indexes_of_open
from enforcement.models.cases import Case
from enforcement.models.counterparts import Counterpart
from enforcement.models.inspection_standing import facts_of_inspection, facts_of_plan
from enforcement.models.matters import Matter
from enforcement.models.officers import Officer
from enforcement.rules.inspections import NEAR_DAYS, InspectionFacts
from enforcement.scope import ScopedQuerySet, through
from enforcement.vocabulary import (
    Finding,
    InspectionOrigin,
    InspectionResult,
    InspectionState,
    NoteSign,
    QuietException,
)
from foundation.actors import Actor
from foundation.record import RecordedModel

OPEN_INSPECTIONS = (InspectionState.PLANNED, InspectionState.UNDER_WAY)
Q = models.Q


class InspectionQuerySet(ScopedQuerySet):
    def open(self) -> Self:
        return self.filter(state__in=OPEN_INSPECTIONS)

    def not_cancelled(self) -> Self:
        return self.exclude(state=InspectionState.CANCELLED)

    def near(self, day: datetime) -> Self:
        """Those within thirty days of ``day``."""
        span = timedelta(days=NEAR_DAYS)
        return self.not_cancelled().filter(planned_at__range=(day - span, day + span))

    def with_everything(self) -> Self:
        """With what its page shows and its rules ask, in a handful of queries."""
        found = self.select_related(
            "organ", "counterpart", "approver", "case", "joined_to__organ", "publication"
        )
        return found.prefetch_related(
            models.Prefetch("items", InspectionMatter.objects.select_related("matter")),
            models.Prefetch("officers", InspectionOfficer.objects.select_related("officer")),
        )


class Inspection(OrganScoped):
    number = models.CharField(_("number"), max_length=40, unique=True)
    counterpart = models.ForeignKey(
        Counterpart,
        verbose_name=_("counterpart"),
        on_delete=models.PROTECT,
        related_name="inspections",
        db_index=False,
    )
    state = models.CharField(
        _("state"), max_length=10, choices=InspectionState.choices, default=InspectionState.PLANNED
    )
    origin = models.CharField(_("occasion"), max_length=10, choices=InspectionOrigin.choices)
    plan_reference = models.CharField(_("filed plan"), max_length=120, blank=True)
    approver = models.ForeignKey(
        Officer,
        verbose_name=_("approved by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    purpose = models.TextField(_("purpose"))
    basis = models.TextField(_("legal basis"))
    why_on_site = models.TextField(_("why on site"), blank=True)
    exception = models.CharField(
        _("exception on quiet days"), max_length=20, choices=QuietException.choices, blank=True
    )
    exempt_reason = models.TextField(_("why beyond the yearly cap"), blank=True)
    planned_at = models.DateTimeField(_("planned for"))
    joined_to = models.ForeignKey(
        "self",
        verbose_name=_("together with"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="companions",
    )
    code = models.CharField(_("code for the firm"), max_length=12, unique=True, editable=False)
    code_expires_at = models.DateTimeField(_("code valid until"), editable=False)
    started_at = models.DateTimeField(_("begun at"), null=True, blank=True)
    certificates_shown = models.BooleanField(_("certificates were shown"), default=False)
    check_in = models.CharField(_("code or licence that was scanned"), max_length=120, blank=True)
    is_emergency = models.BooleanField(_("emergency"), default=False)
    late_reason = models.TextField(_("why registered late"), blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    note = models.TextField(_("on-site note"), blank=True)
    note_sign = models.CharField(
        _("how the note was confirmed"), max_length=8, choices=NoteSign.choices, blank=True
    )
    witness = models.CharField(_("witness"), max_length=80, blank=True)
    result = models.CharField(_("result"), max_length=10, choices=InspectionResult.choices, blank=True)
    remarks = models.TextField(_("remarks"), blank=True)
    case = models.ForeignKey(
        Case,
        verbose_name=_("case"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="inspections",
    )

    objects = InspectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("inspection")
        verbose_name_plural = _("inspections")
        ordering = ["-planned_at", "-id"]
        indexes = [
            *indexes_in_order("inspection", ["-planned_at", "-id"]),
            *indexes_of_open("inspection", ["-planned_at", "-id"], Q(state__in=OPEN_INSPECTIONS)),
            models.Index(fields=["counterpart", "planned_at"], name="inspection_counterpart_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[InspectionState.UNDER_WAY, InspectionState.CONCLUDED])
                | Q(started_at__isnull=False, certificates_shown=True),
                name="inspection_begun_with_certificates",
                violation_error_message=_("An inspection begins with the certificates shown."),
            ),
            models.CheckConstraint(
                condition=~Q(state=InspectionState.CONCLUDED)
                | ~Q(note="") & ~Q(note_sign="") & ~Q(result="") & Q(ended_at__isnull=False),
                name="inspection_concluded_with_note",
                violation_error_message=_("A concluded inspection has a confirmed note and a result."),
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=models.F("started_at")),
                name="inspection_times_in_order",
                violation_error_message=_("An inspection ends after it began."),
            ),
            models.CheckConstraint(
                condition=Q(joined_to=None) | ~Q(joined_to=models.F("id")),
                name="inspection_not_joined_to_itself",
                violation_error_message=_("An inspection is not joined to itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("enforcement:inspection_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.counterpart,)

    @property
    def verify_url(self) -> str:
        return reverse("enforcement:inspection_verify", args=[self.code])

    def facts(self, *, by: Actor, at: datetime) -> InspectionFacts:
        """What the rules need to know about this inspection now."""
        return facts_of_inspection(self, at=at)

    def facts_of_plan(self, *, by: Actor, at: datetime) -> InspectionFacts:
        """The same with what only planning asks: duties, the cap, this year's visits, and who else comes."""
        return facts_of_plan(self, at=at)


ThroughInspection = through("inspection")


class InspectionPart(RecordedModel):
    objects = ThroughInspection.as_manager()

    class Meta:
        abstract = True

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.inspection,)  # type: ignore[attr-defined]


class InspectionMatter(InspectionPart):
    """One line of the checklist."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="items", db_index=False)
    matter = models.ForeignKey(Matter, verbose_name=_("matter"), on_delete=models.PROTECT, related_name="+")
    finding = models.CharField(_("finding"), max_length=12, choices=Finding.choices, blank=True)

    class Meta:
        verbose_name = _("line of the checklist")
        verbose_name_plural = _("checklist")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "matter"], name="inspection_matter_once"),
        ]

    def __str__(self) -> str:
        return str(self.matter)


class InspectionOfficer(InspectionPart):
    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, related_name="officers", db_index=False
    )
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.PROTECT, related_name="inspection_duties"
    )

    class Meta:
        verbose_name = _("inspecting officer")
        verbose_name_plural = _("inspecting officers")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "officer"], name="inspection_officer_once"),
        ]

    def __str__(self) -> str:
        return str(self.officer)
