"""Return visit: what was put right after a case, and what help is still wanted (Art. 8 (8))."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from guidance.vocabulary import Channel, Nature, Recheck, VisitMode, Way
from guidance.ways.base import WayDetail, WayPage


class Revisit(WayDetail):
    """What a visit found out about the matter. Answers about officers' conduct never stand here."""

    visit = models.ForeignKey(
        "guidance.ReturnVisit",
        verbose_name=_("planned return visit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="records",
        help_text=_("The visit that this document records, when one was planned."),
    )
    mode = models.CharField(_("how"), max_length=13, choices=VisitMode.choices)
    purpose = models.CharField(_("what is to be looked at"), max_length=300)
    visited_on = models.DateField(_("visited on"), null=True, blank=True)
    rectified = models.CharField(_("put right"), max_length=13, choices=Recheck.choices, blank=True)
    difficulties = models.TextField(_("difficulties and wishes"), blank=True)

    class Meta:
        verbose_name = _("record of a return visit")
        verbose_name_plural = _("records of return visits")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(visited_on=None) | ~models.Q(rectified=""),
                name="revisit_made_has_finding",
                violation_error_message=_("A visit that was made says what was found."),
            ),
        ]


PAGE = WayPage(
    way=Way.REVISIT,
    article=Article(8, "8"),
    description=_("A visit after a case: help to put things right, and to hear how the officers behaved."),
    use_when=_("A case was major, complex or of social impact, or ended without penalty."),
    icon="walk",
    detail=Revisit,
    drafted=("visit", "mode", "purpose"),
    recorded=("visited_on", "rectified", "difficulties"),
    record_label=_("Record the visit"),
    required=frozenset({"mode", "purpose", "visited_on", "rectified"}),
    always_two_officers=True,
    documents=(_("record of the return visit"),),
    nature=Nature.ASSISTING,
    channel=Channel.ON_SITE,
)
