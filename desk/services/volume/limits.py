"""The ends of periods for many cases: each day of a year is reckoned once."""

from __future__ import annotations

from datetime import date

from enforcement.reports.calendar import work_calendar
from enforcement.reports.shipped_profiles import shipped_general
from enforcement.rules import limits, limits_after


class Limits:
    """The time to decide and to pay, as the house reckons them."""

    def __init__(self) -> None:
        self.calendar, self.profile = work_calendar(), shipped_general()
        self._decide_by: dict[date, date | None] = {}
        self._pay_by: dict[date, date | None] = {}

    def decide_by(self, filed_on: date | None) -> date | None:
        """By when a case that was filed on that day is decided."""
        if filed_on is None:
            return None
        if filed_on not in self._decide_by:
            self._decide_by[filed_on] = limits.decision(self.profile, filed_on, self.calendar).due_on
        return self._decide_by[filed_on]

    def pay_by(self, served_on: date) -> date | None:
        """By when a fine is paid whose decision was served on that day."""
        if served_on not in self._pay_by:
            self._pay_by[served_on] = limits_after.payment(served_on, self.calendar).due_on
        return self._pay_by[served_on]
