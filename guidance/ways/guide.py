"""Guidance: policies, plans and information that lead the public (Art. 8 (1))."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from guidance.vocabulary import Channel, Formality, GuideKind, Way
from guidance.ways.base import WayDetail, WayPage


class Guide(WayDetail):
    kind = models.CharField(_("kind of guidance"), max_length=16, choices=GuideKind.choices)
    effective_from = models.DateField(_("effective from"))
    effective_to = models.DateField(_("effective until"), null=True, blank=True)
    trades = models.CharField(_("trades that it is for"), max_length=200, blank=True)
    areas = models.CharField(_("areas that it is for"), max_length=200, blank=True)
    interpretation = models.TextField(
        _("what it means in plain words"),
        blank=True,
        help_text=_("Published beside it: why it was made, and what changes for whom."),
    )
    english = models.TextField(
        _("English wording"), blank=True, help_text=_("Published for who reads the page in English.")
    )
    opinions = models.TextField(_("opinions heard from the public and experts"), blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    published_at = models.CharField(_("published where"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("guidance to the public")
        verbose_name_plural = _("guidance to the public")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(effective_to=None)
                | models.Q(effective_to__gte=models.F("effective_from")),
                name="guide_ends_after_it_begins",
                violation_error_message=_("It cannot end before it takes effect."),
            ),
            models.CheckConstraint(
                condition=models.Q(published_on=None) | ~models.Q(published_at=""),
                name="guide_published_somewhere",
                violation_error_message=_("Say where it was published."),
            ),
        ]


PAGE = WayPage(
    way=Way.GUIDE,
    article=Article(8, "1"),
    description=_("Encouraging policies, plans and information that lead people to see risks in time."),
    use_when=_("A law is new, a season brings risks, or many make the same mistake."),
    icon="compass",
    detail=Guide,
    drafted=(
        "kind",
        "effective_from",
        "effective_to",
        "trades",
        "areas",
        "interpretation",
        "english",
        "opinions",
    ),
    recorded=("published_on", "published_at"),
    record_label=_("Record the publication"),
    required=frozenset({"kind", "effective_from"}),
    is_public=True,
    documents=(_("policy or plan"), _("compliance guide"), _("public notice")),
    formality=Formality.MAJOR,
    channel=Channel.PUBLICATION,
)
