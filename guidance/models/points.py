"""What a letter holds point by point: questions with their answers, suggestions with what became of them.

The text stays as it was served; the points are made from its lines when it is issued (Art. 8 (4), (5)).
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.scope import ScopedQuerySet
from foundation.record import RecordedModel
from guidance.models.actions import GuidanceAction
from guidance.vocabulary import Adoption

Q = models.Q


class PointQuerySet(ScopedQuerySet):
    scope_path = "action__"
    case_path = "action__case_id"


class QuestionQuerySet(PointQuerySet):
    def open(self) -> Any:
        return self.filter(answered_on=None)

    def answered(self) -> Any:
        return self.exclude(answered_on=None)


class SuggestionQuerySet(PointQuerySet):
    def open(self) -> Any:
        return self.filter(adopted="")


class CounselQuestion(RecordedModel):
    action = models.ForeignKey(GuidanceAction, on_delete=models.PROTECT, related_name="questions")
    question = models.TextField(_("question"))
    answer = models.TextField(_("answer"), blank=True)
    basis = models.CharField(_("provisions it rests on"), max_length=300, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question of counselling")
        verbose_name_plural = _("questions of counselling")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None, answer="") | Q(answered_on__isnull=False) & ~Q(answer=""),
                name="counsel_question_answered_in_words",
                violation_error_message=_("An answer has its words and its day."),
            ),
        ]

    def __str__(self) -> str:
        return self.question

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)


class SuggestionItem(RecordedModel):
    action = models.ForeignKey(GuidanceAction, on_delete=models.PROTECT, related_name="suggestion_items")
    text = models.TextField(_("what is suggested"))
    benefit = models.TextField(_("what it brings"), blank=True)
    do_by = models.DateField(_("a day that would suit"), null=True, blank=True)
    adopted = models.CharField(_("adopted"), max_length=4, choices=Adoption.choices, blank=True)
    adopted_on = models.DateField(_("feedback on"), null=True, blank=True)
    note = models.TextField(_("what was done, or why not"), blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("single suggestion")
        verbose_name_plural = _("single suggestions")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(adopted="", adopted_on=None) | ~Q(adopted="") & Q(adopted_on__isnull=False),
                name="suggestion_feedback_has_day",
                violation_error_message=_("Say when the feedback came."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)
