"""Risk points of the city's list, with their causes and graded measures (Art. 9)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from enforcement.models import Bilingual, CityWide, Field, Matter, OrganField
from enforcement.scope import CityWideQuerySet
from foundation.actors import Actor
from foundation.record import DerivedModel
from riskcontrol.rules.facts import Occurrences, PointFacts
from riskcontrol.vocabulary import CauseKind, Level, LevelSource, PointState, Side


def in_language(chinese: str, english: str) -> str:
    """The text in the reader's language; Chinese when there is no English."""
    return english if english and (get_language() or "").startswith("en") else chinese


class RiskPointQuerySet(CityWideQuerySet):
    def published(self) -> Any:
        return self.filter(state=PointState.PUBLISHED)


class RiskPoint(Bilingual, CityWide):
    """A violation that counterparts run into: how it shows, what follows, how it is prevented."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    field = models.ForeignKey(
        Field, verbose_name=_("field"), on_delete=models.PROTECT, related_name="risk_points"
    )
    matter = models.ForeignKey(
        Matter,
        verbose_name=_("matter"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="risk_points",
    )
    manifestation_zh = models.TextField(_("how it shows (Chinese)"), blank=True)
    manifestation_en = models.TextField(_("how it shows (English)"), blank=True)
    consequence_zh = models.TextField(_("what the law provides for (Chinese)"), blank=True)
    consequence_en = models.TextField(_("what the law provides for (English)"), blank=True)
    basis = models.CharField(_("legal basis"), max_length=200, blank=True)
    level = models.CharField(_("risk level"), max_length=6, choices=Level.choices)
    level_source = models.CharField(
        _("level set"), max_length=6, choices=LevelSource.choices, default=LevelSource.RULE
    )
    level_reason = models.TextField(_("why this level"), blank=True)
    season_months = models.JSONField(_("months of high season"), default=list, blank=True)
    industries = models.JSONField(_("industries it concerns"), default=list, blank=True)
    ways = models.JSONField(_("suggested ways of guidance"), default=list, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=PointState.choices, default=PointState.DRAFT)
    edition = models.PositiveSmallIntegerField(_("edition"), default=1)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    reviewed_on = models.DateField(_("last reviewed on"), null=True, blank=True)
    review_due_on = models.DateField(_("to be reviewed by"), null=True, blank=True)
    is_sample = models.BooleanField(_("sample for illustration"), default=False)

    objects = RiskPointQuerySet.as_manager()

    class Meta:
        verbose_name = _("risk point")
        verbose_name_plural = _("risk points")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level_source=LevelSource.RULE) | ~models.Q(level_reason=""),
                name="risk_level_of_a_person_has_reason",
                violation_error_message=_("Say why the level differs from the rule."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state=PointState.PUBLISHED) | models.Q(published_on__isnull=False),
                name="published_risk_point_has_date",
                violation_error_message=_("A published risk point has a date of publication."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("riskcontrol:point_detail", args=[self.pk])

    @property
    def manifestation(self) -> str:
        return in_language(self.manifestation_zh, self.manifestation_en)

    @property
    def consequence(self) -> str:
        return in_language(self.consequence_zh, self.consequence_en)

    @property
    def follows_rule(self) -> bool:
        return self.level_source == LevelSource.RULE and self.matter_id is not None

    def facts(self, *, by: Actor, at: datetime) -> PointFacts:
        """What the rules need to know about this risk point now."""
        return PointFacts(
            field_in_duties=by.organ_id is None
            or OrganField.objects.filter(organ_id=by.organ_id, field_id=self.field_id).exists(),
            cause_kinds=frozenset(cause.kind for cause in self.causes.all()),
            measure_sides=frozenset(measure.side for measure in self.measures.all()),
            has_basis=bool(self.basis.strip()),
        )


class PartOfPoint(CityWide):
    """A text in both languages that belongs to one risk point and its timeline."""

    text_zh = models.CharField(_("text (Chinese)"), max_length=300)
    text_en = models.CharField(_("text (English)"), max_length=300, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        return in_language(self.text_zh, self.text_en)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.point,)  # type: ignore[attr-defined]


class RiskCause(PartOfPoint):
    point = models.ForeignKey(RiskPoint, on_delete=models.PROTECT, related_name="causes")
    kind = models.CharField(_("kind of cause"), max_length=10, choices=CauseKind.choices)

    class Meta:
        verbose_name = _("cause of a risk")
        verbose_name_plural = _("causes of a risk")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["point", "kind", "text_zh"],
                name="risk_cause_once",
                violation_error_message=_("This cause is noted already."),
            ),
        ]


class RiskMeasure(PartOfPoint):
    """What one side does at a level; a measure takes no right away and adds no duty."""

    point = models.ForeignKey(RiskPoint, on_delete=models.PROTECT, related_name="measures")
    side = models.CharField(_("who does it"), max_length=11, choices=Side.choices)
    level = models.CharField(_("at level"), max_length=6, choices=Level.choices, blank=True)
    adds_no_duty = models.BooleanField(_("takes no right away and adds no duty"), default=False)

    class Meta:
        verbose_name = _("measure against a risk")
        verbose_name_plural = _("measures against a risk")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["point", "side", "level", "text_zh"],
                name="risk_measure_once",
                violation_error_message=_("This measure is noted already."),
            ),
            models.CheckConstraint(
                condition=models.Q(adds_no_duty=True),
                name="risk_measure_adds_no_duty",
                violation_error_message=_("A measure of prevention takes no right away and adds no duty."),
            ),
        ]


class PointFigures(DerivedModel):
    """How often a risk point's matter was decided lately, and the level that the rule draws from it."""

    point = models.OneToOneField(
        RiskPoint, on_delete=models.CASCADE, primary_key=True, related_name="figures"
    )
    in_two_years = models.PositiveIntegerField(_("cases decided in 24 months"), default=0)
    in_quarter = models.PositiveIntegerField(_("cases decided in three months"), default=0)
    mild = models.PositiveIntegerField(_("of these summary or without penalty"), default=0)
    grave = models.PositiveIntegerField(_("of these with a major penalty"), default=0)
    is_among_most_frequent = models.BooleanField(_("among the most frequent tenth"), default=False)
    level = models.CharField(_("level by the rule"), max_length=6, choices=Level.choices)
    counted_at = models.DateTimeField(_("counted at"))

    def __str__(self) -> str:
        return f"{self.point_id}:{self.level}"

    @property
    def occurrences(self) -> Occurrences:
        return Occurrences(
            in_two_years=self.in_two_years,
            in_quarter=self.in_quarter,
            mild=self.mild,
            grave=self.grave,
            is_among_most_frequent=self.is_among_most_frequent,
        )
