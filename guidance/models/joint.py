"""Organs that are invited to hold an interview together with the one that leads it (Art. 8 (7))."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Case, OuterRef, Subquery, When
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer, OrganScoped
from enforcement.models.base import indexes_in_order
from enforcement.scope import ScopedQuerySet
from foundation.actors import Actor
from guidance.models.actions import GuidanceAction
from guidance.models.interviews import Appointment
from guidance.models.rectification import RectificationItem
from guidance.rules.joint import InvitationFacts
from guidance.vocabulary import LIVE_STATES, STANDING_INVITATIONS, UNISSUED_STATES, InvitationState

Q = models.Q


class InvitationQuerySet(ScopedQuerySet):
    case_path = "action__case_id"

    def standing(self) -> Self:
        """Of organs that take part, or may still say so."""
        return self.filter(state__in=STANDING_INVITATIONS)

    def to_answer(self) -> Self:
        return self.filter(state=InvitationState.ASKED, action__state__in=[*UNISSUED_STATES, *LIVE_STATES])

    def coming_by(self, officer_id: int) -> Self:
        """Of interviews that are not over, in which the officer takes part for an organ."""
        under_way = self.filter(action__state__in=[*UNISSUED_STATES, *LIVE_STATES])
        return under_way.filter(state=InvitationState.COMING, officer=officer_id)

    def with_next_day(self) -> Self:
        """With ``next_on``: the day of the interview, and afterwards the first day of the organ's own open items."""
        last = Appointment.objects.filter(action=OuterRef("action")).order_by("-pk").values("invited_for")[:1]
        appointed = Coalesce(Subquery(last), "action__interview__invited_for")
        own = RectificationItem.objects.filter(action=OuterRef("action"), organ=OuterRef("organ")).open()
        items = Subquery(own.order_by("due_on").values("due_on")[:1])
        is_held = Q(action__interview__held_at__isnull=False)
        return self.annotate(next_on=Case(When(is_held, then=items), default=TruncDate(appointed)))

    def with_everything(self) -> Self:
        parts = ("action__organ", "action__interview", "action__counterpart", "action__case")
        return self.select_related("organ", "officer", "asked_by", "answered_by", *parts)


class InterviewInvitation(OrganScoped):
    """One row for each organ that was asked; it belongs to that organ, which answers it."""

    action = models.ForeignKey(
        GuidanceAction, verbose_name=_("interview"), on_delete=models.PROTECT, related_name="invitations"
    )
    task = models.CharField(_("what it is asked to bring in"), max_length=300)
    state = models.CharField(
        _("state"), max_length=10, choices=InvitationState.choices, default=InvitationState.ASKED
    )
    asked_by = models.ForeignKey(
        Officer, verbose_name=_("invited by"), on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("invited at"))
    officer = models.ForeignKey(
        Officer,
        verbose_name=_("who comes for it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="joint_interviews",
    )
    answered_by = models.ForeignKey(
        Officer,
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation to a joint interview")
        verbose_name_plural = _("invitations to joint interviews")
        ordering = ["-asked_at", "-id"]
        indexes = indexes_in_order("invitation", ["-asked_at", "-id"])
        constraints = [
            models.UniqueConstraint(
                fields=["action", "organ"],
                condition=Q(state__in=[*STANDING_INVITATIONS]),
                name="invitation_once_an_organ",
                violation_error_message=_("This organ is invited already."),
            ),
            models.CheckConstraint(
                condition=~Q(state=InvitationState.COMING) | Q(officer__isnull=False),
                name="invitation_comes_by_somebody",
                violation_error_message=_("Say who comes for the organ."),
            ),
            models.CheckConstraint(
                condition=~Q(state=InvitationState.NOT_COMING) | ~Q(note=""),
                name="invitation_declined_with_reason",
                violation_error_message=_("Say why the organ does not take part."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.action)

    def get_absolute_url(self) -> str:
        return reverse("guidance:invitation_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)

    @property
    def stands(self) -> bool:
        return self.state in STANDING_INVITATIONS

    def facts(self, *, by: Actor, at: datetime) -> InvitationFacts:
        """What the rules need to know when the organ answers."""
        action = self.action
        officer = self.officer
        return InvitationFacts(
            is_under_way=action.is_unissued or action.is_live,
            is_held=action.interview.held_at is not None,
            comes_from_it=officer is None or officer.organ_id == self.organ_id,
            is_certified=officer is None or officer.is_certified(timezone.localdate(at)),
            name=officer.name_zh if officer else "",
        )
