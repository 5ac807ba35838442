"""Whether a violation was discovered too late to be punished (Penalty Law, Art. 36)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from enforcement.rules.reckoning import months_after
from enforcement.vocabulary import Harm
from leniency.rules.elements import FAILS, HOLDS, UNKNOWN, Element
from leniency.rules.facts import CaseFacts

MONTHS, MONTHS_OF_GRAVE_HARM = 24, 60
LATEST = date(9990, 1, 1)


@dataclass(frozen=True, slots=True)
class _Span:
    """A day that is not known lies between two others."""

    first: date
    last: date


def too_late(facts: CaseFacts) -> Element:
    """Two years from the end of the act; five where life, health or financial safety came to harm.

    An act that goes on has no end, so nothing runs yet; one that went on and has ended is counted from its
    end. The last day itself is in time. What is not known lies between known days: an act is discovered
    between the day it happened and the day of the decision, so most are plainly in time.
    """
    if facts.continuing and facts.ended_on is None:
        return Element("continuing", FAILS, "act_goes_on")
    ended, found = _ended(facts), _found(facts)
    if ended.first > LATEST:
        return Element("act_ended_on", FAILS, "in_time", _values(MONTHS, ended.first, facts))
    years = _years(facts)
    if all(found.last <= months_after(ended.first, months) for months in years):
        return Element("discovered_on", FAILS, "in_time", _values(max(years), ended.first, facts))
    if ended.last <= LATEST and all(found.first > months_after(ended.last, months) for months in years):
        return Element("discovered_on", HOLDS, "discovered_late", _values(max(years), ended.last, facts))
    return Element("discovered_on", UNKNOWN, "time_unknown", missing=_missing(facts, years))


def _ended(facts: CaseFacts) -> _Span:
    if facts.ended_on is not None:
        return _Span(facts.ended_on, facts.ended_on)
    if facts.continuing is False:
        return _Span(facts.occurred_on, facts.occurred_on)
    return _Span(facts.occurred_on, date.max)


def _found(facts: CaseFacts) -> _Span:
    if facts.discovered_on is not None:
        return _Span(facts.discovered_on, facts.discovered_on)
    return _Span(facts.occurred_on, facts.decided_on or date.max)


def _years(facts: CaseFacts) -> tuple[int, ...]:
    """The limits that may be the one: five years take both, a matter of life and harm done."""
    if facts.touches_life is False or facts.harm == Harm.NONE:
        return (MONTHS,)
    if facts.touches_life and facts.harm:
        return (MONTHS_OF_GRAVE_HARM,)
    return (MONTHS, MONTHS_OF_GRAVE_HARM)


def _values(months: int, ended: date, facts: CaseFacts) -> dict[str, Any]:
    found = facts.discovered_on
    return {
        "years": months // 12,
        "ended": ended.isoformat(),
        "last": months_after(ended, months).isoformat() if ended <= LATEST else "",
        "found": found.isoformat() if found else "",
    }


def _missing(facts: CaseFacts, years: tuple[int, ...]) -> tuple[str, ...]:
    """What would settle it: the day of discovery, the end of the act, or which limit it is."""
    asked = []
    if facts.discovered_on is None:
        asked.append("discovered_on")
    if facts.ended_on is None and facts.continuing is not False:
        asked.append("act_ended_on")
    if len(years) > 1:
        asked += [
            name
            for name, unknown in (
                ("life_health_or_finance", facts.touches_life is None),
                ("harm", not facts.harm),
            )
            if unknown
        ]
    return tuple(asked)
