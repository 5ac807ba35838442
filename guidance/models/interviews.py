"""Appointments of an interview, and who came to it (Art. 8 (7))."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import Organ
from enforcement.scope import ScopedQuerySet, through
from foundation.record import RecordedModel
from guidance.models.actions import GuidanceAction
from guidance.vocabulary import AppointmentOutcome, Signature

OfAction = through("action", case="action__case_id")
STANDING = ("", AppointmentOutcome.CONFIRMED)


class AppointmentQuerySet(ScopedQuerySet):
    scope_path = "action__"
    case_path = "action__case_id"

    def standing(self) -> Self:
        """The hour that holds now: neither moved nor missed."""
        return self.filter(outcome__in=STANDING)


class Appointment(RecordedModel):
    """One hour that an interview was appointed for; the notice that was served stays as it is."""

    action = models.ForeignKey(GuidanceAction, on_delete=models.PROTECT, related_name="appointments")
    invited_for = models.DateTimeField(_("appointed for"))
    place = models.CharField(_("place"), max_length=200)
    reason = models.CharField(_("why it was moved"), max_length=300, blank=True)
    outcome = models.CharField(
        _("what became of it"), max_length=9, choices=AppointmentOutcome.choices, blank=True
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment of an interview")
        verbose_name_plural = _("appointments of an interview")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=models.Q(outcome__in=[*STANDING]),
                name="appointment_one_at_a_time",
                violation_error_message=_("An interview has one appointment at a time."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invited_for:%Y-%m-%d %H:%M}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)


def appointed_of(action: GuidanceAction) -> tuple[datetime, str]:
    """Hour and place for which an interview is appointed now; as it was drafted while nothing is announced."""
    found: Any = action.appointments.last() or action.detail
    return found.invited_for, found.place


class InterviewAttendance(RecordedModel):
    """Somebody who came to an interview, with their signature or why there is none."""

    action = models.ForeignKey(GuidanceAction, on_delete=models.PROTECT, related_name="attendance")
    name = models.CharField(_("name"), max_length=80)
    capacity = models.CharField(_("in what capacity"), max_length=120)
    signature = models.CharField(_("signature"), max_length=7, choices=Signature.choices)
    note = models.CharField(_("why there is no signature"), max_length=300, blank=True)
    organ = models.ForeignKey(
        Organ,
        verbose_name=_("for the organ"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("of an officer of an organ that took part; empty for who was interviewed"),
    )

    objects = OfAction.as_manager()

    class Meta:
        verbose_name = _("attendance at an interview")
        verbose_name_plural = _("attendance at an interview")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(signature=Signature.REFUSED) | ~models.Q(note=""),
                name="interview_attendance_unsigned_says_why",
                violation_error_message=_("Note why somebody did not sign."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)
