"""A self-check that a counterpart was offered, with what it asks about (Art. 9)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Counterpart, Field, Officer, OrganScoped
from enforcement.scope import ScopedQuerySet
from foundation.record import DerivedModel
from guidance.models import GuidanceAction
from riskcontrol.models.campaigns import Campaign
from riskcontrol.vocabulary import CheckState

Q = models.Q
MANY = models.PositiveSmallIntegerField


class SelfCheckQuerySet(ScopedQuerySet):
    def with_everything(self) -> Self:
        """With all that its pages show."""
        named = ("counterpart", "organ", "field", "invitation", "campaign__batch", "asked_by", "application")
        return self.select_related(*named)

    def unanswered(self) -> Self:
        return self.filter(state__in=[CheckState.ASKED, CheckState.BEGUN])


class SelfCheck(OrganScoped):
    """``invitation`` is the tip by which it was offered: its link is the door, and it says that all is voluntary.

    ``editions`` are the keys of what it asks about, as it was published on the day on which it was offered.
    """

    counterpart = models.ForeignKey(
        Counterpart,
        verbose_name=_("counterpart"),
        on_delete=models.PROTECT,
        related_name="self_checks",
        db_index=False,
    )
    field = models.ForeignKey(Field, verbose_name=_("field"), on_delete=models.PROTECT, related_name="+")
    invitation = models.OneToOneField(
        GuidanceAction, verbose_name=_("guidance"), on_delete=models.PROTECT, related_name="self_check"
    )
    campaign = models.ForeignKey(
        Campaign,
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="checks",
        db_index=False,
    )
    state = models.CharField(_("state"), max_length=9, choices=CheckState.choices, default=CheckState.ASKED)
    due_on = models.DateField(_("to be answered by"))
    asked_by = models.ForeignKey(
        Officer, verbose_name=_("asked by"), on_delete=models.PROTECT, related_name="+"
    )
    begun_at = models.DateTimeField(_("begun at"), null=True)
    submitted_at = models.DateTimeField(_("submitted at"), null=True)
    declared_by = models.CharField(_("filled in by"), max_length=60, blank=True)
    editions = models.JSONField(_("points asked about"), default=list)
    gaps = MANY(_("found"), default=0)
    corrected = MANY(_("corrected"), default=0)
    application = models.ForeignKey(
        GuidanceAction,
        verbose_name=_("counselling asked for"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = SelfCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("self-check")
        verbose_name_plural = _("self-checks")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["organ", "-created_at", "-id"], name="self_check_organ_idx"),
            models.Index(fields=["branch", "-created_at", "-id"], name="self_check_branch_idx"),
            models.Index(fields=["line", "-created_at", "-id"], name="self_check_line_idx"),
            models.Index(fields=["district", "-created_at", "-id"], name="self_check_district_idx"),
            models.Index(fields=["-created_at", "-id"], name="self_check_created_idx"),
            models.Index(fields=["counterpart", "-id"], name="self_check_party_idx"),
            models.Index(fields=["campaign", "state"], name="self_check_campaign_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=CheckState.SUBMITTED, submitted_at__isnull=False)
                | ~Q(state=CheckState.SUBMITTED) & Q(submitted_at=None),
                name="self_check_submitted_has_time",
                violation_error_message=_("A submitted self-check says when it was submitted."),
            ),
            models.CheckConstraint(
                condition=~Q(state=CheckState.SUBMITTED) | ~Q(declared_by=""),
                name="self_check_submitted_is_declared",
                violation_error_message=_("Somebody stands for what was submitted."),
            ),
            models.CheckConstraint(
                condition=Q(corrected__lte=models.F("gaps")),
                name="self_check_corrects_what_was_found",
                violation_error_message=_("No more can be corrected than was found."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.invitation.number}"

    def get_absolute_url(self) -> str:
        return reverse("riskcontrol:self_check_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.counterpart,)

    @property
    def open_gaps(self) -> int:
        """Found and not corrected yet, by what the party said."""
        return self.gaps - self.corrected

    @property
    def is_submitted(self) -> bool:
        return self.submitted_at is not None


class SelfCheckDraft(DerivedModel):
    """What was typed and is not submitted: nobody but the holder of the link reads it."""

    self_check = models.OneToOneField(SelfCheck, on_delete=models.PROTECT, related_name="draft")
    values = models.JSONField(default=dict)
    saved_at = models.DateTimeField(_("saved at"))

    class Meta:
        verbose_name = _("draft of a self-check")
        verbose_name_plural = _("drafts of self-checks")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.saved_at)
