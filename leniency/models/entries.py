"""One line of a list: the violation, its law, and the conditions of leniency (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from enforcement.models import Matter
from foundation.record import RecordedModel
from leniency.models.lists import LeniencyList
from leniency.scope import EntryQuerySet
from leniency.vocabulary import conditions_text

WARNING = "警告"


class LeniencyEntry(RecordedModel):
    """Fixed once its list is published: a change is a new revision in a new edition."""

    list = models.ForeignKey(
        LeniencyList, verbose_name=_("list"), on_delete=models.PROTECT, related_name="entries"
    )
    code = models.CharField(_("code"), max_length=20)
    revision = models.PositiveSmallIntegerField(_("revision"), default=1, editable=False)
    matter = models.ForeignKey(
        Matter,
        verbose_name=_("enforcement matter"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="leniency_entries",
    )
    violation_zh = models.CharField(_("violation (Chinese)"), max_length=300)
    violation_en = models.CharField(_("violation (English)"), max_length=300, blank=True)
    violated = models.CharField(_("provision violated"), max_length=200, blank=True)
    basis = models.CharField(_("basis of the penalty"), max_length=200, blank=True)
    statutory_range = models.CharField(_("statutory range"), max_length=200, blank=True)
    correct_first = models.BooleanField(_("the statute orders correction first"), default=False)
    conditions_zh = models.CharField(_("conditions in words (Chinese)"), max_length=400, blank=True)
    conditions_en = models.CharField(_("conditions in words (English)"), max_length=400, blank=True)
    follow_up_zh = models.CharField(_("what follows (Chinese)"), max_length=200, blank=True)
    follow_up_en = models.CharField(_("what follows (English)"), max_length=200, blank=True)
    suspended_on = models.DateField(_("suspended on"), null=True, blank=True)
    suspension_reason = models.TextField(_("why it is suspended"), blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("leniency entry")
        verbose_name_plural = _("leniency entries")
        ordering = ["list", "code"]
        indexes = [models.Index(fields=["code", "revision"], name="leniency_entry_code_idx")]
        constraints = [
            models.UniqueConstraint(
                fields=["list", "code"],
                name="leniency_entry_code_once_a_list",
                violation_error_message=_("The list has an entry of this code already."),
            ),
            models.CheckConstraint(
                condition=models.Q(suspended_on=None) | ~models.Q(suspension_reason=""),
                name="leniency_entry_suspended_with_reason",
                violation_error_message=_("Say why the entry is suspended."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.violation}"

    def get_absolute_url(self) -> str:
        return reverse("leniency:entry_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.list,)

    @property
    def adds_nothing(self) -> bool:
        """The statute orders correction first, and knows no warning that the entry would waive."""
        return self.correct_first and WARNING not in self.statutory_range

    @property
    def violation(self) -> str:
        return self._worded("violation")

    @property
    def conditions_text(self) -> str:
        """The conditions in the list's own words, or as its data say them."""
        return self.own_conditions or conditions_text(str(condition) for condition in self.conditions.all())

    @property
    def own_conditions(self) -> str:
        return self._worded("conditions")

    @property
    def follow_up(self) -> str:
        return self._worded("follow_up")

    def _worded(self, name: str) -> Any:
        english = getattr(self, f"{name}_en")
        wanted = english and (get_language() or "").startswith("en")
        return english if wanted else getattr(self, f"{name}_zh")
