"""The ledger of simple guidance: what was given to many, counted row by row (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enforcement.models import OrganScoped
from enforcement.scope import ScopedQuerySet
from guidance.vocabulary import LedgerMethod, Way

Q = models.Q


class LedgerQuerySet(ScopedQuerySet):
    def standing(self) -> Any:
        """Rows that were not removed."""
        return self.filter(removed_at=None)


class LedgerRow(OrganScoped):
    """``serial`` counts within the organ and year, as the paper ledger does; a removed row keeps its own."""

    serial = models.PositiveIntegerField(_("serial number"))
    held_on = models.DateField(_("day"))
    way = models.CharField(_("way"), max_length=10, choices=Way.choices)
    method = models.CharField(_("method"), max_length=10, choices=LedgerMethod.choices)
    audience = models.CharField(_("audience"), max_length=200)
    content = models.CharField(_("content"), max_length=500)
    people = models.PositiveIntegerField(_("people reached"), default=0)
    copies = models.PositiveIntegerField(_("copies given out"), default=0)
    result = models.CharField(_("result of the guidance"), max_length=500, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    removed_at = models.DateTimeField(_("removed at"), null=True)
    removal_reason = models.CharField(_("why it was removed"), max_length=2000, blank=True)

    objects = LedgerQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of the ledger")
        verbose_name_plural = _("ledger of simple guidance")
        ordering = ["-held_on", "-id"]
        indexes = [
            models.Index(fields=["organ", "-held_on", "-id"], name="ledger_organ_idx"),
            models.Index(fields=["branch", "-held_on", "-id"], name="ledger_branch_idx"),
            models.Index(fields=["line", "-held_on", "-id"], name="ledger_line_idx"),
            models.Index(fields=["district", "-held_on", "-id"], name="ledger_district_idx"),
            models.Index(fields=["-held_on", "-id"], name="ledger_day_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(people__gt=0) | Q(copies__gt=0),
                name="ledger_row_counts_something",
                violation_error_message=_(
                    "Say how many people were reached, or how many copies were given out."
                ),
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None) | ~Q(removal_reason=""),
                name="ledger_row_removed_for_a_reason",
                violation_error_message=_("A row is removed for a reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.held_on:%Y}-{self.serial} {self.content[:40]}"

    def get_absolute_url(self) -> str:
        return reverse("guidance:ledger_detail", args=[self.pk])

    @property
    def described(self) -> str:
        """Method, audience and content in one, as the official table has it."""
        return described(self.method, self.audience, self.content)


def described(method: str, audience: str, content: str) -> str:
    comma = pgettext_lazy("between parts of a description", "; ")
    return f"{LedgerMethod(method).label}{comma}{audience}{comma}{content}"
