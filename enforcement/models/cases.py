"""A case from clue to archive, with the people and the facts that decide it (Art. 3, 5, 6)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import OrganScoped, indexes_of_open
from enforcement.models.counterparts import Counterpart
from enforcement.models.matters import Matter
from enforcement.models.officers import Officer
from enforcement.models.standing import deliberation_facts, hearing_facts
from enforcement.models.text_search import FoundText
from enforcement.rules.deadlines import Deadline, deadlines_of
from enforcement.rules.facts import CaseFacts, OfficerFacts, SpotFacts
from enforcement.rules.remedies import RemedySpan, is_execution_stopped
from enforcement.scope import ScopedQuerySet, through
from enforcement.vocabulary import (
    OPEN_STATES,
    UNDECIDED,
    Capacity,
    CaseRole,
    CaseSource,
    CaseState,
    EvidenceKind,
    Fault,
    HardshipState,
    Harm,
    MilderGround,
    Outcome,
    Procedure,
    Unfinished,
)
from foundation.actors import Actor
from foundation.record import RecordedModel

NOTES = (EvidenceKind.RECORD, EvidenceKind.STATEMENT, EvidenceKind.TESTIMONY)


class CaseQuerySet(ScopedQuerySet):
    case_path = "pk"

    def open(self) -> Any:
        return self.filter(state__in=OPEN_STATES)

    def overdue(self, today: date) -> Any:
        return self.filter(deadline_on__lt=today, decided_on=None, state__in=OPEN_STATES)

    def not_overdue(self, today: date) -> Any:
        in_time = models.Q(deadline_on=None) | models.Q(deadline_on__gte=today)
        return self.filter(in_time | models.Q(decided_on__isnull=False) | ~models.Q(state__in=OPEN_STATES))

    def waiting_for(self, step: str, today: date) -> Any:
        """Decided cases whose decision waits for ``step``, one of Unfinished."""
        narrow = {
            Unfinished.SERVICE: models.Q(decision__served_on=None),
            Unfinished.LATE: models.Q(decision__carry_out_by__lt=today),
            Unfinished.ANSWER: models.Q(hardships__state=HardshipState.ASKED),
            Unfinished.PLAN: models.Q(hardships__state=HardshipState.GRANTED),
            Unfinished.COURT: models.Q(court_application__isnull=False),
        }
        decided = self.filter(narrow[Unfinished(step)], state=CaseState.DECIDED)
        return self.filter(pk__in=decided.order_by().values("pk"))

    def of_officer(self, officer_id: int) -> Any:
        return self.filter(people__officer_id=officer_id, people__role=CaseRole.HANDLER)

    def comparable_to(self, case: Case) -> Any:
        """Decided cases of the same matter, the latest first."""
        decided = self.filter(matter_id=case.matter_id, decided_on__isnull=False)
        return decided.exclude(pk=case.pk).order_by("-decided_on", "-id")


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
        party, contacts = self.counterpart, list(self.counterpart.contacts.all())
        named = [*([party.name] if party.is_citizen else []), party.legal_representative]
        return {
            "address": [party.address],
            "identity": [party.identifier] if party.is_citizen else [],
            "name": [*named, *(contact.name for contact in contacts)],
            "telephone": [contact.phone for contact in contacts],
        }

    def remedy_spans(self) -> list[RemedySpan]:
        """When remedies against the decision were pending, for what stands still meanwhile."""
        return [remedy.span() for remedy in self.remedies.all()]

    def is_execution_stopped(self, on: date) -> bool:
        """Whether a remedy holds the execution of the decision on that day (Penalty Law, Art. 73)."""
        return is_execution_stopped(self.remedy_spans(), on)

    def role_of(self, officer_id: int | None) -> str:
        """The one duty that an officer has in this case, or nothing."""
        return next((p.role for p in self.people.all() if p.officer_id == officer_id), "")

    def deadlines(self) -> list[Deadline]:
        """The days that this case must keep, met or not."""
        notice = getattr(self, "notice", None)
        decision = getattr(self, "decision", None)
        circumstances = getattr(self, "circumstances", None)
        asked, referral = getattr(self, "court_application", None), getattr(self, "crime_referral", None)
        publication = getattr(self, "publication", None)
        return list(
            deadlines_of(
                deadline_on=self.deadline_on,
                decided_on=self.decided_on,
                defence_until=notice.defence_until if notice else None,
                waived_on=notice.served_on if notice and notice.is_waived else None,
                serve_by=decision.serve_by if decision else None,
                served_on=decision.served_on if decision else None,
                carry_out_by=decision.carry_out_by if decision else None,
                carried_out_on=self.carried_out_on,
                correct_by=circumstances.correct_by if circumstances else None,
                corrected_on=circumstances.corrected_on if circumstances else None,
                verify_by=self.verify_by if self.state == CaseState.CLUE else None,
                file_by=decision.file_by if decision else None,
                handed_in_on=decision.handed_in_on if decision else None,
                court_until=decision.court_until if decision else None,
                court_asked_on=asked.applied_on if asked else None,
                crime_ask_by=referral.ask_by if referral else None,
                crime_answered_on=referral.answered_on if referral else None,
                publish_by=publication.publish_by if publication else None,
                published_on=publication.settled_on if publication else None,
                withdraw_by=publication.withdraw_by if publication else None,
                withdrawn_on=publication.withdrawn_on if publication else None,
            )
        )

    def facts(self, *, by: Actor, at: datetime) -> CaseFacts:
        """What the rules need to know about this case now."""
        today = timezone.localdate(at)
        notice = getattr(self, "notice", None)
        decision = getattr(self, "decision", None)
        circumstances = getattr(self, "circumstances", None)
        filing = getattr(self, "filing_check", None)
        non_filing = getattr(self, "non_filing", None)
        reviews = sorted(self.reviews.all(), key=lambda review: review.pk)
        return CaseFacts(
            actor_id=by.officer_id,
            actor_role=self.role_of(by.officer_id),
            today=today,
            organ_is_active=self.organ.is_active,
            matter_in_duties=any(f.field_id == self.matter.field_id for f in self.organ.organ_fields.all()),
            procedure=self.procedure,
            handlers=self._handler_facts(today),
            has_evidence=bool(self.evidence.all()),
            evidence_standings=tuple(e.standing for e in self.evidence.all()),
            has_note=any(e.kind in NOTES for e in self.evidence.all()) or self._is_noted(),
            has_facts_found=bool(self.facts_found.strip()),
            is_flagged=self.is_flagged,
            occurred_on=self.occurred_on,
            ended_on=self.ended_on,
            discovered_on=self.discovered_on,
            filed_on=self.filed_on,
            certificates_shown_on=self.certificates_shown_on,
            deadline_on=self.deadline_on,
            verify_by=self.verify_by,
            filing=filing.facts() if filing else None,
            non_filing=non_filing.facts() if non_filing else None,
            endangers_safety=circumstances.endangers_safety if circumstances else None,
            harm=circumstances.harm if circumstances else "",
            party_age=circumstances.party_age if circumstances else None,
            capacity=circumstances.capacity if circumstances else "",
            milder_grounds=circumstances.milder_grounds if circumstances else (),
            notice_served_on=notice.served_on if notice else None,
            rights_told=bool(notice and notice.rights_told),
            intended_fine=notice.intended_fine if notice else None,
            defence_until=notice.defence_until if notice else None,
            defence_filed=bool(notice and notice.defence.strip()),
            defence_reviewed=bool(notice and notice.defence_answer.strip()),
            notice_waived=bool(notice and notice.is_waived),
            review_opinion=reviews[-1].opinion if reviews else "",
            outcome=self.outcome,
            decided_on=self.decided_on,
            carried_out_on=self.carried_out_on,
            has_education_record=bool(decision and decision.education.strip()),
            has_correction_order=bool(decision and decision.correction_order.strip()),
            decision=decision.facts() if decision and self.state in (*UNDECIDED, CaseState.CLUE) else None,
            intended_kind=notice.intended_kind if notice else "",
            hearing=hearing_facts(self),
            deliberation=deliberation_facts(self),
            on_spot=self.on_spot,
            awaits_handing_in=bool(decision and decision.file_by and not decision.handed_in_on),
        )

    def _is_noted(self) -> bool:
        """Whether the record of the procedure has a note; ``whole_files`` brings the answer along."""
        known: bool | None = getattr(self, "is_noted", None)
        return self.process_records.notes().exists() if known is None else known

    def _handler_facts(self, today: date) -> tuple[OfficerFacts, ...]:
        return tuple(
            OfficerFacts(
                p.officer_id,
                p.officer.name,
                p.officer.is_certified(today),
                p.officer.organ_id == self.organ_id,
            )
            for p in self.people.all()
            if p.role == CaseRole.HANDLER
        )


class CaseSearch(FoundText):
    """A case by its numbers and its title."""

    FULL_TEXT = "enforcement_case_fts"

    case = models.OneToOneField(Case, on_delete=models.CASCADE, primary_key=True, related_name="search_row")


class CasePersonQuerySet(ScopedQuerySet):
    scope_path = "case__"

    def handling(self) -> Any:
        return self.filter(role=CaseRole.HANDLER)


class CasePerson(RecordedModel):
    """An officer's one role in a case; nobody holds two (Penalty Law, Art. 42, 58; Measures, Art. 8)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="people", db_index=False)
    officer = models.ForeignKey(
        Officer,
        verbose_name=_("officer"),
        on_delete=models.PROTECT,
        related_name="case_roles",
        db_index=False,
    )
    role = models.CharField(_("role"), max_length=8, choices=CaseRole.choices)

    objects = CasePersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person in a case")
        verbose_name_plural = _("people in a case")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "officer"],
                name="one_duty_a_person_and_case",
                violation_error_message=_("This officer already holds another duty in this case."),
            ),
        ]
        indexes = [models.Index(fields=["officer", "role", "case"], name="case_person_officer_idx")]

    def __str__(self) -> str:
        return f"{self.officer} – {self.get_role_display()}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.case,)


