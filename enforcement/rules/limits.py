"""The periods of the procedure, each as its law counts it: clue, defence, hearing, review, decision, service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from enforcement.rules.periods import Period, period_under
from enforcement.rules.profiles import Profile
from enforcement.rules.reckoning import Reckoning, Stop, latest_day_before, reckon, reckon_for_now
from enforcement.vocabulary import Law, Unit
from foundation.articles import PENALTY, Citation
from foundation.calendar import WorkCalendar

HEARING_REQUEST, HEARING_NOTICE = period_under(Law.PENALTY, 5), period_under(Law.PENALTY, 7)
REGISTRATION = SERVICE = period_under(Law.PENALTY, 7)


def verification(
    profile: Profile, discovered_on: date, calendar: WorkCalendar, *, extended: bool = False
) -> Reckoning:
    """FIL-1: by when it is decided whether a clue is filed; raises MissingYear."""
    more = [profile.verification_extension] if extended and profile.verification_extension else []
    source = profile.source_of("verification")
    return reckon(profile.verification, start=discovered_on, calendar=calendar, more=more, citation=source)


def defence(profile: Profile, served_on: date, calendar: WorkCalendar) -> Reckoning:
    """RGT-4: until when the party may state its case and defend itself; raises MissingYear."""
    source = profile.source_of("defence") or Citation(PENALTY, "45")
    return reckon(profile.defence, start=served_on, calendar=calendar, citation=source)


def hearing_request(told_on: date, calendar: WorkCalendar) -> Reckoning:
    """HEA-1: until when a hearing may be asked for; raises MissingYear."""
    return reckon(HEARING_REQUEST, start=told_on, calendar=calendar, citation=Citation(PENALTY, "64"))


def latest_hearing_notice(hearing_on: date, calendar: WorkCalendar) -> date:
    """HEA-1: the last day to tell the party of the hearing, seven working days before it; raises MissingYear."""
    return latest_day_before(hearing_on, HEARING_NOTICE.days, calendar)


def review(profile: Profile, asked_on: date, calendar: WorkCalendar, *, extended: bool = False) -> Reckoning:
    """DEC-3: by when the legal review is given; raises MissingYear."""
    more = [profile.review_extension] if extended and profile.review_extension else []
    source = profile.source_of("review")
    return reckon(profile.review, start=asked_on, calendar=calendar, more=more, citation=source)


def decision(
    profile: Profile,
    filed_on: date,
    calendar: WorkCalendar,
    *,
    stops: Sequence[Stop] = (),
    extended_by: Sequence[int] = (),
) -> Reckoning:
    """DEC-5: by when a case is decided: ninety days from filing, without what the field leaves out, and the
    extensions that were granted. With a holiday arrangement missing, the earliest day it could be.
    """
    return reckon_for_now(
        Period(profile.decision_days, Unit.CALENDAR),
        start=filed_on,
        calendar=calendar,
        stops=stops,
        more=[Period(days, Unit.CALENDAR) for days in extended_by],
        citation=profile.source_of("decision") or Citation(PENALTY, "60"),
    )


def summary_filing(profile: Profile, decided_on: date, calendar: WorkCalendar) -> Reckoning:
    """DEC-1: by when a decision made on the spot is filed with the organ; raises MissingYear."""
    source = profile.source_of("summary_filing") or Citation(PENALTY, "52")
    return reckon(profile.summary_filing, start=decided_on, calendar=calendar, citation=source)


def registration(registered_on: date, calendar: WorkCalendar) -> Reckoning:
    """EVI-2: by when a thing registered in advance is dealt with, else the registration lapses."""
    return reckon(REGISTRATION, start=registered_on, calendar=calendar, citation=Citation(PENALTY, "56"))


def service(decided_on: date, calendar: WorkCalendar) -> Reckoning:
    """SRV-1: by when a decision is served on a party that was not there; raises MissingYear."""
    return reckon(SERVICE, start=decided_on, calendar=calendar, citation=Citation(PENALTY, "61"))
