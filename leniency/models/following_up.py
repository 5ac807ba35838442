"""What follows when nobody is penalised: education, the second look, and what the party promises (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case, Officer
from enforcement.models.procedure import CasePart
from leniency.vocabulary import Acknowledged, CheckResult, EducationMeans, PromiseState


class EducationRecord(CasePart):
    """Who told the party what, when and how (Penalty Law, Art. 33 para. 3)."""

    case = models.ForeignKey(
        Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="educations"
    )
    given_on = models.DateField(_("held on"))
    given_by = models.ForeignKey(
        Officer, verbose_name=_("held by"), on_delete=models.PROTECT, related_name="+"
    )
    means = models.CharField(_("how"), max_length=10, choices=EducationMeans.choices)
    said = models.TextField(_("what was said"))
    acknowledged = models.CharField(_("what the party confirmed"), max_length=8, choices=Acknowledged.choices)

    class Meta:
        verbose_name = _("record of education")
        verbose_name_plural = _("records of education")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(said=""),
                name="education_says_something",
                violation_error_message=_("Write down what the party was told."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.given_on}"

    def get_absolute_url(self) -> str:
        return f"{self.case.get_absolute_url()}#leniency"


class CorrectionCheck(CasePart):
    """One look at whether what was ordered has been done; another follows where it has not."""

    case = models.ForeignKey(
        Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="correction_checks"
    )
    due_on = models.DateField(_("to be looked at by"))
    checked_on = models.DateField(_("looked at on"), null=True, blank=True)
    checked_by = models.ForeignKey(
        Officer,
        verbose_name=_("looked at by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    result = models.CharField(_("what was found"), max_length=13, choices=CheckResult.choices, blank=True)
    evidence = models.TextField(_("on what evidence"), blank=True)

    class Meta:
        verbose_name = _("second look after an order to correct")
        verbose_name_plural = _("second looks after orders to correct")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["case", "due_on"], condition=Q(checked_on=None), name="correction_check_open_idx"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(checked_on=None),
                name="correction_check_one_open",
                violation_error_message=_("A second look is planned already."),
            ),
            models.CheckConstraint(
                condition=Q(checked_on=None, result="")
                | (Q(checked_on__isnull=False, checked_by__isnull=False) & ~Q(result="") & ~Q(evidence="")),
                name="correction_check_rests_on_evidence",
                violation_error_message=_("A result has its day, its officer and its evidence."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.due_on}"

    def get_absolute_url(self) -> str:
        return f"{self.case.get_absolute_url()}#leniency"


class Promise(CasePart):
    """A letter in which the party promises to correct and not to do it again; broken, it is told, never punished."""

    case = models.ForeignKey(Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="promises")
    state = models.CharField(
        _("state"), max_length=8, choices=PromiseState.choices, default=PromiseState.DRAFTED
    )
    text = models.TextField(_("what is promised"))
    correct_by = models.DateField(_("to be corrected by"), null=True, blank=True)
    drafted_by = models.ForeignKey(
        Officer, verbose_name=_("drafted by"), on_delete=models.PROTECT, related_name="+"
    )
    drafted_on = models.DateField(_("drafted on"))
    received_on = models.DateField(_("received on"), null=True, blank=True)
    signed_by = models.CharField(_("signed by"), max_length=80, blank=True)
    ended_on = models.DateField(_("kept or broken on"), null=True, blank=True)

    class Meta:
        verbose_name = _("commitment letter")
        verbose_name_plural = _("commitment letters")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state__in=[PromiseState.DRAFTED, PromiseState.RECEIVED]),
                name="promise_one_open",
                violation_error_message=_("A commitment letter is under way already."),
            ),
            models.CheckConstraint(
                condition=Q(state=PromiseState.DRAFTED) | (Q(received_on__isnull=False) & ~Q(signed_by="")),
                name="promise_received_with_signature",
                violation_error_message=_("A letter that was received has its day and who signed it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        return f"{self.case.get_absolute_url()}#leniency"
