"""What one officer asks for in a case and another answers in writing (Art. 5, 6, 10)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.officers import Officer
from enforcement.models.procedure import CasePart


class AskedPart(CasePart):
    """A request in a case: without effect until somebody else answers it."""

    asked_by = models.ForeignKey(
        Officer, verbose_name=_("asked by"), on_delete=models.PROTECT, related_name="+"
    )
    asked_on = models.DateField(_("asked on"))
    answered_by = models.ForeignKey(
        Officer,
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    class Meta:
        abstract = True
