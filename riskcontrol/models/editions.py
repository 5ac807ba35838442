"""What was published of a risk point, readable for any day since (Art. 9)."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import CityWide, Field, Matter, Officer
from enforcement.scope import CityWideQuerySet
from riskcontrol.models.content import PartContent, PointContent
from riskcontrol.models.points import RiskPoint
from riskcontrol.vocabulary import CauseKind, EditionCause, Level, Side


class EditionQuerySet(CityWideQuerySet):
    """Editions, or rows below them; ``edition_path`` leads to the edition."""

    edition_path = ""

    def published(self) -> Self:
        """Every edition was published once; what is in force is asked for by its day."""
        return self.all()

    def in_force(self, day: date) -> Self:
        """Those that were the published ones at the end of ``day``."""
        path = self.edition_path
        lasting = Q(**{f"{path}ended_on": None}) | Q(**{f"{path}ended_on__gt": day})
        return self.filter(lasting, **{f"{path}published_on__lte": day})

    def standing(self) -> Self:
        """Those that nothing has replaced or withdrawn yet."""
        return self.filter(**{f"{self.edition_path}ended_on": None})


class EditionPartQuerySet(EditionQuerySet):
    edition_path = "edition__"


class PointEdition(PointContent, CityWide):
    """One edition of one risk point: never edited; the next one, or a withdrawal, ends it."""

    point = models.ForeignKey(
        RiskPoint, verbose_name=_("risk point"), on_delete=models.PROTECT, related_name="editions"
    )
    number = models.PositiveSmallIntegerField(_("edition"))
    cause = models.CharField(_("why it was published"), max_length=9, choices=EditionCause.choices)
    code = models.CharField(_("code"), max_length=20)
    field = models.ForeignKey(Field, verbose_name=_("field"), on_delete=models.PROTECT, related_name="+")
    matter = models.ForeignKey(
        Matter, verbose_name=_("matter"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    published_on = models.DateField(_("published on"))
    ended_on = models.DateField(_("replaced or withdrawn on"), null=True, blank=True)
    checked_by = models.ForeignKey(
        Officer, verbose_name=_("legality checked by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_by = models.ForeignKey(
        Officer, verbose_name=_("approved by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    opinion = models.TextField(_("opinion on legality"), blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition of a risk point")
        verbose_name_plural = _("editions of risk points")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["point", "number"],
                name="risk_edition_number_once",
                violation_error_message=_("This edition exists already."),
            ),
            models.UniqueConstraint(
                fields=["point"],
                condition=Q(ended_on=None),
                name="risk_edition_one_in_force",
                violation_error_message=_("One edition of a risk point is in force at a time."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("published_on")),
                name="risk_edition_days_in_order",
                violation_error_message=_("An edition cannot end before it is published."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("riskcontrol:public_point", args=[self.pk])

    def is_in_force(self, day: date) -> bool:
        """Whether it was the published one at the end of ``day``."""
        return self.published_on <= day and (self.ended_on is None or self.ended_on > day)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.point,)


class PartOfEdition(PartContent, CityWide):
    objects = EditionPartQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["id"]

    def get_absolute_url(self) -> str:
        edition: Any = self.edition  # type: ignore[attr-defined]
        return str(edition.get_absolute_url())


class PublishedCause(PartOfEdition):
    """A line of the published list of causes."""

    edition = models.ForeignKey(PointEdition, on_delete=models.PROTECT, related_name="causes")
    kind = models.CharField(_("kind of cause"), max_length=10, choices=CauseKind.choices)

    class Meta(PartOfEdition.Meta):
        verbose_name = _("published cause of a risk")
        verbose_name_plural = _("published causes of risks")


class PublishedMeasure(PartOfEdition):
    """A line of the published list of measures; whoever approved the edition vouched for it."""

    edition = models.ForeignKey(PointEdition, on_delete=models.PROTECT, related_name="measures")
    side = models.CharField(_("who does it"), max_length=11, choices=Side.choices)
    level = models.CharField(_("at level"), max_length=6, choices=Level.choices, blank=True)

    class Meta(PartOfEdition.Meta):
        verbose_name = _("published measure against a risk")
        verbose_name_plural = _("published measures against risks")
