"""The public side of guidance to everybody: how it was prepared, and what became of it (Art. 8 (1), (2))."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer
from enforcement.scope import ScopedQuerySet, through
from foundation.record import RecordedModel
from guidance.models.actions import GuidanceAction
from guidance.vocabulary import CommentAnswer, PublicEnd, UrgentReason

Q = models.Q
OfLife = through("life__action", case="life__action__case_id")


class PublicLife(RecordedModel):
    """One row for each publication; what is public of it is on its public page."""

    action = models.OneToOneField(GuidanceAction, on_delete=models.PROTECT, related_name="public_life")
    legal_opinion = models.TextField(_("opinion on legality"), blank=True)
    reviewed_by = models.ForeignKey(
        Officer,
        verbose_name=_("reviewed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    shown_from = models.DateField(_("open to the public from"), null=True, blank=True)
    shown_until = models.DateField(_("open to the public until"), null=True, blank=True)
    unanswered = models.PositiveIntegerField(_("comments without an answer"), default=0)
    scored = models.PositiveIntegerField(_("criteria scored"), default=0)
    experts = models.CharField(_("experts heard"), max_length=200, blank=True)
    experts_on = models.DateField(_("experts heard on"), null=True, blank=True)
    experts_opinion = models.TextField(_("what the experts said"), blank=True)
    urgent_reason = models.CharField(
        _("why it could not wait"), max_length=8, choices=UrgentReason.choices, blank=True
    )
    urgent_text = models.TextField(_("what would have happened meanwhile"), blank=True)
    review_due_on = models.DateField(_("to be looked at again by"), null=True, blank=True)
    kept_on = models.DateField(_("looked at again and kept on"), null=True, blank=True)
    kept_note = models.TextField(_("why it was kept"), blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    ended_how = models.CharField(_("how it ended"), max_length=9, choices=PublicEnd.choices, blank=True)
    ended_why = models.TextField(_("public reason why it ended"), blank=True)

    objects = through("action", case="action__case_id").as_manager()

    class Meta:
        verbose_name = _("publication of guidance")
        verbose_name_plural = _("publications of guidance")
        indexes = [models.Index(fields=["review_due_on", "action"], name="public_life_review_idx")]
        constraints = [
            models.CheckConstraint(
                condition=Q(shown_until=None)
                | Q(shown_from__isnull=False, shown_until__gte=models.F("shown_from")),
                name="public_life_shown_a_time",
                violation_error_message=_("It is open to the public from a day until a later one."),
            ),
            models.CheckConstraint(
                condition=Q(urgent_reason="") | ~Q(urgent_text=""),
                name="public_life_urgency_in_words",
                violation_error_message=_("Say what would have happened meanwhile."),
            ),
            models.CheckConstraint(
                condition=Q(experts_on=None) | ~Q(experts="") & ~Q(experts_opinion=""),
                name="public_life_experts_said_something",
                violation_error_message=_("Say who was heard, and what they said."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.action)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)

    def begin_anew(self) -> None:
        """What was found about a text that changes holds no longer; comments stay with their answers."""
        self.legal_opinion, self.reviewed_by, self.reviewed_on = "", None, None
        self.shown_from = self.shown_until = None
        self.urgent_reason = self.urgent_text = ""


class CommentQuerySet(ScopedQuerySet):
    scope_path = "life__action__"
    case_path = "life__action__case_id"

    def unanswered(self) -> Any:
        return self.filter(answer="")


class PublicComment(RecordedModel):
    """What somebody of the public said about a draft or a candidate; nobody has to say who they are."""

    life = models.ForeignKey(PublicLife, on_delete=models.PROTECT, related_name="comments")
    name = models.CharField(_("for whom you speak"), max_length=80, blank=True)
    text = models.TextField(_("comment"))
    made_at = models.DateTimeField(_("received at"))
    answer = models.CharField(_("answer"), max_length=6, choices=CommentAnswer.choices, blank=True)
    answer_reason = models.TextField(_("reason of the answer"), blank=True)
    answered_by = models.ForeignKey(
        Officer,
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment of the public")
        verbose_name_plural = _("comments of the public")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_on=None)
                | ~Q(answer="") & ~Q(answer_reason="") & ~Q(answered_on=None),
                name="public_comment_answered_with_reason",
                violation_error_message=_("An answer has a day and a reason."),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.life.action,)


class CandidateScore(RecordedModel):
    """One criterion by which a candidate was weighed, and what it scored."""

    life = models.ForeignKey(PublicLife, on_delete=models.PROTECT, related_name="scores")
    criterion = models.CharField(_("criterion"), max_length=200)
    points = models.PositiveSmallIntegerField(_("points"))
    out_of = models.PositiveSmallIntegerField(_("out of"))
    reviewers = models.CharField(_("scored by"), max_length=200)
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = OfLife.as_manager()

    class Meta:
        verbose_name = _("score of a candidate")
        verbose_name_plural = _("scores of a candidate")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(points__lte=models.F("out_of")),
                name="candidate_score_within_its_most",
                violation_error_message=_("More points than there are cannot be given."),
            ),
            models.UniqueConstraint(
                fields=["life", "criterion"],
                name="candidate_criterion_once",
                violation_error_message=_("This criterion is scored already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion} {self.points}/{self.out_of}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.life.action,)


class Showing(RecordedModel):
    """One occasion on which the model was shown: visitors came and saw how it is done."""

    life = models.ForeignKey(PublicLife, on_delete=models.PROTECT, related_name="showings")
    held_on = models.DateField(_("held on"))
    attendees = models.PositiveIntegerField(_("how many came"))
    who = models.CharField(_("who came"), max_length=200, blank=True)
    note = models.TextField(_("what they took home"), blank=True)

    objects = OfLife.as_manager()

    class Meta:
        verbose_name = _("showing of a model")
        verbose_name_plural = _("showings of a model")
        ordering = ["held_on", "id"]

    def __str__(self) -> str:
        return str(self.held_on)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.life.action,)
