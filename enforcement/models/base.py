"""What many models share: two languages, and the organ under whose scope a row stands."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from enforcement.scope import CityWideQuerySet, ScopedQuerySet
from foundation.record import RecordedModel

_SCOPES: dict[str, list[str]] = {
    "all": [],
    "branch": ["branch"],
    "district": ["district"],
    "line": ["line"],
    "organ": ["organ"],
}


class Bilingual(models.Model):
    """A name in Chinese and English; the reader's language chooses."""

    name_zh = models.CharField(_("name (Chinese)"), max_length=200)
    name_en = models.CharField(_("name (English)"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_words(self.name_zh, self.name_en)


def in_words(zh: str, en: str) -> str:
    """What stands in the reader's language, or in Chinese where there is no English."""
    return en if en and (get_language() or "").startswith("en") else zh


def name_field() -> str:
    """The suffix of the column that the reader's language chooses: ``name_zh`` or ``name_en``."""
    return "name_en" if (get_language() or "").startswith("en") else "name_zh"


class CityWide(RecordedModel):
    """Reference data of the whole city."""

    objects = CityWideQuerySet.as_manager()

    class Meta:
        abstract = True


class OrganScoped(RecordedModel):
    """A row under an organ, with the organ's superiors copied in, so that scope is one equality.

    Each model indexes these columns together with the order of its list: alone they would only mislead.
    """

    organ = models.ForeignKey(
        "enforcement.Organ",
        verbose_name=_("organ"),
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    line = models.ForeignKey(
        "enforcement.Organ",
        verbose_name=_("system line"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    branch = models.ForeignKey(
        "enforcement.Organ",
        verbose_name=_("branch"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    district = models.ForeignKey(
        "enforcement.Region",
        verbose_name=_("district"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True

    def place_under(self, organ: Any) -> None:
        """Set the organ and copy its superiors."""
        self.organ = organ
        self.line_id, self.branch_id, self.district_id = organ.line_id, organ.branch_id, organ.district_id


def indexes_in_order(name: str, order: list[str]) -> list[models.Index]:
    """An index for the list of a model in everybody's reach."""
    return [
        models.Index(fields=[*scope, *order], name=f"{name}_{whose}_idx") for whose, scope in _SCOPES.items()
    ]


def indexes_of_open(name: str, order: list[str], condition: models.Q) -> list[models.Index]:
    """Small indexes of what is still open, in everybody's reach: most rows of a city are closed."""
    return [
        models.Index(fields=[*scope, *order], condition=condition, name=f"{name}_open_{whose}_idx")
        for whose, scope in _SCOPES.items()
    ]
