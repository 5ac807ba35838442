"""Editions of public texts: each as everybody read it, never changed (Art. 4, 6; Penalty Law, Art. 48)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.officers import Officer
from enforcement.models.publicity import CASE_PATHS, Publication
from enforcement.scope import through
from foundation.record import RecordedModel


class PublicEdition(RecordedModel):
    """A text as it was published: never changed, only followed by another."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField(_("edition"))
    party = models.CharField(_("party"), max_length=200)
    violation = models.TextField(_("what was found"))
    basis = models.TextField(_("basis"))
    result = models.TextField(_("what was decided"))
    published_on = models.DateField(_("published on"))
    approved_by = models.ForeignKey(
        Officer, verbose_name=_("approved by"), on_delete=models.PROTECT, related_name="+"
    )
    correction_reason = models.TextField(_("why the one before was corrected"), blank=True)

    objects = through("publication", case=tuple(f"publication__{path}" for path in CASE_PATHS)).as_manager()

    class Meta:
        verbose_name = _("edition of a public text")
        verbose_name_plural = _("editions of public texts")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "number"],
                name="public_edition_once",
                violation_error_message=_("This edition exists already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication} – {self.number}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.publication,)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it once; raises ValueError for a second time."""
        if not self._state.adding:
            raise ValueError("a published text is not changed: publish another edition")
        super().save(*args, **kwargs)
