"""A period that organs are evaluated over (Art. 4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from enforcement.models import CityWide
from evaluation.rules.periods import Span, span_of
from evaluation.vocabulary import PeriodKind
from foundation.wording import month_text


class EvaluationPeriod(CityWide):
    code = models.CharField(_("code"), max_length=8, primary_key=True)
    kind = models.CharField(_("kind"), max_length=7, choices=PeriodKind.choices)
    start = models.DateField(_("first day"))
    end = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("evaluation period")
        verbose_name_plural = _("evaluation periods")
        ordering = ["-end", "-start", "code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")),
                name="evaluation_period_in_order",
                violation_error_message=_("A period ends after it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def span(self) -> Span:
        return span_of(self.code)

    @property
    def label(self) -> str:
        """The period as people say it: 2026 Q4, 2026年第四季度."""
        if self.kind == PeriodKind.MONTH:
            return month_text(self.start)
        words = {"year": self.start.year, "part": (self.start.month - 1) // _LENGTH[self.kind] + 1}
        if self.kind == PeriodKind.QUARTER:
            return gettext("%(year)s, quarter %(part)s") % words
        if self.kind == PeriodKind.HALF:
            first = self.start.month == 1
            return (gettext("%(year)s, first half") if first else gettext("%(year)s, second half")) % words
        return gettext("the year %(year)s") % words


_LENGTH: dict[str, int] = {PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