class Circumstances(RecordedModel):
    """What leniency turns on; empty means not known yet, never no."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="circumstances")
    harm = models.CharField(_("harmful consequence"), max_length=8, choices=Harm.choices, blank=True)
    fault = models.CharField(_("subjective fault"), max_length=12, choices=Fault.choices, blank=True)
    correct_by = models.DateField(_("to be corrected by"), null=True, blank=True)
    corrected_on = models.DateField(_("corrected on"), null=True, blank=True)
    refuses_correction = models.BooleanField(_("refuses to correct"), null=True, blank=True)
    found_by_self = models.BooleanField(_("found and reported by the party"), null=True, blank=True)
    amount = models.DecimalField(
        _("amount involved (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    area = models.DecimalField(_("area (m²)"), max_digits=10, decimal_places=2, null=True, blank=True)
    quantity = models.PositiveIntegerField(_("quantity"), null=True, blank=True)
    days_late = models.PositiveIntegerField(_("days late"), null=True, blank=True)
    endangers_safety = models.BooleanField(
        _("endangers life, health or public safety"), null=True, blank=True
    )
    party_age = models.PositiveSmallIntegerField(_("age of the party"), null=True, blank=True)
    capacity = models.CharField(
        _("whether the party could recognise and control its conduct"),
        max_length=8,
        choices=Capacity.choices,
        blank=True,
    )
    removed_harm = models.BooleanField(
        _("removed or reduced the harm of its own accord"), null=True, blank=True
    )
    was_coerced = models.BooleanField(_("was forced or deceived by others"), null=True, blank=True)
    confessed = models.BooleanField(
        _("confessed violations that the organ did not know of"), null=True, blank=True
    )
    has_merit = models.BooleanField(_("helped the organ to clear up violations"), null=True, blank=True)
    other_ground = models.CharField(
        _("other ground for a milder penalty, with its provision"), max_length=200, blank=True
    )

    objects = through("case").as_manager()

    class Meta:
        verbose_name = _("circumstances of a case")
        verbose_name_plural = _("circumstances of a case")

    def __str__(self) -> str:
        return str(self.case)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.case,)

    @property
    def milder_grounds(self) -> tuple[str, ...]:
        """Which grounds for a lighter or mitigated penalty are known to hold (Penalty Law, Art. 32)."""
        return tuple(ground.value for ground in MilderGround if getattr(self, ground.value))
