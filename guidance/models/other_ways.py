"""Ways that an organ defines itself, each with fields of its own, in editions (Art. 8, last paragraph)."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Bilingual, OrganScoped
from enforcement.models.base import in_words
from enforcement.scope import ScopedQuerySet, through
from foundation.actors import Actor
from foundation.record import RecordedModel
from foundation.wording import day_text
from guidance.rules.other_ways import OtherWayFacts
from guidance.vocabulary import FieldKind, FieldStage, OtherWayState

Q = models.Q
KEY = RegexValidator(r"^[a-z][a-z0-9_]{0,30}\Z", _("Small letters, digits and _, beginning with a letter."))


class OtherWayQuerySet(ScopedQuerySet):
    def in_use(self) -> Self:
        return self.filter(state=OtherWayState.IN_USE)


class OtherWay(Bilingual, OrganScoped):
    """One edition of a way; guidance that was given in it keeps it, whatever comes later."""

    description = models.TextField(_("how it works"))
    edition = models.PositiveSmallIntegerField(_("edition"), default=1)
    state = models.CharField(
        _("state"), max_length=8, choices=OtherWayState.choices, default=OtherWayState.DRAFT
    )
    replaces = models.ForeignKey(
        "self",
        verbose_name=_("replaces"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successors",
    )
    in_use_on = models.DateField(_("in use since"), null=True, blank=True)
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    objects = OtherWayQuerySet.as_manager()

    class Meta:
        verbose_name = _("way of one's own")
        verbose_name_plural = _("ways of one's own")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["organ", "-created_at", "-id"], name="other_way_organ_idx"),
            models.Index(fields=["branch", "-created_at", "-id"], name="other_way_branch_idx"),
            models.Index(fields=["line", "-created_at", "-id"], name="other_way_line_idx"),
            models.Index(fields=["district", "-created_at", "-id"], name="other_way_district_idx"),
            models.Index(fields=["-created_at", "-id"], name="other_way_made_idx"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "name_zh"],
                condition=Q(state=OtherWayState.IN_USE),
                name="other_way_in_use_once",
                violation_error_message=_("A way of this name is in use already: revise that one."),
            ),
            models.CheckConstraint(
                condition=~Q(state=OtherWayState.IN_USE) | Q(in_use_on__isnull=False),
                name="other_way_in_use_since",
                violation_error_message=_("A way in use has a first day."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("guidance:way_detail", args=[self.pk])

    def facts(self, *, by: Actor, at: Any) -> OtherWayFacts:
        """What the rules need to know of this way."""
        return OtherWayFacts(has_words=bool(self.name_zh.strip() and self.description.strip()))

    def fields_of(self, stage: str) -> list[Any]:
        """The fields that are asked at ``stage``, in their order."""
        return [field for field in self.fields.all() if field.stage == stage]


class OtherField(RecordedModel):
    """One thing that a way of one's own asks for beyond what all ways ask."""

    way = models.ForeignKey(OtherWay, on_delete=models.PROTECT, related_name="fields")
    key = models.CharField(_("key"), max_length=31, validators=[KEY])
    label_zh = models.CharField(_("label (Chinese)"), max_length=80)
    label_en = models.CharField(_("label (English)"), max_length=80, blank=True)
    kind = models.CharField(_("kind"), max_length=6, choices=FieldKind.choices)
    choices = models.TextField(_("choices, one a line"), blank=True)
    stage = models.CharField(_("asked"), max_length=8, choices=FieldStage.choices)
    is_required = models.BooleanField(_("must be filled in"), default=False)

    objects = through("way").as_manager()

    class Meta:
        verbose_name = _("field of a way of one's own")
        verbose_name_plural = _("fields of a way of one's own")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["way", "key"],
                name="other_field_key_once",
                violation_error_message=_("This key is taken already."),
            ),
            models.CheckConstraint(
                condition=~Q(kind=FieldKind.CHOICE) | ~Q(choices=""),
                name="other_field_has_choices",
                violation_error_message=_("Name at least one choice."),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.way,)

    @property
    def label(self) -> str:
        return in_words(self.label_zh, self.label_en)

    @property
    def options(self) -> list[str]:
        """The choices, without empty lines."""
        return [line.strip() for line in self.choices.splitlines() if line.strip()]


def in_words_of_way(kept: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Label and value of each further field, in the reader's language; what was left empty is left out."""
    return [(in_words(one["zh"], one["en"]), _told(one)) for one in kept if one["value"] not in (None, "")]


def _told(one: dict[str, Any]) -> str:
    if one["kind"] == FieldKind.DATE:
        return day_text(date.fromisoformat(one["value"]))
    if one["kind"] == FieldKind.YES_NO:
        return str(_("yes") if one["value"] == "yes" else _("no"))
    return str(one["value"])
