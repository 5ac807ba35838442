"""Review asked for, collective discussion, and suspected crime (Penalty Law, Art. 27, 57, 58)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.models.procedure import CasePart
from enforcement.scope import through
from enforcement.vocabulary import CrimeAnswer
from foundation.record import RecordedModel


class ReviewRequest(CasePart):
    """A case laid before the legal reviewers, with the day by which they answer."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="review_requests")
    asked_by = models.ForeignKey(
        Officer, verbose_name=_("asked by"), on_delete=models.PROTECT, related_name="+"
    )
    asked_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("to be answered by"))
    note = models.TextField(_("what was corrected, or is asked"), blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    first_due_on = models.DateField(
        _("to be answered by, before more time was granted"), null=True, blank=True
    )
    extended_on = models.DateField(_("more time granted on"), null=True, blank=True)
    extended_by = models.ForeignKey(
        Officer,
        verbose_name=_("more time granted by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    extension_reason = models.TextField(_("why more time was granted"), blank=True)

    class Meta:
        verbose_name = _("request for legal review")
        verbose_name_plural = _("requests for legal review")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(answered_on=None),
                name="review_request_open_once",
                violation_error_message=_("Legal review has been asked for and has not answered yet."),
            ),
            models.CheckConstraint(
                condition=models.Q(extended_on=None)
                | models.Q(first_due_on__isnull=False, extended_by__isnull=False)
                & ~models.Q(extension_reason=""),
                name="review_extension_has_author_and_reason",
                violation_error_message=_(
                    "More time for a review has its author, its reason and the day before."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(extended_by=None) | ~models.Q(extended_by=models.F("asked_by")),
                name="review_not_extended_by_asker",
                violation_error_message=_("Who asks for a review does not grant more time for it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.asked_on}"


class Discussion(CasePart):
    """The minute of a collective discussion of the heads."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="discussion")
    held_on = models.DateField(_("held on"))
    chair = models.ForeignKey(Officer, verbose_name=_("chair"), on_delete=models.PROTECT, related_name="+")
    opinions = models.TextField(_("opinions, member by member"))
    conclusion = models.TextField(_("conclusion"))

    class Meta:
        verbose_name = _("collective discussion")
        verbose_name_plural = _("collective discussions")

    def __str__(self) -> str:
        return self.conclusion[:60]


class DiscussionMember(RecordedModel):
    """Somebody who took part in a discussion."""

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="members")
    officer = models.ForeignKey(Officer, verbose_name=_("member"), on_delete=models.PROTECT, related_name="+")

    objects = through("discussion__case").as_manager()

    class Meta:
        verbose_name = _("member of a discussion")
        verbose_name_plural = _("members of a discussion")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["discussion", "officer"], name="discussion_member_once"),
        ]

    def __str__(self) -> str:
        return str(self.officer)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.discussion.case,)


class CrimeReferral(CasePart):
    """A case that may be a crime, sent to the judicial organ, with its answer."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="crime_referral")
    suspected_on = models.DateField(_("suspected on"))
    facts_suspected = models.TextField(_("what suggests a crime"))
    body = models.CharField(_("sent to"), max_length=200)
    sent_on = models.DateField(_("sent on"))
    received_on = models.DateField(_("received on"), null=True, blank=True)
    receipt_number = models.CharField(_("number of the receipt"), max_length=80, blank=True)
    ask_by = models.DateField(_("to be asked after by"), null=True, blank=True)
    answer = models.CharField(
        _("answer"), max_length=8, choices=CrimeAnswer.choices, default=CrimeAnswer.WAITING
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer_note = models.TextField(_("what was answered"), blank=True)
    came_back_as = models.OneToOneField(
        Case,
        verbose_name=_("came back as"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="returned_from",
    )

    class Meta:
        verbose_name = _("referral of a suspected crime")
        verbose_name_plural = _("referrals of suspected crimes")

    def __str__(self) -> str:
        return self.get_answer_display()
