"""Counselling: concrete explanation and help with business, information and law (Art. 8 (4))."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from guidance.vocabulary import Channel, Way
from guidance.ways.base import WayDetail, WayPage

HOLD_WITHIN_DAYS = 14


class Counsel(WayDetail):
    topic = models.CharField(_("topic"), max_length=200)
    question = models.TextField(
        _("what was asked"), help_text=_("One question a line: each gets its own answer.")
    )
    answer = models.TextField(
        _("answer, with the provisions it rests on"),
        blank=True,
        help_text=_("May stay empty when every question was answered by itself."),
    )
    hold_by = models.DateField(_("to be held by"), null=True, blank=True, editable=False)
    held_on = models.DateField(_("held on"), null=True, blank=True)
    duration = models.PositiveSmallIntegerField(
        _("how many minutes it took"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    attendees = models.PositiveSmallIntegerField(
        _("how many took part"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    attended_by = models.TextField(
        _("who took part"),
        blank=True,
        help_text=_("One a line, with the capacity; a class signs its own sheet."),
    )
    materials = models.CharField(_("what was handed out"), max_length=300, blank=True)
    follow_up = models.TextField(_("what is still to be followed up"), blank=True)
    satisfaction = models.PositiveSmallIntegerField(
        _("satisfaction of the counterpart (1 to 5)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )

    class Meta:
        verbose_name = _("counselling")
        verbose_name_plural = _("counselling")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(held_on=None) | ~models.Q(answer=""),
                name="counsel_held_has_answer",
                violation_error_message=_("Write down what was answered."),
            ),
            models.CheckConstraint(
                condition=models.Q(satisfaction=None) | models.Q(satisfaction__range=(1, 5)),
                name="counsel_satisfaction_one_to_five",
                violation_error_message=_("Satisfaction is told from 1 to 5."),
            ),
        ]


PAGE = WayPage(
    way=Way.COUNSEL,
    article=Article(8, "4"),
    description=_("Explanation and help with procedures, information, policy and law, for one case in hand."),
    use_when=_("The counterpart asks, starts a business, or does not know how to correct."),
    icon="message-2",
    detail=Counsel,
    drafted=("topic", "question"),
    recorded=(
        "held_on",
        "duration",
        "attendees",
        "attended_by",
        "answer",
        "materials",
        "follow_up",
        "satisfaction",
    ),
    record_label=_("Record the session"),
    required=frozenset({"topic", "question", "held_on"}),
    documents=(_("record of counselling"), _("sheet of requirements")),
    reply_days=HOLD_WITHIN_DAYS,
    heard_by=("held_on",),
    channel=Channel.COUNTER,
)
