"""From which month to which the effect of guidance is looked at: the last twelve, or what is asked for (Art. 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from foundation.lists import BadQuery, Fault

MONTHS = 12
_MONTH = re.compile(r"(19|20|21)\d\d-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Span:
    """Whole months, both included."""

    first: date
    last: date

    @property
    def since(self) -> date:
        return self.first

    @property
    def until(self) -> date:
        return month_after(self.last) - timedelta(days=1)


def span_of(asked_first: str, asked_last: str, *, today: date) -> Span:
    """The months that were asked for; raises BadQuery for what is no month, and for an end before its beginning."""
    last = _month(asked_last, "until") or today.replace(day=1)
    first = _month(asked_first, "since") or _months_before(last, MONTHS - 1)
    if first > last:
        raise BadQuery({"until": [Fault("too_early", _("It cannot end before it begins."))]})
    return Span(first, last)


def month_after(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _months_before(month: date, number: int) -> date:
    index = month.year * 12 + month.month - 1 - number
    return date(index // 12, index % 12 + 1, 1)


def _month(asked: str, name: str) -> date | None:
    if not asked:
        return None
    if not _MONTH.fullmatch(asked):
        raise BadQuery({name: [Fault("invalid", _("Write a month as 2026-11."))]})
    return date(int(asked[:4]), int(asked[5:]), 1)
