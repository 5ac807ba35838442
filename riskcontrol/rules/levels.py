"""The level of a risk point, drawn from the cases of its matter (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from riskcontrol.rules.facts import Occurrences
from riskcontrol.vocabulary import Level

OFTEN_IN_QUARTER = 10
SOME_IN_QUARTER = 3
RARE_IN_TWO_YEARS = 3
TOP_SHARE = 10


def level_by_rule(seen: Occurrences) -> str:
    """High after a major penalty or when frequent; low when rare or always mild; else medium."""
    if seen.grave or is_frequent(seen):
        return Level.HIGH.value
    if seen.in_two_years < RARE_IN_TWO_YEARS or seen.mild == seen.in_two_years:
        return Level.LOW.value
    return Level.MEDIUM.value


def is_frequent(seen: Occurrences) -> bool:
    """Ten in a quarter, or among the most frequent tenth of matters with at least three."""
    if seen.in_quarter >= OFTEN_IN_QUARTER:
        return True
    return seen.is_among_most_frequent and seen.in_quarter >= SOME_IN_QUARTER


def reason_by_rule(seen: Occurrences) -> Any:
    """The reason of the level, in words with its numbers."""
    if seen.grave:
        return _("Cases with a major penalty in 24 months: %(number)s.") % {"number": seen.grave}
    if seen.in_quarter >= OFTEN_IN_QUARTER:
        return _("Frequent. Cases in the last three months: %(number)s.") % {"number": seen.in_quarter}
    if is_frequent(seen):
        return _("Among the most frequent. Cases in three months: %(number)s.") % {"number": seen.in_quarter}
    number = {"number": seen.in_two_years}
    if seen.in_two_years < RARE_IN_TWO_YEARS:
        return _("Rare. Cases in 24 months: %(number)s.") % number
    if seen.mild == seen.in_two_years:
        return _("Always mild: summary or without penalty. Cases in 24 months: %(number)s.") % number
    return _("Neither frequent nor rare, none grave. Cases in 24 months: %(number)s.") % number


def most_frequent(numbers: Iterable[int]) -> int:
    """The number of cases from which a matter belongs to the most frequent tenth."""
    ranked = sorted((n for n in numbers if n), reverse=True)
    return ranked[(len(ranked) - 1) // TOP_SHARE] if ranked else 0
