"""An officer's deadlines as a calendar that other programs read by a secret link (Art. 4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import CityWide
from enforcement.models.officers import Officer


class CalendarFeed(CityWide):
    """The link is shown once and stored as a digest; a new one ends the old."""

    officer = models.OneToOneField(
        Officer, verbose_name=_("officer"), on_delete=models.PROTECT, related_name="calendar_feed"
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.officer)
