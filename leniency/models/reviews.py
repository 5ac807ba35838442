"""A look back at a list in force: why it was begun and what came of it (Art. 10 para. 1: dynamic management)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer
from foundation.record import RecordedModel
from leniency.models.lists import LeniencyList
from leniency.scope import within_list
from leniency.vocabulary import ReviewCause, ReviewOutcome

WithinList = within_list("list")


class ListReview(RecordedModel):
    """One at a time; while it is open, the list is under review and goes on being applied."""

    list = models.ForeignKey(
        LeniencyList, verbose_name=_("list"), on_delete=models.PROTECT, related_name="reviews"
    )
    cause = models.CharField(_("why it is reviewed"), max_length=12, choices=ReviewCause.choices)
    note = models.TextField(_("what it is about"), blank=True)
    begun_on = models.DateField(_("begun on"))
    due_on = models.DateField(_("to be concluded by"))
    concluded_on = models.DateField(_("concluded on"), null=True, blank=True)
    concluded_by = models.ForeignKey(
        Officer, verbose_name=_("concluded by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(_("what came of it"), max_length=8, choices=ReviewOutcome.choices, blank=True)
    findings = models.TextField(_("findings"), blank=True)

    objects = WithinList.as_manager()

    class Meta:
        verbose_name = _("review of a list")
        verbose_name_plural = _("reviews of lists")
        ordering = ["-id"]
        indexes = [models.Index(fields=["due_on", "list"], name="leniency_review_due_idx")]
        constraints = [
            models.UniqueConstraint(
                fields=["list"],
                condition=models.Q(concluded_on=None),
                name="leniency_review_one_open",
                violation_error_message=_("The list is under review already."),
            ),
            models.CheckConstraint(
                condition=models.Q(concluded_on=None, outcome="")
                | (models.Q(concluded_on__isnull=False) & ~models.Q(outcome="") & ~models.Q(findings="")),
                name="leniency_review_ends_with_findings",
                violation_error_message=_("A concluded review says what was found and what follows."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.list} – {self.get_cause_display()}"

    def get_absolute_url(self) -> str:
        return self.list.get_absolute_url()

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.list,)
