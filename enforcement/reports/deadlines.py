"""The time to decide of a case, reckoned from its intervals and the rules of its field (Penalty Law, Art. 60)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from enforcement.models import Case
from enforcement.models.intervals import stops_of
from enforcement.reports.calendar import work_calendar
from enforcement.reports.profiles import all_profiles, profile_of
from enforcement.rules import limits
from enforcement.rules.profiles import Profile
from enforcement.rules.reckoning import Reckoning
from foundation.calendar import WorkCalendar


@dataclass(frozen=True)
class Reckoner:
    """Reckons many cases: the calendar and the rules of all fields are read once, in four queries."""

    calendar: WorkCalendar
    profiles: Mapping[int | None, Profile]

    @classmethod
    def now(cls) -> Reckoner:
        return cls(work_calendar(), all_profiles())

    def profile_of(self, case: Case) -> Profile:
        return self.profiles.get(case.matter.field_id) or self.profiles[None]

    def decision(self, case: Case) -> Reckoning | None:
        """By when the case is decided; None before it is filed. Its matter and intervals should be loaded."""
        return _decision(case, self.profile_of(case), self.calendar)


def decision_deadline(case: Case) -> Reckoning | None:
    """By when ``case`` is decided; None before it is filed."""
    return _decision(case, profile_of(case), work_calendar())


def _decision(case: Case, profile: Profile, calendar: WorkCalendar) -> Reckoning | None:
    if case.filed_on is None:
        return None
    intervals = list(case.intervals.all())
    extensions = sorted((i for i in intervals if i.counts and not i.is_stop), key=lambda i: i.step or 0)
    return limits.decision(
        profile,
        case.filed_on,
        calendar,
        stops=[i.as_stop() for i in stops_of(intervals) if profile.excludes(i.kind)],
        extended_by=[i.days or 0 for i in extensions],
    )
