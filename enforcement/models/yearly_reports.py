"""What an organ published of a year of enforcement: day, address and fingerprint (Art. 4; PUB-5)."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import OrganScoped, indexes_in_order
from enforcement.models.officers import Officer
from enforcement.scope import ScopedQuerySet

FIRST, LAST = 1990, 2200


class YearlyReportQuerySet(ScopedQuerySet):
    def published(self) -> Any:
        """All of them: what is recorded here was published."""
        return self.all()

    def whole(self) -> Any:
        return self.select_related("organ", "recorded_by")


class YearlyReport(OrganScoped):
    """The published tables of one organ and year."""

    year = models.PositiveSmallIntegerField(
        _("year reported on"), validators=[MinValueValidator(FIRST), MaxValueValidator(LAST)]
    )
    published_on = models.DateField(_("published on"))
    address = models.URLField(_("address"), max_length=500)
    file_name = models.CharField(_("name of the file"), max_length=200, blank=True)
    sha256 = models.CharField(
        _("fingerprint of the file (SHA-256)"),
        max_length=64,
        blank=True,
        validators=[
            RegexValidator(r"\A([0-9a-f]{64})?\Z", _("A fingerprint is 64 signs, 0 to 9 and a to f."))
        ],
    )
    note = models.TextField(_("remark"), blank=True)
    recorded_by = models.ForeignKey(
        Officer, verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="+"
    )

    objects = YearlyReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("yearly report of enforcement")
        verbose_name_plural = _("yearly reports of enforcement")
        ordering = ["-year", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "year"],
                name="yearly_report_once",
                violation_error_message=_("The report of this year is recorded already: correct it."),
            ),
            models.CheckConstraint(
                condition=Q(address__startswith="https://") | Q(address__startswith="http://"),
                name="yearly_report_has_web_address",
                violation_error_message=_("The address begins with http:// or https://."),
            ),
        ]
        indexes = indexes_in_order("yearly_report", ["-year", "-id"])

    def __str__(self) -> str:
        return f"{self.organ} {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("enforcement:yearly_report_detail", args=[self.pk])
