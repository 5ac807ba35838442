"""What an interview asks to be put right, each with its day and a second look (Art. 8 (7))."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import Organ
from enforcement.scope import ScopedQuerySet
from foundation.record import RecordedModel
from guidance.models.actions import GuidanceAction
from guidance.vocabulary import Recheck


class RectificationQuerySet(ScopedQuerySet):
    scope_path = "action__"
    case_path = "action__case_id"

    def open(self) -> Any:
        return self.exclude(recheck_result=Recheck.CORRECTED)

    def looked_after_by(self, organ_id: int) -> Any:
        """Items of other organs' interviews that ``organ_id`` took over."""
        return self.filter(organ_id=organ_id)


class RectificationItem(RecordedModel):
    action = models.ForeignKey(GuidanceAction, on_delete=models.PROTECT, related_name="rectification_items")
    requirement = models.CharField(_("what is to be put right"), max_length=300)
    due_on = models.DateField(_("to be put right by"))
    organ = models.ForeignKey(
        Organ,
        verbose_name=_("looked after by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("an organ that takes part; empty for the one that leads"),
    )
    rechecked_on = models.DateField(_("looked at again on"), null=True, blank=True)
    recheck_result = models.CharField(
        _("what was found then"), max_length=13, choices=Recheck.choices, blank=True
    )
    recheck_note = models.CharField(_("note"), max_length=300, blank=True)

    objects = RectificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("item to be put right")
        verbose_name_plural = _("items to be put right")
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["due_on", "rechecked_on"], name="rectification_due_idx")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rechecked_on=None, recheck_result="")
                | models.Q(rechecked_on__isnull=False) & ~models.Q(recheck_result=""),
                name="rectification_recheck_has_result",
                violation_error_message=_("A second look has a day and a result."),
            ),
        ]

    def __str__(self) -> str:
        return self.requirement

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)


def items_with_organs() -> models.Prefetch:
    """The items of an action, each with the organ that looks after it, in one query."""
    return models.Prefetch("rectification_items", RectificationItem.objects.select_related("organ"))
