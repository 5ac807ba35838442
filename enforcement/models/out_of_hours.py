"""What was done at a forbidden time, or recorded late, for the line above to look at (Art. 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import OrganScoped, indexes_in_order, indexes_of_open
from enforcement.models.officers import Officer
from enforcement.rules.looking import LookFacts
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary import LookState, SignalKind, TimedAct
from foundation.actors import Actor

NOT_SEEN = models.Q(state=LookState.OPEN)


class LookedAtQuerySet(ScopedQuerySet):
    def workable_by(self, actor: Actor) -> Self:
        """Whoever stands above the organ looks at what it did, so what is seen is worked on."""
        return self.visible_to(actor)

    def open(self) -> Self:
        return self.filter(NOT_SEEN)


class LookedAt(OrganScoped):
    """A row that somebody above looks at and remarks on; ``thing`` is what it is about: ``case:12``."""

    thing = models.CharField(_("about"), max_length=64)
    title = models.CharField(_("what"), max_length=200)
    url = models.CharField(max_length=200, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=LookState.choices, default=LookState.OPEN)
    seen_by = models.ForeignKey(
        Officer,
        verbose_name=_("looked at by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    seen_at = models.DateTimeField(_("looked at on"), null=True, blank=True)
    remark = models.TextField(_("remark"), blank=True)

    objects = LookedAtQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=NOT_SEEN | models.Q(seen_by__isnull=False, seen_at__isnull=False),
                name="%(class)s_seen_by_somebody",
                violation_error_message=_("Who looked at it, and when, is recorded."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def takes_part(self) -> frozenset[int]:
        """Who had a hand in it and so does not look at it."""
        return frozenset()

    def facts(self, *, by: Actor, at: datetime) -> LookFacts:
        return LookFacts(
            actor_id=by.officer_id,
            involved=self.takes_part(),
            is_own_organ=by.organ_id is not None and by.organ_id == self.organ_id,
        )


class EmergencyOverride(LookedAt):
    """An act at a forbidden time because it could not wait: why, and which head agreed."""

    act = models.CharField(_("act"), max_length=20, choices=TimedAct.choices)
    acted_at = models.DateTimeField(_("done at"))
    codes = models.JSONField(_("rules set aside"), default=list)
    reason = models.TextField(_("why it could not wait"))
    approver = models.ForeignKey(
        Officer, verbose_name=_("approved by"), on_delete=models.PROTECT, related_name="+"
    )
    recorded_by = models.ForeignKey(
        Officer, verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta(LookedAt.Meta):
        verbose_name = _("emergency at a forbidden time")
        verbose_name_plural = _("emergencies at forbidden times")
        ordering = ["-acted_at", "-id"]
        constraints = [
            *LookedAt.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(approver=models.F("recorded_by")),
                name="emergency_approved_by_another",
                violation_error_message=_("Nobody approves an emergency of one's own."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="emergency_has_a_reason",
                violation_error_message=_("An emergency needs its reason."),
            ),
        ]
        indexes = [
            *indexes_in_order("emergency", ["-acted_at", "-id"]),
            *indexes_of_open("emergency", ["-acted_at", "-id"], NOT_SEEN),
        ]

    def get_absolute_url(self) -> str:
        return reverse("enforcement:emergency_detail", args=[self.pk])

    def takes_part(self) -> frozenset[int]:
        return frozenset({self.approver_id, self.recorded_by_id})


class TimeSignal(LookedAt):
    """An act whose time, or time of recording, deserves a question; it is no reproach by itself."""

    kind = models.CharField(_("signal"), max_length=8, choices=SignalKind.choices)
    stated_at = models.DateTimeField(_("stated time"))
    recorded_at = models.DateTimeField(_("recorded at"))
    reason = models.TextField(_("reason given"), blank=True)
    recorded_by = models.ForeignKey(
        Officer,
        verbose_name=_("recorded by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(LookedAt.Meta):
        verbose_name = _("signal about a time")
        verbose_name_plural = _("signals about times")
        ordering = ["-recorded_at", "-id"]
        constraints = [
            *LookedAt.Meta.constraints,
            models.UniqueConstraint(
                fields=["kind", "thing", "stated_at"],
                name="time_signal_once",
                violation_error_message=_("This has been signalled already."),
            ),
        ]
        indexes = [
            *indexes_in_order("time_signal", ["-recorded_at", "-id"]),
            *indexes_of_open("time_signal", ["-recorded_at", "-id"], NOT_SEEN),
        ]

    def get_absolute_url(self) -> str:
        return reverse("enforcement:time_signal_detail", args=[self.pk])

    def takes_part(self) -> frozenset[int]:
        return frozenset() if self.recorded_by_id is None else frozenset({self.recorded_by_id})
