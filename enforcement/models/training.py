"""Training sessions, who attended them, and the local policy on hours (Art. 7)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import CityWide, OrganScoped
from enforcement.models.officers import Officer
from enforcement.models.organs import Organ
from enforcement.rules.training import MOST_HOURS, TARGET_HOURS, HoldingFacts
from enforcement.scope import CityWideQuerySet, through
from enforcement.vocabulary import Consequence, TrainingKind, TrainingState, TrainingTopic
from foundation.actors import Actor
from foundation.record import RecordedModel


class TrainingSession(OrganScoped):
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=TrainingKind.choices)
    topic = models.CharField(_("topic"), max_length=10, choices=TrainingTopic.choices)
    held_on = models.DateField(_("day"))
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)
    place = models.CharField(_("place"), max_length=200, blank=True)
    content = models.TextField(_("content"), blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=TrainingState.choices, default=TrainingState.PLANNED
    )

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        ordering = ["-held_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=MOST_HOURS),
                name="training_has_hours",
                violation_error_message=_("A training has more than 0 and at most 80 hours."),
            ),
        ]
        indexes = [
            models.Index(fields=["organ", "-held_on", "-id"], name="training_organ_idx"),
            models.Index(fields=["branch", "-held_on", "-id"], name="training_branch_idx"),
            models.Index(fields=["line", "-held_on", "-id"], name="training_line_idx"),
            models.Index(fields=["district", "-held_on", "-id"], name="training_district_idx"),
            models.Index(fields=["-held_on", "-id"], name="training_day_idx"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("enforcement:training_detail", args=[self.pk])

    def facts(self, *, by: Actor, at: datetime) -> HoldingFacts:
        """What the rules need to know when it is closed."""
        return HoldingFacts(timezone.localdate(at), self.held_on, self.attendances.count())


class Attendance(RecordedModel):
    """An officer attended a training for some hours of it."""

    session = models.ForeignKey(TrainingSession, on_delete=models.PROTECT, related_name="attendances")
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.PROTECT, related_name="attendances"
    )
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects = through("session").as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "officer"],
                name="attendance_once",
                violation_error_message=_("This officer's attendance is recorded already."),
            ),
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=MOST_HOURS),
                name="attendance_has_hours",
                violation_error_message=_("An attendance has more than 0 and at most 80 hours."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} – {self.session}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.session, self.officer)


class PolicyQuerySet(CityWideQuerySet):
    """Everybody may know the policy; each organ keeps its own."""

    def workable_by(self, actor: Actor) -> Any:
        return self.filter(organ__in=Organ.objects.workable_by(actor))

    def of_organ(self, organ: Organ) -> TrainingPolicy | None:
        """The policy of the nearest organ: its own, its branch's or its line's."""
        order = [organ.pk, organ.branch_id, organ.line_id]
        found = self.filter(organ_id__in=[pk for pk in order if pk])
        return min(found, key=lambda policy: order.index(policy.organ_id), default=None)


class TrainingPolicy(CityWide):
    """A local setting: how many hours an organ asks for, and whether too few bear on duty."""

    organ = models.OneToOneField(Organ, verbose_name=_("organ"), on_delete=models.PROTECT, related_name="+")
    target = models.DecimalField(_("hours a year"), max_digits=4, decimal_places=1, default=TARGET_HOURS)
    consequence = models.CharField(
        _("when hours are missing"), max_length=5, choices=Consequence.choices, default=Consequence.TELL
    )

    objects = PolicyQuerySet.as_manager()

    class Meta:
        verbose_name = _("policy on training hours")
        verbose_name_plural = _("policies on training hours")
        ordering = ["organ"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target__gte=TARGET_HOURS),
                name="training_target_at_least_sixty",
                violation_error_message=_("The target may exceed sixty hours a year, not fall below."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organ}: {self.target}"

    @property
    def target_hours(self) -> Decimal:
        return Decimal(self.target)
