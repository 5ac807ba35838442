"""Rules of procedure by field of enforcement: periods, thresholds and what they rest on (Art. 3, 6)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import CityWide
from enforcement.models.organs import Field
from enforcement.rules.periods import Period, period_as_written
from enforcement.rules.profiles import Extension, Profile
from enforcement.vocabulary import Approver, Counting, StopKind

GENERAL = "general"
_DAYS = [MinValueValidator(1), MaxValueValidator(1000)]


def _days(label: Any, *, optional: bool = False) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(label, validators=_DAYS, null=optional, blank=optional)


def _counting(label: Any) -> models.CharField:
    return models.CharField(label, max_length=8, choices=Counting.choices, default=Counting.WORKING)


def _money(label: Any) -> models.DecimalField:
    return models.DecimalField(label, max_digits=14, decimal_places=2, null=True, blank=True)


class ProcedureProfile(CityWide):
    """The profile without a field is the general one: it binds where a field has none of its own."""

    field = models.OneToOneField(
        Field,
        verbose_name=_("field"),
        on_delete=models.PROTECT,
        related_name="profile",
        null=True,
        blank=True,
    )
    verification_days = _days(_("days to verify a clue"))
    verification_extension_days = _days(_("more days to verify, at most"), optional=True)
    verification_counting = _counting(_("days of verification"))
    defence_days = _days(_("days for statement and defence"))
    defence_counting = _counting(_("days of defence"))
    review_days = _days(_("days for legal review"))
    review_extension_days = _days(_("more days for review, at most"), optional=True)
    review_counting = _counting(_("days of review"))
    decision_days = _days(_("calendar days from filing to decision"))
    excludes_suspension = models.BooleanField(_("suspension is not counted"), default=False)
    excludes_hearing = models.BooleanField(_("hearing is not counted"), default=False)
    excludes_announcement = models.BooleanField(_("service by announcement is not counted"), default=False)
    excludes_testing = models.BooleanField(_("testing and appraisal are not counted"), default=False)
    hearing_person_fine = _money(_("hearing: fine of a natural person from (yuan)"))
    hearing_organisation_fine = _money(_("hearing: fine of an organisation from (yuan)"))
    summary_filing_days = _days(_("days to file a summary decision"))
    summary_filing_counting = _counting(_("days of filing"))
    sources = models.JSONField(_("sources"), default=dict, blank=True)

    class Meta:
        verbose_name = _("procedure of a field")
        verbose_name_plural = _("procedures of the fields")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                models.Case(models.When(field=None, then=models.Value(1))),
                name="one_general_profile",
                violation_error_message=_("There is a general procedure already."),
            ),
            models.CheckConstraint(
                condition=models.Q(decision_days__gte=1, decision_days__lte=1000),
                name="profile_decision_days_in_range",
                violation_error_message=_("The time to decide is between 1 and 1,000 days."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.field) if self.field_id else str(_("all other fields"))

    def get_absolute_url(self) -> str:
        return reverse("enforcement:profile_detail", args=[self.pk])

    @property
    def code(self) -> str:
        return self.field.code if self.field else GENERAL

    def as_rules(self) -> Profile:
        """The frozen value that rules are given, with the steps of extension in their order."""
        return self.with_steps(tuple(step.as_rule() for step in self.steps.all()))

    def with_steps(self, steps: tuple[Extension, ...]) -> Profile:
        """The frozen value with ``steps`` for its chain of extensions."""
        return Profile(
            field_code=self.code,
            verification=period_as_written(self.verification_days, self.verification_counting),
            verification_extension=_more(self.verification_extension_days, self.verification_counting),
            defence=period_as_written(self.defence_days, self.defence_counting),
            review=period_as_written(self.review_days, self.review_counting),
            review_extension=_more(self.review_extension_days, self.review_counting),
            decision_days=self.decision_days,
            extensions=steps,
            excluded=frozenset(kind.value for kind in StopKind if getattr(self, f"excludes_{kind.value}")),
            hearing_person_fine=self.hearing_person_fine,
            hearing_organisation_fine=self.hearing_organisation_fine,
            summary_filing=period_as_written(self.summary_filing_days, self.summary_filing_counting),
            sources=MappingProxyType(dict(self.sources)),
        )


def _more(days: int | None, counting: str) -> Period | None:
    return period_as_written(days, counting) if days else None


class ProfileExtension(CityWide):
    """One step in which the time to decide may be lengthened (Penalty Law, Art. 60)."""

    profile = models.ForeignKey(
        ProcedureProfile, verbose_name=_("procedure"), on_delete=models.PROTECT, related_name="steps"
    )
    position = models.PositiveSmallIntegerField(_("step"), validators=[MinValueValidator(1)])
    days = models.PositiveSmallIntegerField(
        _("calendar days, at most"),
        null=True,
        blank=True,
        validators=_DAYS,
        help_text=_("Empty: who grants it fixes the days."),
    )
    approver = models.CharField(_("granted by"), max_length=10, choices=Approver.choices)

    class Meta:
        verbose_name = _("step of extension")
        verbose_name_plural = _("steps of extension")
        ordering = ["profile", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "position"],
                name="extension_step_once",
                violation_error_message=_("There is a step at this place already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profile} – {self.position}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.profile,)

    def as_rule(self) -> Extension:
        return Extension(self.days, self.approver)
