"""An entry under review because a provision that it cites changed, and what came of it (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer, ProvisionChange
from foundation.record import RecordedModel
from leniency.models.entries import LeniencyEntry
from leniency.scope import within_list
from leniency.vocabulary.currency import EntryOutcome

WithinList = within_list("entry__list")


class EntryReview(RecordedModel):
    """While it is open the entry goes on being applied, and a person is to say whether it may."""

    entry = models.ForeignKey(
        LeniencyEntry, verbose_name=_("entry"), on_delete=models.PROTECT, related_name="reviews"
    )
    change = models.ForeignKey(
        ProvisionChange,
        verbose_name=_("change of the law"),
        on_delete=models.PROTECT,
        related_name="entry_reviews",
    )
    begun_on = models.DateField(_("begun on"))
    due_on = models.DateField(_("to be concluded by"))
    concluded_on = models.DateField(_("concluded on"), null=True, blank=True)
    concluded_by = models.ForeignKey(
        Officer, verbose_name=_("concluded by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(_("what came of it"), max_length=9, choices=EntryOutcome.choices, blank=True)
    findings = models.TextField(_("findings"), blank=True)

    objects = WithinList.as_manager()

    class Meta:
        verbose_name = _("review of an entry")
        verbose_name_plural = _("reviews of entries")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["due_on", "entry"],
                condition=models.Q(concluded_on=None),
                name="entry_review_open_idx",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["entry", "change"], name="entry_review_once_a_change"),
            models.CheckConstraint(
                condition=models.Q(concluded_on=None, outcome="")
                | (models.Q(concluded_on__isnull=False) & ~models.Q(outcome="") & ~models.Q(findings="")),
                name="entry_review_ends_with_findings",
                violation_error_message=_("A concluded review says what was found and what follows."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry} – {self.change}"

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.entry, self.entry.list)
