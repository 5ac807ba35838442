"""Figures by reach, measure and day, folded from the record and rebuilt at any time (Art. 4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from desk.vocabulary import Measure
from foundation.record import DerivedModel


class Tally(DerivedModel):
    """How many things one measure counts on a day (or in a month) within one reach."""

    sphere = models.CharField(_("reach"), max_length=8)
    sphere_id = models.BigIntegerField(_("organ or district"), default=0)
    measure = models.CharField(_("measure"), max_length=16, choices=Measure.choices)
    day = models.DateField(_("day"))
    value = models.CharField(_("value"), max_length=16, blank=True)
    number = models.BigIntegerField(_("number"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sphere", "sphere_id", "measure", "day", "value"],
                name="tally_once",
                violation_error_message=_("This is counted already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sphere}:{self.sphere_id} {self.measure} {self.day} {self.value}={self.number}"


class TallyState(DerivedModel):
    """Up to which link of the record the tallies count, and what they counted before it was linked."""

    seq = models.BigIntegerField(_("last link counted"))
    ahead = models.JSONField(_("entries counted before they were linked"), default=list)
    folded_at = models.DateTimeField(_("folded at"))
    rebuilt_at = models.DateTimeField(_("rebuilt at"))

    def __str__(self) -> str:
        return str(self.seq)
