"""Other ways, which organs are encouraged to find (Art. 8, last paragraph)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from guidance.vocabulary import Formality, Nature, Way
from guidance.ways.base import WayDetail, WayPage


class Other(WayDetail):
    definition = models.ForeignKey(
        "guidance.OtherWay",
        verbose_name=_("way of one's own"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actions",
    )
    name = models.CharField(_("name of the way"), max_length=80)
    method = models.TextField(_("how it works"))
    drafted_values = models.JSONField(_("further fields"), default=list, blank=True)
    recorded_values = models.JSONField(_("further fields, afterwards"), default=list, blank=True)
    experience = models.TextField(_("what was learned"), blank=True)

    class Meta:
        verbose_name = _("other way of guidance")
        verbose_name_plural = _("other ways of guidance")


PAGE = WayPage(
    way=Way.OTHER,
    article=Article(8),
    description=_("A way of your own that is effective and as voluntary as the others."),
    use_when=_("None of the eight fits."),
    icon="route",
    detail=Other,
    drafted=("definition", "name", "method", "drafted_values"),
    recorded=("experience", "recorded_values"),
    record_label=_("Record the experience"),
    required=frozenset({"name", "method", "experience"}),
    documents=(_("description of the way"),),
    formality=Formality.GENERAL,
    nature=Nature.COOPERATIVE,
)
