"""A condition of an entry as data, so that it can be evaluated, shown and explained (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from foundation.record import RecordedModel
from leniency.models.entries import LeniencyEntry
from leniency.rules.facts import ConditionTerms
from leniency.scope import within_list
from leniency.vocabulary import CHOICES_OF, NEEDS_NUMBER, ConditionKind, Sameness, condition_text

WithinList = within_list("entry__list")


class LeniencyCondition(RecordedModel):
    entry = models.ForeignKey(
        LeniencyEntry, verbose_name=_("entry"), on_delete=models.PROTECT, related_name="conditions"
    )
    kind = models.CharField(_("kind of condition"), max_length=24, choices=ConditionKind.choices)
    number = models.DecimalField(_("number"), max_digits=14, decimal_places=2, null=True, blank=True)
    choice = models.CharField(_("at most"), max_length=12, blank=True)
    sameness = models.CharField(
        _("what counts as earlier"), max_length=8, choices=Sameness.choices, blank=True
    )
    text_zh = models.CharField(_("fact to be found (Chinese)"), max_length=200, blank=True)
    text_en = models.CharField(_("fact to be found (English)"), max_length=200, blank=True)

    objects = WithinList.as_manager()

    class Meta:
        verbose_name = _("condition of leniency")
        verbose_name_plural = _("conditions of leniency")
        ordering = ["entry", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number=None) | models.Q(number__gte=0),
                name="leniency_condition_not_negative",
                violation_error_message=_("The number of a condition cannot be negative."),
            ),
            models.CheckConstraint(
                condition=~models.Q(kind__in=NEEDS_NUMBER) | models.Q(number__isnull=False),
                name="leniency_condition_has_number",
                violation_error_message=_("This kind of condition needs a number."),
            ),
            models.CheckConstraint(
                condition=~models.Q(kind__in=list(CHOICES_OF)) | ~models.Q(choice=""),
                name="leniency_condition_has_rung",
                violation_error_message=_("Say up to which degree the condition is met."),
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=ConditionKind.ATTESTED) | ~models.Q(text_zh=""),
                name="leniency_condition_has_text",
                violation_error_message=_("Say which fact has to be found."),
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=ConditionKind.FIRST_TIME) | ~models.Q(sameness=""),
                name="leniency_condition_says_what_counts",
                violation_error_message=_("Say which earlier violations count."),
            ),
        ]

    def __str__(self) -> str:
        return condition_text(
            self.kind, number=self.number, choice=self.choice, sameness=self.sameness, text=self.text
        )

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.entry, self.entry.list)

    @property
    def text(self) -> str:
        return self.text_en if self.text_en and (get_language() or "").startswith("en") else self.text_zh

    @property
    def terms(self) -> ConditionTerms:
        """The condition as the rules are given it."""
        return ConditionTerms(
            id=self.pk,
            kind=self.kind,
            number=self.number,
            choice=self.choice,
            sameness=self.sameness,
            text_zh=self.text_zh,
            text_en=self.text_en,
        )
