"""The risk of a counterpart as it was computed: narrow rows, rebuilt at any time (Art. 9)."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Counterpart, Organ, Region
from enforcement.vocabulary import Industry
from foundation.record import DerivedModel
from riskcontrol.scope import RiskQuerySet, TallyQuerySet
from riskcontrol.vocabulary import Level


class CounterpartRisk(DerivedModel):
    """One row a counterpart; ``inputs`` holds ``[code, value, weight, points]`` of whatever counts."""

    counterpart = models.OneToOneField(
        Counterpart, on_delete=models.CASCADE, primary_key=True, related_name="risk"
    )
    district = models.ForeignKey(
        Region, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+", db_index=False)
    score = models.PositiveSmallIntegerField(_("score"))
    level = models.CharField(_("risk level"), max_length=6, choices=Level.choices)
    inputs = models.JSONField(_("inputs"), default=list)
    model_version = models.PositiveSmallIntegerField(_("version of the formula"))
    assessed_at = models.DateTimeField(_("computed at"))
    changed_at = models.DateTimeField(_("level since"))
    calm = models.PositiveSmallIntegerField(_("clean reviews in a row"), default=0)
    calm_on = models.DateField(_("last clean review"), null=True)
    calm_level = models.CharField(_("level on the way"), max_length=6, choices=Level.choices, blank=True)

    objects = RiskQuerySet.as_manager()

    class Meta:
        verbose_name = _("risk of a counterpart")
        verbose_name_plural = _("risks of counterparts")
        indexes = [
            models.Index(fields=["district", "-score", "-counterpart"], name="risk_district_idx"),
            models.Index(fields=["-score", "-counterpart"], name="risk_score_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(score__lte=100),
                name="risk_score_at_most_100",
                violation_error_message=_("A score lies between 0 and 100."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.counterpart_id}:{self.score}"

    def get_absolute_url(self) -> str:
        return reverse("riskcontrol:counterpart_detail", args=[self.pk])


class RiskHistory(DerivedModel):
    """The score of a counterpart on the days on which it changed."""

    counterpart = models.ForeignKey(
        Counterpart, on_delete=models.CASCADE, related_name="risk_history", db_index=False
    )
    on = models.DateField(_("day"))
    score = models.PositiveSmallIntegerField(_("score"))
    level = models.CharField(_("risk level"), max_length=6, choices=Level.choices)
    model_version = models.PositiveSmallIntegerField(_("version of the formula"), default=1)

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["counterpart", "on"],
                name="risk_history_once_a_day",
                violation_error_message=_("The score of this day is noted already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.counterpart_id} {self.on}: {self.score}"


class RiskTally(DerivedModel):
    """How many counterparts of an industry stand at a level: a page need not count them."""

    district = models.ForeignKey(Region, null=True, on_delete=models.PROTECT, related_name="+")
    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    industry = models.CharField(_("industry"), max_length=2, choices=Industry.choices)
    level = models.CharField(_("risk level"), max_length=6, choices=Level.choices)
    number = models.PositiveIntegerField(_("counterparts"))

    objects = TallyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["district", "organ", "industry", "level"],
                condition=models.Q(district__isnull=False),
                name="risk_tally_once_a_district",
                violation_error_message=_("These counterparts are counted already."),
            ),
            models.UniqueConstraint(
                fields=["organ", "industry", "level"],
                condition=models.Q(district=None),
                name="risk_tally_once_outside_districts",
                violation_error_message=_("These counterparts are counted already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.district_id}:{self.industry}:{self.level}={self.number}"


class RiskReview(DerivedModel):
    """One pass over all counterparts: where it stands, so that a killed worker loses nothing."""

    day = models.DateField(_("day"), unique=True)
    at = models.DateTimeField(_("facts as of"))
    is_monthly = models.BooleanField(_("review of the month"), default=False)
    last_id = models.BigIntegerField(default=0)
    seen = models.PositiveIntegerField(_("counterparts seen"), default=0)
    written = models.PositiveIntegerField(_("scores changed"), default=0)
    moved = models.PositiveIntegerField(_("levels changed"), default=0)
    finished_at = models.DateTimeField(_("finished at"), null=True)

    class Meta:
        verbose_name = _("risk review")
        verbose_name_plural = _("risk reviews")
        ordering = ["-day"]

    def __str__(self) -> str:
        return self.day.isoformat()
