"""Inspections of firms: who goes where, why, by whose leave, what was found, and what the firm says (Art. 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import CityWide, OrganScoped, indexes_in_order, indexes_of_open
from enforcement.models.cases import Case
from enforcement.models.counterparts import Counterpart
from enforcement.models.matters import Matter
from enforcement.models.officers import Officer
from enforcement.models.organs import Organ
from enforcement.rules.facts import OfficerFacts
from enforcement.rules.inspections import NEAR_DAYS, InspectionFacts
from enforcement.scope import CityWideQuerySet, ScopedQuerySet, serves_whole_city, through
from enforcement.vocabulary import (
    WHOLE_CITY,
    Finding,
    InspectionOrigin,
    InspectionResult,
    InspectionState,
    NoteSign,
    QuietException,
)
from foundation.actors import Actor
from foundation.permissions import Permission
from foundation.record import RecordedModel
from foundation.wording import day_text

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
        found = self.select_related("organ", "counterpart", "approver", "case", "joined_to__organ")
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
        return InspectionFacts(
            recorded_at=at,
            officers=tuple(_as_facts(row.officer, self.organ_id, at) for row in self.officers.all()),
            organ_is_active=self.organ.is_active,
            origin=self.origin,
            has_plan=bool(self.plan_reference.strip()),
            has_approval=self.approver_id is not None,
            exempt_reason=self.exempt_reason,
            purpose=self.purpose,
            why_on_site=self.why_on_site,
            certificates_shown=self.certificates_shown,
            checked_in=bool(self.check_in.strip()),
            is_emergency=self.is_emergency,
            started_at=self.started_at,
            ended_at=self.ended_at,
            late_reason=self.late_reason,
            note=self.note,
            note_sign=self.note_sign,
            witness=self.witness,
        )

    def facts_of_plan(self, *, by: Actor, at: datetime) -> InspectionFacts:
        """The same with what only planning asks: duties, the cap, this year's visits, and who else comes."""
        duties = {duty.field_id for duty in self.organ.organ_fields.all()}
        items = list(self.items.all())
        return replace(
            self.facts(by=by, at=at),
            matters=len(items),
            matters_in_duties=all(i.matter.is_active and i.matter.field_id in duties for i in items),
            cap=InspectionCap.objects.of_year(self.organ, timezone.localdate(self.planned_at)),
            this_year=self._visits_of_the_year(),
            others=self._others(),
        )

    def _visits_of_the_year(self) -> int:
        year = timezone.localdate(self.planned_at).year
        rows = Inspection.objects.not_cancelled().filter(
            counterpart=self.counterpart_id, organ=self.organ_id, planned_at__year=year
        )
        return int(rows.exclude(pk=self.pk).count())

    def _others(self) -> tuple[str, ...]:
        """Other visits near in time, by any organ: the firm's peace knows no scope."""
        rows = Inspection.objects.near(self.planned_at).filter(counterpart=self.counterpart_id)
        rows = rows.exclude(pk=self.pk).exclude(pk=self.joined_to_id).exclude(joined_to=self.pk)
        rows = rows.exclude(joined_to=self.joined_to_id) if self.joined_to_id else rows
        found = rows.select_related("organ").order_by("planned_at", "id")[:5]
        return tuple(f"{row.organ} ({day_text(timezone.localdate(row.planned_at))})" for row in found)


def _as_facts(officer: Officer, organ_id: int, at: datetime) -> OfficerFacts:
    certified = officer.is_active and officer.is_certified(timezone.localdate(at))
    return OfficerFacts(officer.pk, officer.name_zh, certified, officer.organ_id == organ_id)


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


class RatingQuerySet(ScopedQuerySet):
    """What firms say goes past the organ: only supervision reads it."""

    scope_path = "inspection__"

    def visible_to(self, actor: Actor) -> Any:
        return super().visible_to(actor) if actor.may(Permission.INSPECTION_RATINGS) else self.none()

    def workable_by(self, actor: Actor) -> Any:
        return self.none()


class InspectionRating(RecordedModel):
    """What the firm says of a visit; it is no part of the inspection's own timeline."""

    inspection = models.OneToOneField(Inspection, on_delete=models.PROTECT, related_name="rating")
    manner = models.PositiveSmallIntegerField(
        _("how it was (1-5)"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    certificates_shown = models.BooleanField(_("the officers showed their certificates"), default=True)
    not_shown = models.JSONField(_("what was not shown"), default=list, blank=True)
    no_gos = models.JSONField(_("what should not have been"), default=list, blank=True)
    words = models.TextField(_("in words"), blank=True)
    rated_at = models.DateTimeField(_("rated at"))

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = _("rating of an inspection")
        verbose_name_plural = _("ratings of inspections")
        ordering = ["-rated_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(manner__range=(1, 5)),
                name="inspection_rating_one_to_five",
                violation_error_message=_("A rating is a number from 1 to 5."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.manner)


class CapQuerySet(CityWideQuerySet):
    def workable_by(self, actor: Actor) -> Any:
        """Those of organs that the actor keeps; the city's own for its own organs."""
        kept = Q(organ__in=Organ.objects.workable_by(actor))
        if serves_whole_city(actor):
            kept |= Q(organ=None)
        return self.visible_to(actor).filter(kept)

    def of_year(self, organ: Organ, day: date) -> int | None:
        """How often ``organ`` may visit one firm in the year of ``day``: its own cap, else the city's."""
        published = self.filter(Q(organ=organ) | Q(organ=None), year=day.year, published_on__lte=day)
        found = published.order_by(models.F("organ").asc(nulls_last=True)).first()
        return found.times if found else None


class InspectionCap(CityWide):
    """How often an organ, or without one every organ of the city, visits one firm in a year at most."""

    organ = models.ForeignKey(
        Organ,
        verbose_name=_("organ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="inspection_caps",
        help_text=_("Left open: the whole city, for organs without a cap of their own."),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    times = models.PositiveSmallIntegerField(
        _("visits a firm at most"), validators=[MinValueValidator(1), MaxValueValidator(366)]
    )
    published_on = models.DateField(_("published on"))

    objects = CapQuerySet.as_manager()

    class Meta:
        verbose_name = _("yearly cap of inspections")
        verbose_name_plural = _("yearly caps of inspections")
        ordering = ["-year", "organ"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "year"], name="inspection_cap_once_a_year"),
            models.UniqueConstraint(
                fields=["year"],
                condition=Q(organ=None),
                name="inspection_cap_of_city_once_a_year",
                violation_error_message=_("The city has a cap for this year already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.shown_organ} {self.year}: {self.times}"

    @property
    def shown_organ(self) -> str:
        return str(self.organ or WHOLE_CITY)
