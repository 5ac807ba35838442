"""A coercive measure or execution in a case, with its necessity note and its terms (Art. 5, 10 (2))."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import OrganScoped, indexes_of_open
from enforcement.models.case_people import CasePerson
from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.rules.coercion_facts import CoercionFacts, ExecutionFacts, NecessityFacts, SiteFacts
from enforcement.rules.coercion_terms import (
    LONGEST_TERM,
    approval_due_at,
    deadlines_of_coercion,
    term_ends_on,
)
from enforcement.rules.deadlines import Deadline
from enforcement.rules.facts import OfficerFacts
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary import PENALISING, CaseRole
from enforcement.vocabulary.coercion import (
    EXECUTIONS,
    OPEN_COERCION,
    BasisLevel,
    CoercionKind,
    CoercionState,
    ItemFate,
)
from foundation.actors import Actor
from foundation.obstacles import Obstacle

Q = models.Q


class CoercionQuerySet(ScopedQuerySet):
    def open(self) -> Any:
        return self.filter(state__in=OPEN_COERCION)

    def in_force(self) -> Any:
        return self.filter(state=CoercionState.APPLIED)

    def of_handler(self, officer_id: int) -> Any:
        """Those of the cases that the officer handles."""
        return self.filter(case__people__officer_id=officer_id, case__people__role=CaseRole.HANDLER)

    def with_everything(self) -> Any:
        """With all that the page of a measure shows and its rules ask, in a handful of queries."""
        found = self.select_related(
            "case__counterpart", "case__matter", "case__decision", "case__circumstances", "organ",
            "proposed_by", "approved_by", "extended_by", "execution", "publication",
        )  # fmt: skip
        people = models.Prefetch("case__people", CasePerson.objects.select_related("officer"))
        return found.prefetch_related(people, "items")


class CoerciveMeasure(OrganScoped):
    """One measure or execution; its items, testing times and execution hang on it."""

    number = models.CharField(_("number"), max_length=40, blank=True)
    case = models.ForeignKey(
        Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="coercive_measures"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=CoercionKind.choices)
    state = models.CharField(
        _("state"), max_length=10, choices=CoercionState.choices, default=CoercionState.DRAFT
    )
    means_tried = models.TextField(_("milder means that were tried"), blank=True)
    why_useless = models.TextField(_("why milder means are useless"), blank=True)
    alternative = models.TextField(_("milder alternative considered"), blank=True)
    why_not_enough = models.TextField(_("why it is not enough"), blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=300, blank=True)
    basis_level = models.CharField(_("kind of basis"), max_length=10, choices=BasisLevel.choices, blank=True)
    scope = models.TextField(_("things or premises concerned"), blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    amount = models.DecimalField(_("amount (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)
    term_days = models.PositiveSmallIntegerField(_("for how many days"), null=True, blank=True)
    planned_at = models.DateTimeField(_("planned for"), null=True, blank=True)
    cuts_utilities = models.BooleanField(_("water, power, heat or gas is cut"), default=False)
    is_dwelling = models.BooleanField(_("people live there"), default=False)
    prepared_at = models.DateTimeField(_("prepared at"))
    prepared_by = models.ForeignKey(
        Officer, verbose_name=_("prepared by"), on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(_("proposed at"), null=True, blank=True)
    proposed_by = models.ForeignKey(
        Officer, verbose_name=_("proposed by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    approved_by = models.ForeignKey(
        Officer, verbose_name=_("approved by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    approval_note = models.TextField(_("note of approval"), blank=True)
    is_urgent = models.BooleanField(_("applied in urgency"), default=False)
    urgent_reason = models.TextField(_("why it could not wait"), blank=True)
    applied_at = models.DateTimeField(_("applied at"), null=True, blank=True)
    site_steps = models.JSONField(_("done on the spot"), default=list)
    party_attended = models.BooleanField(_("the party was present"), null=True, blank=True)
    witness = models.CharField(_("witness"), max_length=100, blank=True)
    site_note = models.TextField(_("what happened on the spot"), blank=True)
    document_due_on = models.DateField(_("document to be served by"), null=True, blank=True)
    document_served_on = models.DateField(_("document served on"), null=True, blank=True)
    expires_on = models.DateField(_("term ends on"), null=True, blank=True)
    extended_on = models.DateField(_("extended on"), null=True, blank=True)
    extended_by = models.ForeignKey(
        Officer, verbose_name=_("extended by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    extension_days = models.PositiveSmallIntegerField(_("extended by days"), null=True, blank=True)
    extension_reason = models.TextField(_("why it was extended"), blank=True)
    over_on = models.DateField(_("over on"), null=True, blank=True)
    end_reason = models.TextField(_("why it ended"), blank=True)

    objects = CoercionQuerySet.as_manager()
    reason = ""
    forbidden_time: tuple[Obstacle, ...] = ()

    class Meta:
        verbose_name = _("coercive measure")
        verbose_name_plural = _("coercive measures")
        ordering = ["-prepared_at", "-id"]
        indexes = [
            models.Index(fields=["organ", "-prepared_at", "-id"], name="coercion_organ_idx"),
            models.Index(fields=["branch", "-prepared_at", "-id"], name="coercion_branch_idx"),
            models.Index(fields=["line", "-prepared_at", "-id"], name="coercion_line_idx"),
            models.Index(fields=["district", "-prepared_at", "-id"], name="coercion_district_idx"),
            models.Index(fields=["-prepared_at", "-id"], name="coercion_prepared_idx"),
            *indexes_of_open("coercion", ["expires_on", "id"], Q(state__in=OPEN_COERCION)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["number"],
                condition=~Q(number=""),
                name="coercion_number_once",
                violation_error_message=_("This number has been given already."),
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | Q(proposed_by=None) | ~Q(approved_by=models.F("proposed_by")),
                name="coercion_approved_by_another",
                violation_error_message=_("Who proposed coercion does not approve it."),
            ),
            models.CheckConstraint(
                condition=~Q(state=CoercionState.APPLIED) | Q(applied_at__isnull=False),
                name="coercion_in_force_was_applied",
                violation_error_message=_("What is in force was applied at some moment."),
            ),
            models.CheckConstraint(
                condition=Q(applied_at=None) | Q(is_urgent=True) | Q(approved_at__isnull=False),
                name="coercion_applied_is_approved",
                violation_error_message=_("Nothing is applied without approval, urgency apart."),
            ),
            models.CheckConstraint(
                condition=Q(is_urgent=False) | ~Q(urgent_reason=""),
                name="coercion_urgency_has_reason",
                violation_error_message=_("Urgency has a reason."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=EXECUTIONS) | Q(applied_at=None) | Q(expires_on__isnull=False),
                name="coercion_measure_has_a_term",
                violation_error_message=_("A measure in force has a last day."),
            ),
            models.CheckConstraint(
                condition=Q(term_days=None) | Q(term_days__range=(1, 30)),
                name="coercion_thirty_days_at_most",
                violation_error_message=_("A measure lasts thirty days at most."),
            ),
            models.CheckConstraint(
                condition=Q(extension_days=None) | Q(extension_days__range=(1, 30)),
                name="coercion_extension_thirty_days",
                violation_error_message=_("An extension is thirty days at most."),
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"{self.get_kind_display()} · {self.case}"

    def get_absolute_url(self) -> str:
        return reverse("enforcement:coercion_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.case, self.case.counterpart)

    @property
    def is_execution(self) -> bool:
        return self.kind in EXECUTIONS

    @property
    def is_in_force(self) -> bool:
        return self.state == CoercionState.APPLIED

    @property
    def approve_by(self) -> datetime | None:
        """Until when what was applied in urgency must be approved."""
        return approval_due_at(self.applied_at) if self.is_urgent and self.applied_at else None

    def deadlines(self) -> list[Deadline]:
        """The days that this measure must keep, met or not."""
        return list(
            deadlines_of_coercion(
                approve_by=_local_day(self.approve_by),
                approved_on=_local_day(self.approved_at),
                document_due_on=self.document_due_on,
                document_served_on=self.document_served_on,
                expires_on=self.expires_on,
                over_on=self.over_on,
            )
        )

    def facts(self, *, by: Actor, at: datetime) -> CoercionFacts:
        """What the rules need to know about this measure now."""
        today = timezone.localdate(at)
        handlers = [p.officer for p in self.case.people.all() if p.role == CaseRole.HANDLER]
        return CoercionFacts(
            kind=self.kind,
            at=at,
            today=today,
            case_state=self.case.state,
            necessity=self._necessity(),
            site=SiteFacts(
                frozenset(self.site_steps), self.party_attended, self.witness, self._officers(handlers, today)
            ),
            execution=self._execution_facts(),
            items=tuple(item.facts() for item in self.items.all()),
            forbidden_time=self.forbidden_time,
            actor_id=by.officer_id,
            handler_ids=frozenset(officer.pk for officer in handlers),
            proposed_by_id=self.proposed_by_id,
            approved_at=self.approved_at,
            is_urgent=self.is_urgent,
            urgent_reason=self.urgent_reason,
            applied_at=self.applied_at,
            expires_on=self.expires_on,
            is_extended=self.extended_on is not None,
            extension_days=self.extension_days,
            extension_reason=self.extension_reason,
            reason=self.reason,
        )

    def known_testings(self) -> list[Any]:
        """The times of testing; nothing is looked up while the term shows that there are none."""
        if self.applied_at is None or self.expires_on is None:
            return []
        days = (self.term_days or LONGEST_TERM) + (self.extension_days or 0)
        bare = term_ends_on(timezone.localdate(self.applied_at), days=days)
        return [] if self.expires_on == bare else list(self.testings.all())

    def tested_days(self) -> list[tuple[date, date]]:
        """The intervals of testing, which do not count."""
        return [(testing.started_on, testing.ended_on) for testing in self.testings.all()]

    def _necessity(self) -> NecessityFacts:
        circumstances = getattr(self.case, "circumstances", None)
        return NecessityFacts(
            means_tried=self.means_tried,
            why_useless=self.why_useless,
            alternative=self.alternative,
            why_not_enough=self.why_not_enough,
            legal_basis=self.legal_basis,
            basis_level=self.basis_level,
            scope=self.scope,
            place=self.place,
            term_days=self.term_days,
            amount=self.amount,
            amount_involved=circumstances.amount if circumstances else None,
            cuts_utilities=self.cuts_utilities,
            is_dwelling=self.is_dwelling,
        )

    def _officers(self, handlers: list[Officer], today: date) -> tuple[OfficerFacts, ...]:
        return tuple(
            OfficerFacts(o.pk, o.name, o.is_certified(today), o.organ_id == self.organ_id) for o in handlers
        )

    def _execution_facts(self) -> ExecutionFacts:
        decision = getattr(self.case, "decision", None)
        known = getattr(self, "execution", None)
        to_perform = decision is not None and (
            decision.outcome in PENALISING or bool(decision.correction_order.strip())
        )
        if known is None:
            return ExecutionFacts(is_decided=to_perform)
        return known.facts(is_decided=to_perform, owed=decision.fine if decision else None)

    def kept_items(self) -> list[Any]:
        return [item for item in self.items.all() if item.fate == ItemFate.KEPT]


def _local_day(moment: datetime | None) -> date | None:
    return None if moment is None else timezone.localdate(moment)
