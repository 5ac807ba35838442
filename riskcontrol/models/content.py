"""What a risk point says and whom it is about, the same in the working copy and in each edition (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from enforcement.models import Bilingual, Region
from riskcontrol.vocabulary import Level, LevelSource


def in_language(chinese: str, english: str) -> str:
    """The text in the reader's language; Chinese when there is no English."""
    return english if english and (get_language() or "").startswith("en") else chinese


class PointContent(Bilingual):
    """``industries``, ``region``, ``kinds``, ``licences`` and the season are the profile of whom it concerns."""

    manifestation_zh = models.TextField(_("how it shows (Chinese)"), blank=True)
    manifestation_en = models.TextField(_("how it shows (English)"), blank=True)
    consequence_zh = models.TextField(_("what the law provides for (Chinese)"), blank=True)
    consequence_en = models.TextField(_("what the law provides for (English)"), blank=True)
    basis = models.CharField(_("legal basis"), max_length=200, blank=True)
    level = models.CharField(_("risk level"), max_length=6, choices=Level.choices)
    level_source = models.CharField(
        _("level set"), max_length=6, choices=LevelSource.choices, default=LevelSource.RULE
    )
    season_months = models.JSONField(_("months of high season"), default=list, blank=True)
    industries = models.JSONField(_("industries it concerns"), default=list, blank=True)
    region = models.ForeignKey(
        Region, verbose_name=_("region"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kinds = models.JSONField(_("kinds of counterparts it concerns"), default=list, blank=True)
    licences = models.JSONField(_("licences it concerns"), default=list, blank=True)
    ways = models.JSONField(_("suggested ways of guidance"), default=list, blank=True)
    is_sample = models.BooleanField(_("sample for illustration"), default=False)

    class Meta:
        abstract = True

    @property
    def manifestation(self) -> str:
        return in_language(self.manifestation_zh, self.manifestation_en)

    @property
    def consequence(self) -> str:
        return in_language(self.consequence_zh, self.consequence_en)

    @property
    def has_profile(self) -> bool:
        """Whether anything is said of whom it concerns; nothing said concerns nobody in particular."""
        return bool(self.industries or self.region_id or self.kinds or self.licences)


class PartContent(models.Model):
    """A cause or a measure in both languages."""

    text_zh = models.CharField(_("text (Chinese)"), max_length=300)
    text_en = models.CharField(_("text (English)"), max_length=300, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        return in_language(self.text_zh, self.text_en)


CONTENT: tuple[str, ...] = tuple(field.name for field in PointContent._meta.local_fields)
"""The columns that an edition takes over from the working copy."""


def content_of(row: PointContent) -> dict[str, Any]:
    """The content of ``row`` by column."""
    return {name: getattr(row, name) for name in CONTENT}
