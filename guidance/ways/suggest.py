"""Suggestion: opinions given for reference only (Art. 8 (5))."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from guidance.rules.points import suggested_of, told
from guidance.vocabulary import Adoption, Formality, Nature, Way
from guidance.ways.base import WayDetail, WayPage

FEEDBACK_DAYS = 30


class Suggest(WayDetail):
    problem = models.TextField(_("what was noticed"))
    analysis = models.TextField(_("why it is so"), blank=True)
    suggestions = models.TextField(
        _("what is suggested, one a line"), help_text=_("Each is adopted or left by itself.")
    )
    adopted = models.CharField(_("adopted"), max_length=4, choices=Adoption.choices, blank=True)
    adopted_on = models.DateField(_("feedback on"), null=True, blank=True)
    adoption_note = models.TextField(_("what was done, or why not"), blank=True)

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(adopted="") | models.Q(adopted_on__isnull=False),
                name="suggest_feedback_has_day",
                violation_error_message=_("Say when the feedback came."),
            ),
        ]

    def suggestions_in_words(self) -> str:
        """Each suggestion with what it brings and the day that would suit, numbered."""
        return told(suggested_of(self.suggestions))


PAGE = WayPage(
    way=Way.SUGGEST,
    article=Article(8, "5"),
    description=_("Suggestions and opinions that the counterpart may use or leave."),
    use_when=_("Something could be better and no duty is broken, or closed cases show a pattern."),
    icon="bulb",
    detail=Suggest,
    drafted=("problem", "analysis", "suggestions"),
    recorded=("adopted", "adopted_on", "adoption_note"),
    record_label=_("Record the feedback"),
    required=frozenset({"problem", "suggestions", "adopted", "adopted_on"}),
    documents=(_("letter of suggestion"), _("feedback sheet")),
    reply_days=FEEDBACK_DAYS,
    heard_by=("adopted",),
    formality=Formality.GENERAL,
    nature=Nature.COOPERATIVE,
)
