"""Tips: a kind reminder of what is easily overlooked (Art. 8 (3))."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import Licence
from foundation.articles import Article
from guidance.vocabulary import Channel, Way
from guidance.ways.base import WayDetail, WayPage


class Tip(WayDetail):
    neglected = models.CharField(_("what is easily overlooked"), max_length=200)
    due_on = models.DateField(_("to be done by"), null=True, blank=True)
    licence = models.ForeignKey(
        Licence,
        verbose_name=_("licence that expires"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="tips",
    )
    handled_on = models.DateField(_("settled on"), null=True, blank=True)

    class Meta:
        verbose_name = _("tip")
        verbose_name_plural = _("tips")
        indexes = [models.Index(fields=["due_on", "action"], name="tip_due_idx")]


PAGE = WayPage(
    way=Way.TIP,
    article=Article(8, "3"),
    description=_("A kind reminder of something known but easily overlooked, before it costs anything."),
    use_when=_("A date is near, a duty is new, or a mistake is common in the trade."),
    icon="bell",
    detail=Tip,
    drafted=("neglected", "due_on", "licence"),
    recorded=("handled_on",),
    record_label=_("Record that it is settled"),
    required=frozenset({"neglected"}),
    documents=(_("tip sheet"), _("message")),
    channel=Channel.MESSAGE,
    heard_by=("handled_on",),
)
