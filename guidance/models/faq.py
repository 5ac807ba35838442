"""Questions that were answered in counselling and help others too (Art. 8 (4))."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Field, Officer, OrganScoped
from enforcement.models.base import in_words
from enforcement.scope import ScopedQuerySet
from foundation.actors import Actor
from guidance.models.actions import GuidanceAction
from guidance.models.points import CounselQuestion
from guidance.rules.faq import FaqFacts
from guidance.vocabulary import FaqState

Q = models.Q


class FaqQuerySet(ScopedQuerySet):
    def published(self) -> Self:
        """What everybody may read."""
        return self.filter(state=FaqState.PUBLISHED)


class FaqEntry(OrganScoped):
    """One question with its answer, without a word of who asked it."""

    action = models.ForeignKey(
        GuidanceAction,
        verbose_name=_("counselling it comes from"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="faq_entries",
    )
    asked = models.ForeignKey(
        CounselQuestion,
        verbose_name=_("question it comes from"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="faq_entries",
    )
    field = models.ForeignKey(
        Field, verbose_name=_("field of enforcement"), on_delete=models.PROTECT, related_name="+"
    )
    question_zh = models.CharField(_("question (Chinese)"), max_length=300)
    question_en = models.CharField(_("question (English)"), max_length=300, blank=True)
    answer_zh = models.TextField(_("answer (Chinese)"))
    answer_en = models.TextField(_("answer (English)"), blank=True)
    basis = models.CharField(_("provisions it rests on"), max_length=300)
    state = models.CharField(_("state"), max_length=9, choices=FaqState.choices, default=FaqState.PROPOSED)
    proposed_by = models.ForeignKey(
        Officer, verbose_name=_("proposed by"), on_delete=models.PROTECT, related_name="+"
    )
    published_by = models.ForeignKey(
        Officer,
        verbose_name=_("published by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    objects = FaqQuerySet.as_manager()

    class Meta:
        verbose_name = _("frequent question")
        verbose_name_plural = _("frequent questions")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["organ", "-created_at", "-id"], name="faq_organ_idx"),
            models.Index(fields=["branch", "-created_at", "-id"], name="faq_branch_idx"),
            models.Index(fields=["line", "-created_at", "-id"], name="faq_line_idx"),
            models.Index(fields=["district", "-created_at", "-id"], name="faq_district_idx"),
            models.Index(fields=["-created_at", "-id"], name="faq_made_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_by=None) | ~Q(published_by=models.F("proposed_by")),
                name="faq_published_by_another",
                violation_error_message=_("Who proposed an answer does not publish it."),
            ),
            models.CheckConstraint(
                condition=~Q(state=FaqState.PUBLISHED)
                | Q(published_on__isnull=False, published_by__isnull=False),
                name="faq_published_has_a_day",
                violation_error_message=_("What is published has a day."),
            ),
        ]

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        return reverse("guidance:faq_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,) if self.action is not None else ()

    @property
    def question(self) -> str:
        return in_words(self.question_zh, self.question_en)

    @property
    def answer(self) -> str:
        return in_words(self.answer_zh, self.answer_en)

    def facts(self, *, by: Actor, at: datetime) -> FaqFacts:
        """What the rules need to know of this entry."""
        return FaqFacts(
            actor_id=by.officer_id,
            proposer_id=self.proposed_by_id,
            is_complete=all(text.strip() for text in (self.question_zh, self.answer_zh, self.basis)),
        )
