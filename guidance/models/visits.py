"""Return visits to the parties of cases, by officers who did not handle them (Art. 8 (8))."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case, Officer, OrganScoped, indexes_of_open
from enforcement.scope import ScopedQuerySet, through
from foundation.actors import Actor
from foundation.record import RecordedModel
from guidance.rules.visits import VisitFacts
from guidance.vocabulary import Recheck, SelectionReason, VisitMode, VisitState

OPEN_VISITS = (VisitState.PLANNED, VisitState.ASSIGNED)


class VisitQuerySet(ScopedQuerySet):
    def open(self) -> Any:
        return self.filter(state__in=OPEN_VISITS)

    def overdue(self, today: date) -> Any:
        return self.open().filter(due_on__lt=today)

    def recordable(self) -> Any:
        """Visits of which a record can be written: neither cancelled nor closed without being held."""
        return self.exclude(state=VisitState.CANCELLED)

    def of_visitor(self, officer_id: int) -> Any:
        return self.filter(visitors__officer_id=officer_id)


class ReturnVisit(OrganScoped):
    """One round of visiting the party of one case. What was said about officers is not kept here."""

    case = models.ForeignKey(
        Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="return_visits", db_index=False
    )
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    reasons = models.JSONField(_("why selected"), default=list)
    state = models.CharField(
        _("state"), max_length=12, choices=VisitState.choices, default=VisitState.PLANNED
    )
    due_on = models.DateField(_("due on"))
    planned_for = models.DateTimeField(_("agreed for"), null=True, blank=True)
    assigned_at = models.DateTimeField(_("assigned at"), null=True, blank=True)
    mode = models.CharField(_("how"), max_length=13, choices=VisitMode.choices, blank=True)
    held_on = models.DateField(_("held on"), null=True, blank=True)
    held_time = models.TimeField(_("at what time"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts to reach"), default=0)
    rectified = models.CharField(_("rectification"), max_length=13, choices=Recheck.choices, blank=True)
    recurred = models.BooleanField(_("violated again"), null=True, blank=True)
    difficulties = models.TextField(_("difficulties"), blank=True)
    guidance_wanted = models.TextField(_("guidance wanted"), blank=True)
    opinions = models.TextField(_("opinions and suggestions"), blank=True)
    satisfaction = models.PositiveSmallIntegerField(_("satisfaction (1-5)"), null=True, blank=True)
    feedback = models.TextField(_("feedback given to the party"), blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("return visit")
        verbose_name_plural = _("return visits")
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "round"],
                name="return_visit_once_a_round",
                violation_error_message=_("This round of return visits is planned already."),
            ),
            models.CheckConstraint(
                condition=models.Q(satisfaction=None) | models.Q(satisfaction__range=(1, 5)),
                name="visit_satisfaction_one_to_five",
                violation_error_message=_("Satisfaction is a number from 1 to 5."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=[VisitState.HELD]) | ~models.Q(held_on=None),
                name="held_visit_has_a_day",
                violation_error_message=_("A visit that was held has a day."),
            ),
        ]
        indexes = [
            models.Index(fields=["organ", "due_on", "id"], name="visit_organ_idx"),
            models.Index(fields=["branch", "due_on", "id"], name="visit_branch_idx"),
            models.Index(fields=["line", "due_on", "id"], name="visit_line_idx"),
            models.Index(fields=["district", "due_on", "id"], name="visit_district_idx"),
            models.Index(fields=["due_on", "id"], name="visit_due_idx"),
            *indexes_of_open("visit", ["due_on", "id"], models.Q(state__in=OPEN_VISITS)),
        ]

    def __str__(self) -> str:
        return f"{self.case} #{self.round}"

    def get_absolute_url(self) -> str:
        return reverse("guidance:visit_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.case, self.case.counterpart)

    @property
    def reason_labels(self) -> list[str]:
        return [str(SelectionReason(reason).label) for reason in self.reasons]

    def facts(self, *, by: Actor, at: datetime) -> VisitFacts:
        """What the rules need to know about this visit now."""
        today = timezone.localdate(at)
        visitors = [v.officer for v in self.visitors.select_related("officer")]
        return VisitFacts(
            today=today,
            actor_id=by.officer_id,
            visitors=tuple((o.pk, o.name_zh, o.is_certified(today)) for o in visitors),
            handlers=frozenset(self.case.people.exclude(role="visitor").values_list("officer_id", flat=True)),
            held_on=self.held_on,
            attempts=self.attempts,
            feedback=self.feedback,
        )


class VisitPerson(RecordedModel):
    """A visitor of one round; the duty itself stands in the case, where nobody holds two."""

    visit = models.ForeignKey(ReturnVisit, on_delete=models.PROTECT, related_name="visitors", db_index=False)
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.PROTECT, related_name="return_visits"
    )

    objects = through("visit", case="visit__case_id").as_manager()

    class Meta:
        verbose_name = _("return visitor")
        verbose_name_plural = _("return visitors")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "officer"],
                name="visitor_once_a_visit",
                violation_error_message=_("This officer visits already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.officer)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.visit, self.visit.case)
