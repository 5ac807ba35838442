"""Interview: meeting by appointment, with written notice, record and what is to be put right (Art. 8 (7))."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from guidance.vocabulary import Formality, Gathering, Nature, Way
from guidance.ways.base import WayDetail, WayPage


class Interview(WayDetail):
    cause = models.TextField(_("cause of the interview"))
    invited_for = models.DateTimeField(_("appointed for"))
    place = models.CharField(_("place"), max_length=200)
    interviewee = models.CharField(_("who is invited"), max_length=120)
    gathering = models.CharField(
        _("with one or several"), max_length=10, choices=Gathering.choices, default=Gathering.SINGLE
    )
    bring = models.CharField(_("what to bring"), max_length=300, blank=True)
    notice_number = models.CharField(_("number of the notice"), max_length=40, blank=True, editable=False)
    held_at = models.DateTimeField(_("held at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    interviewers = models.CharField(_("interviewers"), max_length=300, blank=True)
    present = models.CharField(_("who came, and in what capacity"), max_length=200, blank=True)
    facts_put = models.TextField(_("facts that were put to them"), blank=True)
    law_explained = models.TextField(_("law that was explained"), blank=True)
    statement = models.TextField(_("what the interviewee said"), blank=True)
    commitments = models.TextField(_("what the interviewee promised"), blank=True)
    recording = models.CharField(_("number of the sound or video recording"), max_length=80, blank=True)
    minutes = models.TextField(_("record of the interview"), blank=True)

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at=None)
                | models.Q(held_at__isnull=False, ended_at__gte=models.F("held_at")),
                name="interview_ends_after_it_began",
                violation_error_message=_("It cannot end before it began."),
            ),
            models.CheckConstraint(
                condition=models.Q(held_at=None) | ~models.Q(notice_number=""),
                name="interview_notice_before_it_is_held",
                violation_error_message=_("An interview is held only after written notice."),
            ),
            models.CheckConstraint(
                condition=models.Q(held_at=None) | ~models.Q(minutes="") & ~models.Q(interviewers=""),
                name="interview_held_has_record",
                violation_error_message=_("An interview that was held has a record and interviewers."),
            ),
        ]


PAGE = WayPage(
    way=Way.INTERVIEW,
    article=Article(8, "7"),
    description=_(
        "A talk by appointment: hear the counterpart, name the problem, explain the law, agree on steps."
    ),
    use_when=_("A danger was not removed in time, problems return, or milder ways did not help."),
    icon="users",
    detail=Interview,
    drafted=("cause", "invited_for", "place", "gathering", "interviewee", "bring"),
    recorded=(
        "held_at",
        "ended_at",
        "interviewers",
        "present",
        "facts_put",
        "law_explained",
        "statement",
        "minutes",
        "commitments",
        "recording",
    ),
    record_label=_("Record the interview"),
    required=frozenset(
        {"cause", "invited_for", "place", "interviewee", "held_at", "interviewers", "present", "minutes"}
    ),
    has_rectification=True,
    heard_by=("held_at",),
    always_two_officers=True,
    documents=(_("notice of interview"), _("record of interview"), _("promise to put right")),
    formality=Formality.GENERAL,
    nature=Nature.REGULATING,
)
