"""Steps of the procedure: notice, legal review, decision and evidence (Penalty Law, Art. 44-59)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.rules.facts import BandFacts, DecisionFacts, Granted
from enforcement.scope import through
from enforcement.vocabulary import (
    PENALISING,
    DepartureState,
    EvidenceKind,
    EvidenceStanding,
    Outcome,
    PenaltyKind,
    ReviewOpinion,
    Tier,
)
from foundation.record import RecordedModel

ThroughCase = through("case")


class CasePart(RecordedModel):
    """A row that belongs to one case and shares its scope and timeline."""

    objects = ThroughCase.as_manager()

    class Meta:
        abstract = True

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.case,)  # type: ignore[attr-defined]


class Notice(CasePart):
    """Prior notice of facts, reasons, basis and rights (Penalty Law, Art. 44)."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="notice")
    number = models.CharField(_("number"), max_length=40, unique=True)
    content = models.TextField(_("facts, reasons, basis and intended decision"))
    intended_fine = models.DecimalField(
        _("intended fine (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    intended_kind = models.CharField(
        _("intended kind of penalty"), max_length=12, choices=PenaltyKind.choices, blank=True
    )
    rights_told = models.BooleanField(_("told of the rights to state, defend and be heard"), default=False)
    hearing_told = models.BooleanField(_("told of the right to a hearing"), default=False)
    hearing_until = models.DateField(_("hearing may be requested until"), null=True, blank=True)
    served_on = models.DateField(_("served on"))
    defence_until = models.DateField(_("defence until"))
    defence = models.TextField(_("statement or defence"), blank=True)
    defence_answer = models.TextField(_("review of the defence"), blank=True)
    is_waived = models.BooleanField(_("the party waived defence in writing"), default=False)

    class Meta:
        verbose_name = _("prior notice")
        verbose_name_plural = _("prior notices")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rights_told=True),
                name="notice_tells_rights",
                violation_error_message=_("A prior notice tells the party its rights."),
            ),
            models.CheckConstraint(
                condition=models.Q(defence_until__gte=models.F("served_on")),
                name="defence_ends_after_service",
                violation_error_message=_("The time for defence cannot end before the notice is served."),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class LegalReview(CasePart):
    """The opinion of a legal reviewer who neither handles nor decides (Penalty Law, Art. 58)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    reviewer = models.ForeignKey(
        Officer, verbose_name=_("reviewer"), on_delete=models.PROTECT, related_name="+"
    )
    opinion = models.CharField(_("opinion"), max_length=8, choices=ReviewOpinion.choices)
    text = models.TextField(_("reasons"))
    reviewed_at = models.DateTimeField(_("reviewed at"))

    class Meta:
        verbose_name = _("legal review")
        verbose_name_plural = _("legal reviews")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_opinion_display()


class Decision(CasePart):
    """One decision a case."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="decision")
    number = models.CharField(_("number"), max_length=40, unique=True)
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome.choices)
    penalty_kind = models.CharField(
        _("kind of penalty"), max_length=12, choices=PenaltyKind.choices, blank=True
    )
    fine = models.DecimalField(_("fine (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)
    tier = models.CharField(_("tier of the benchmark"), max_length=8, choices=Tier.choices, blank=True)
    reasons = models.TextField(_("facts, evidence and reasons"))
    correction_order = models.TextField(_("order to correct"), blank=True)
    education = models.TextField(_("education given"), blank=True)
    correct_by = models.DateField(_("to be corrected by"), null=True, blank=True)
    educate_by = models.DateField(_("party to be educated by"), null=True, blank=True)
    performance = models.TextField(_("how and by when it is performed"), blank=True)
    remedies = models.TextField(_("remedies of the party"), blank=True)
    transferred_to = models.CharField(_("transferred to"), max_length=200, blank=True)
    decided_by = models.ForeignKey(
        Officer, verbose_name=_("decided by"), on_delete=models.PROTECT, related_name="+"
    )
    decided_on = models.DateField(_("decided on"))
    served_on = models.DateField(_("served on"), null=True, blank=True)
    serve_by = models.DateField(_("to be served by"), null=True, blank=True)
    carry_out_by = models.DateField(_("to be carried out by"), null=True, blank=True)
    file_by = models.DateField(_("to be filed with the organ by"), null=True, blank=True)
    handed_in_on = models.DateField(_("filed with the organ on"), null=True, blank=True)
    court_until = models.DateField(_("court to be asked by"), null=True, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fine=None) | models.Q(fine__gte=0),
                name="decision_fine_not_negative",
                violation_error_message=_("A fine cannot be negative."),
            ),
            models.CheckConstraint(
                condition=models.Q(penalty_kind="") | models.Q(outcome__in=PENALISING),
                name="only_penalties_have_a_kind",
                violation_error_message=_("Only a penalty has a kind of penalty."),
            ),
            models.CheckConstraint(
                condition=models.Q(fine=None) | models.Q(outcome__in=PENALISING),
                name="only_penalties_have_a_fine",
                violation_error_message=_("Only a penalty has a fine."),
            ),
            models.CheckConstraint(
                condition=models.Q(served_on=None) | models.Q(served_on__gte=models.F("decided_on")),
                name="decision_served_after_it_was_taken",
                violation_error_message=_("A decision cannot be served before it was taken."),
            ),
            models.CheckConstraint(
                condition=models.Q(correct_by=None) | models.Q(correct_by__gte=models.F("decided_on")),
                name="decision_leaves_time_to_correct",
                violation_error_message=_("A decision cannot order a correction for a day before it."),
            ),
            models.CheckConstraint(
                condition=models.Q(educate_by=None) | models.Q(educate_by__gte=models.F("decided_on")),
                name="decision_plans_education_ahead",
                violation_error_message=_("Education is planned for the day of the decision or a later one."),
            ),
            models.CheckConstraint(
                condition=models.Q(handed_in_on=None) | models.Q(handed_in_on__gte=models.F("decided_on")),
                name="decision_filed_after_it_was_taken",
                violation_error_message=_("A decision cannot be filed with the organ before it was taken."),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def facts(self) -> DecisionFacts:
        """What the rules need to know of a decision while it is being taken."""
        matter = self.case.matter
        return DecisionFacts(
            penalty_kind=self.penalty_kind,
            fine=self.fine,
            tier=self.tier,
            transferred_to=self.transferred_to,
            has_reasons=bool(self.reasons.strip()),
            has_performance=bool(self.performance.strip()),
            has_remedies=bool(self.remedies.strip()),
            field_code=matter.field.code,
            statutory_min=matter.fine_min,
            statutory_max=matter.fine_max,
            bands=tuple(BandFacts(b.tier, b.fine_min, b.fine_max) for b in matter.bands.all()),
            departures=tuple(
                Granted(d.tier, d.fine)
                for d in self.case.departures.all()
                if d.state == DepartureState.APPROVED
            ),
        )


class Evidence(CasePart):
    """A file as it was received: typed by its content, hashed, served only through permission."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(_("kind of evidence"), max_length=12, choices=EvidenceKind.choices)
    title = models.CharField(_("what it shows"), max_length=200)
    collected_on = models.DateField(_("collected on"))
    collected_by = models.ForeignKey(
        Officer, verbose_name=_("collected by"), on_delete=models.PROTECT, related_name="+"
    )
    file = models.CharField(_("file"), max_length=120, unique=True, editable=False)
    original_name = models.CharField(_("original file name"), max_length=200)
    content_type = models.CharField(_("content type"), max_length=100)
    size = models.PositiveBigIntegerField(_("size (bytes)"))
    sha256 = models.CharField(max_length=64)
    standing = models.CharField(
        _("finding"), max_length=8, choices=EvidenceStanding.choices, default=EvidenceStanding.PENDING
    )
    verified_by = models.ForeignKey(
        Officer, verbose_name=_("found by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    verified_on = models.DateField(_("found on"), null=True, blank=True)
    standing_reason = models.TextField(_("reasons of the finding"), blank=True)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "sha256"],
                name="evidence_file_once_a_case",
                violation_error_message=_("This file is already in the case."),
            ),
            models.CheckConstraint(
                condition=models.Q(size__gt=0),
                name="evidence_file_not_empty",
                violation_error_message=_("The file is empty."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
