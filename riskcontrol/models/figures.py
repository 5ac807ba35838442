"""How often the matter of a risk point was decided: lately, and quarter by quarter (Art. 9)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.record import DerivedModel
from riskcontrol.models.points import RiskPoint
from riskcontrol.rules.facts import Occurrences
from riskcontrol.vocabulary import Level


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


class PointQuarter(DerivedModel):
    """The decisions of one calendar quarter."""

    point = models.ForeignKey(RiskPoint, on_delete=models.CASCADE, related_name="quarters", db_index=False)
    year = models.PositiveSmallIntegerField(_("year"))
    quarter = models.PositiveSmallIntegerField(_("quarter"))
    decided = models.PositiveIntegerField(_("cases decided"), default=0)
    mild = models.PositiveIntegerField(_("of these summary or without penalty"), default=0)
    grave = models.PositiveIntegerField(_("of these with a major penalty"), default=0)
    counted_at = models.DateTimeField(_("counted at"))

    class Meta:
        ordering = ["year", "quarter"]
        constraints = [
            models.UniqueConstraint(
                fields=["point", "year", "quarter"],
                name="risk_point_quarter_once",
                violation_error_message=_("The cases of this quarter are counted already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.point_id} {self.year}Q{self.quarter}: {self.decided}"
