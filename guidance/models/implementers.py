"""Who implements a guidance action and is named on its document (Art. 8)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer
from enforcement.scope import through
from foundation.record import RecordedModel
from guidance.models.actions import GuidanceAction


class GuidanceOfficer(RecordedModel):
    """An officer who implements a guidance action and is named on its document."""

    action = models.ForeignKey(
        GuidanceAction, on_delete=models.PROTECT, related_name="officers", db_index=False
    )
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.PROTECT, related_name="guidance_duties"
    )

    objects = through("action", case="action__case_id").as_manager()

    class Meta:
        verbose_name = _("implementer")
        verbose_name_plural = _("implementers")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "officer"],
                name="guidance_officer_once",
                violation_error_message=_("This officer is named already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.officer)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)
