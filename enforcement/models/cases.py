"""A case from clue to archive (Art. 3, 5, 6)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import OrganScoped, indexes_of_open
from enforcement.models.case_rows import CaseQuerySet
from enforcement.models.case_search import CaseSearch
from enforcement.models.case_standing import deadlines_of_case, facts_of_case
from enforcement.models.counterparts import Counterpart
from enforcement.models.matters import Matter
from enforcement.rules.court_window import RemedyRun
from enforcement.rules.deadlines import Deadline
from enforcement.rules.facts import CaseFacts, SpotFacts
from enforcement.rules.remedies import RemedySpan, is_execution_stopped
from enforcement.vocabulary import OPEN_STATES, CaseSource, CaseState, Outcome, Procedure
from foundation.actors import Actor


class Case(OrganScoped):
    clue_number = models.CharField(_("clue number"), max_length=40, unique=True)
    number = models.CharField(_("case number"), max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=200)
    counterpart = models.ForeignKey(
        Counterpart,
        verbose_name=_("counterpart"),
        on_delete=models.PROTECT,
        related_name="cases",
        db_index=False,
    )
    matter = models.ForeignKey(
        Matter, verbose_name=_("matter"), on_delete=models.PROTECT, related_name="cases", db_index=False
    )
    source = models.CharField(_("source"), max_length=12, choices=CaseSource.choices)
    state = models.CharField(_("state"), max_length=12, choices=CaseState.choices, default=CaseState.CLUE)
    procedure = models.CharField(
        _("procedure"), max_length=10, choices=Procedure.choices, default=Procedure.ORDINARY
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    facts_found = models.TextField(_("facts found"), blank=True)
    occurred_on = models.DateField(_("occurred on"))
    ended_on = models.DateField(_("ended on, if it lasted"), null=True, blank=True)
    discovered_on = models.DateField(_("discovered on"))
    opened_at = models.DateTimeField(_("opened at"))
    verify_by = models.DateField(_("to be verified by"), null=True, blank=True)
    filed_on = models.DateField(_("filed on"), null=True, blank=True)
    certificates_shown_on = models.DateField(_("certificates shown on"), null=True, blank=True)
    deadline_on = models.DateField(_("to be decided by"), null=True, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    carried_out_on = models.DateField(_("carried out on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices, blank=True)
    is_major = models.BooleanField(_("major"), default=False)
    is_complex = models.BooleanField(_("complex"), default=False)
    has_social_impact = models.BooleanField(_("great social impact"), default=False)
    flag_reason = models.TextField(_("why it is flagged"), blank=True)

    gives_hearing = False  # said by the services that know the rules of the field
    on_spot: SpotFacts | None = None  # set while a decision is taken on the spot

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-opened_at", "-id"]
        indexes = [
            models.Index(fields=["organ", "-opened_at", "-id"], name="case_organ_idx"),
            models.Index(fields=["branch", "-opened_at", "-id"], name="case_branch_idx"),
            models.Index(fields=["line", "-opened_at", "-id"], name="case_line_idx"),
            models.Index(fields=["district", "-opened_at", "-id"], name="case_district_idx"),
            models.Index(fields=["-opened_at", "-id"], name="case_opened_idx"),
            models.Index(fields=["counterpart", "matter", "decided_on"], name="case_history_idx"),
            models.Index(fields=["matter", "-decided_on", "-id"], name="case_matter_idx"),
            *indexes_of_open("case", ["deadline_on", "id"], models.Q(state__in=OPEN_STATES)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["number"],
                condition=~models.Q(number=""),
                name="case_number_once",
                violation_error_message=_("Another case has this number."),
            ),
            models.CheckConstraint(
                condition=models.Q(is_major=False, is_complex=False, has_social_impact=False)
                | ~models.Q(flag_reason=""),
                name="case_flag_has_reason",
                violation_error_message=_("Say why the case is major, complex or of great social impact."),
            ),
            models.CheckConstraint(
                condition=models.Q(discovered_on__gte=models.F("occurred_on")),
                name="case_discovered_after_it_occurred",
                violation_error_message=_("A violation cannot be discovered before it occurred."),
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None) | models.Q(ended_on__gte=models.F("occurred_on")),
                name="case_ended_after_it_occurred",
                violation_error_message=_("A violation cannot end before it occurred."),
            ),
            models.CheckConstraint(
                condition=models.Q(carried_out_on=None)
                | models.Q(carried_out_on__gte=models.F("decided_on")),
                name="case_carried_out_after_decision",
                violation_error_message=_("A decision cannot be carried out before it was taken."),
            ),
            models.CheckConstraint(
                condition=models.Q(decided_on=None) | ~models.Q(outcome=""),
                name="case_decision_has_outcome",
                violation_error_message=_("A decided case has an outcome."),
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.clue_number

    def get_absolute_url(self) -> str:
        return reverse("enforcement:case_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.counterpart,)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row, and by which texts it is found."""
        is_new = self._state.adding
        super().save(*args, **kwargs)
        CaseSearch.keep(self.pk, self.number, self.clue_number, self.title, is_new=is_new)

    @property
    def is_flagged(self) -> bool:
        return self.is_major or self.is_complex or self.has_social_impact

    def private_details(self) -> dict[str, list[str]]:
        """What a public text of this case must not show, by kind (Penalty Law, Art. 50)."""
        return self.counterpart.private_details()

    def remedy_spans(self) -> list[RemedySpan]:
        """When remedies against the decision were pending, for what stands still meanwhile."""
        return [remedy.span() for remedy in self.remedies.all()]

    def remedy_runs(self) -> list[RemedyRun]:
        """What became of each remedy, for the window in which the court is asked."""
        return [remedy.run() for remedy in self.remedies.all()]

    def is_execution_stopped(self, on: date) -> bool:
        """Whether a remedy holds the execution of the decision on that day (Penalty Law, Art. 73)."""
        return is_execution_stopped(self.remedy_spans(), on)

    def role_of(self, officer_id: int | None) -> str:
        """The one duty that an officer has in this case, or nothing."""
        return next((p.role for p in self.people.all() if p.officer_id == officer_id), "")

    def deadlines(self) -> list[Deadline]:
        """The days that this case must keep, met or not."""
        return list(deadlines_of_case(self))

    def facts(self, *, by: Actor, at: datetime) -> CaseFacts:
        """What the rules need to know about this case now."""
        return facts_of_case(self, by=by, at=at)
