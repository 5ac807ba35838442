"""The provisions of law that an entry cites, as data: so that a change of the law is noticed (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import Provision
from foundation.record import RecordedModel
from leniency.models.entries import LeniencyEntry
from leniency.scope import within_list

WithinList = within_list("entry__list")


class EntryCitation(RecordedModel):
    entry = models.ForeignKey(
        LeniencyEntry, verbose_name=_("entry"), on_delete=models.PROTECT, related_name="citations"
    )
    provision = models.ForeignKey(
        Provision, verbose_name=_("provision"), on_delete=models.PROTECT, related_name="entry_citations"
    )
    is_basis = models.BooleanField(_("basis of the penalty"), default=False)

    objects = WithinList.as_manager()

    class Meta:
        verbose_name = _("provision cited by an entry")
        verbose_name_plural = _("provisions cited by entries")
        ordering = ["entry", "is_basis", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "provision", "is_basis"],
                name="entry_citation_once",
                violation_error_message=_("The entry cites this provision already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.provision)

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.entry, self.entry.list)
