"""Exhortation: persuading before a violation occurs, harms or escalates (Art. 8 (6))."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from guidance.vocabulary import Channel, Formality, Nature, Prong, Recheck, Way
from guidance.ways.base import WayDetail, WayPage

CORRECT_WITHIN_DAYS = 7


class Exhort(WayDetail):
    prong = models.CharField(_("why now"), max_length=12, choices=Prong.choices, blank=True)
    facts = models.TextField(_("facts noticed"))
    law = models.CharField(_("provision that is or would be violated"), max_length=300)
    consequence = models.TextField(_("what follows if it goes on"))
    correct_by = models.DateField(_("to be corrected by"), null=True, blank=True)
    recheck_by = models.DateField(
        _("next look by"), null=True, blank=True, help_text=_("Only when something is left to be corrected.")
    )
    rechecked_on = models.DateField(_("looked at again on"), null=True, blank=True)
    recheck_result = models.CharField(
        _("what was found then"), max_length=13, choices=Recheck.choices, blank=True
    )
    recheck_note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("exhortation")
        verbose_name_plural = _("exhortations")
        indexes = [models.Index(fields=["correct_by", "rechecked_on"], name="exhort_correct_idx")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rechecked_on=None, recheck_result="")
                | models.Q(rechecked_on__isnull=False) & ~models.Q(recheck_result=""),
                name="exhort_recheck_has_result",
                violation_error_message=_("A second look has a day and a result."),
            ),
        ]


PAGE = WayPage(
    way=Way.EXHORT,
    article=Article(8, "6"),
    description=_("Persuasion and advice, so that a violation is given up or put right."),
    use_when=_("A violation may occur, may cause harm, or may escalate."),
    icon="hand-stop",
    detail=Exhort,
    drafted=("prong", "facts", "law", "consequence", "correct_by"),
    recorded=("rechecked_on", "recheck_result", "recheck_note", "recheck_by"),
    record_label=_("Record the second look"),
    required=frozenset({"prong", "facts", "law", "consequence", "rechecked_on", "recheck_result"}),
    documents=(_("letter of exhortation"), _("record of exhortation")),
    reply_days=CORRECT_WITHIN_DAYS,
    formality=Formality.SIMPLE,
    nature=Nature.REGULATING,
    channel=Channel.ON_SITE,
)
