"""Intervals of a case: time that is not counted, and days that were granted (Penalty Law, Art. 60)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models.asked_parts import AskedPart
from enforcement.models.cases import Case
from enforcement.models.standing import hearing_facts
from enforcement.rules.intervals import IntervalFacts
from enforcement.rules.reckoning import Stop
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary import COUNTING_STATES, STOPS, Approver, CaseRole, IntervalKind, IntervalState
from foundation.actors import Actor
from foundation.permissions import Permission

_STOP = models.Q(kind__in=STOPS)
_EXTENSION = models.Q(kind=IntervalKind.EXTENSION)
_ANSWERED = models.Q(state__in=[IntervalState.APPROVED, IntervalState.ENDED, IntervalState.REFUSED])


class IntervalQuerySet(ScopedQuerySet):
    scope_path = "case__"

    def workable_by(self, actor: Actor) -> Self:
        """Those of the own organ; and what a subordinate organ asks of its superior, to who answers there."""
        if not actor.may(Permission.CASE_APPROVE) or actor.organ_id is None:
            return super().workable_by(actor)
        own = models.Q(case__organ_id=actor.organ_id)
        asked_from_below = models.Q(state=IntervalState.ASKED, approver=Approver.SUPERIOR)
        return self.visible_to(actor).filter(own | asked_from_below)

    def counting(self) -> Self:
        return self.filter(state__in=COUNTING_STATES)

    def waiting(self) -> Self:
        return self.filter(state=IntervalState.ASKED)


class CaseInterval(AskedPart):
    """Days at both ends of a stop are not counted; without an end it is still going on."""

    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="intervals")
    kind = models.CharField(_("kind"), max_length=12, choices=IntervalKind.choices)
    state = models.CharField(
        _("state"), max_length=8, choices=IntervalState.choices, default=IntervalState.ASKED
    )
    begins_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    days = models.PositiveSmallIntegerField(
        _("more days"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(1000)]
    )
    step = models.PositiveSmallIntegerField(_("step of the chain"), null=True, blank=True)
    approver = models.CharField(_("granted by"), max_length=10, choices=Approver.choices, blank=True)
    reason = models.TextField(_("reason"))
    answer = models.TextField(_("minute, document or reason of the answer"), blank=True)

    objects = IntervalQuerySet.as_manager()

    class Meta:
        verbose_name = _("interval of a case")
        verbose_name_plural = _("intervals of a case")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=(_STOP & models.Q(begins_on__isnull=False, days=None))
                | (_EXTENSION & models.Q(begins_on=None, ends_on=None, days__gte=1, step__gte=1)),
                name="interval_is_a_span_or_days",
                violation_error_message=_(
                    "Time not counted has its days in the calendar, an extension their number."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("begins_on")),
                name="interval_ends_after_it_begins",
                violation_error_message=_("It cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=models.Q(approver="") | ~_ANSWERED | models.Q(answered_by__isnull=False),
                name="interval_answer_has_author",
                violation_error_message=_("An answer has its author."),
            ),
            models.CheckConstraint(
                condition=models.Q(answered_by=None) | ~models.Q(answered_by=models.F("asked_by")),
                name="interval_not_approved_by_asker",
                violation_error_message=_("Who asks for it or handles the case does not approve it."),
            ),
            models.UniqueConstraint(
                fields=["case", "step"],
                condition=_EXTENSION & models.Q(state__in=[IntervalState.ASKED, IntervalState.APPROVED]),
                name="extension_once_a_step",
                violation_error_message=_("An extension is asked for already."),
            ),
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=_STOP
                & models.Q(ends_on=None, state__in=[IntervalState.ASKED, IntervalState.APPROVED]),
                name="stop_runs_once",
                violation_error_message=_("The time is stopped for this reason already."),
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(state="asked"), name="interval_waiting_idx"),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("enforcement:interval_detail", args=[self.pk])

    @property
    def is_stop(self) -> bool:
        return self.kind != IntervalKind.EXTENSION

    @property
    def is_ended_by_hand(self) -> bool:
        """An extension has no end, and the time of a hearing ends with it."""
        return self.is_stop and self.kind != IntervalKind.HEARING

    @property
    def counts(self) -> bool:
        return self.state in COUNTING_STATES

    def as_stop(self) -> Stop:
        assert self.begins_on is not None  # noqa: S101 - a constraint says so
        return Stop(self.begins_on, self.ends_on, IntervalKind(self.kind).label)

    def facts(self, *, by: Actor, at: datetime) -> IntervalFacts:
        """What the rules need to know before it is answered or ended."""
        return IntervalFacts(
            today=timezone.localdate(at),
            kind=self.kind,
            state=self.state,
            approver=self.approver,
            begins_on=self.begins_on,
            ends_on=self.ends_on,
            actor_is_asker=self.asked_by_id == by.officer_id,
            actor_is_handler=self.case.role_of(by.officer_id) == CaseRole.HANDLER,
            actor_is_of_the_organ=self.case.organ_id == by.organ_id,
            answer=self.answer,
            hearing_state=hearing_facts(self.case).state,
        )


def stops_of(intervals: Any) -> list[CaseInterval]:
    """Those among ``intervals`` that take time out of the count."""
    return [i for i in intervals if i.counts and i.is_stop]
