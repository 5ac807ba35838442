"""A period as a rule writes it, and what its days are (Penalty Law, Art. 85; Coercion Law, Art. 69)."""

from __future__ import annotations

from dataclasses import dataclass

from enforcement.vocabulary import Counting, Law, Unit

_WORKING_DAYS_OF: dict[str, frozenset[int]] = {
    Law.PENALTY: frozenset({2, 3, 5, 7}),
    Law.COERCION: frozenset(range(1, 11)),
    Law.RECONSIDERATION: frozenset({3, 5, 7, 10}),
}


@dataclass(frozen=True, slots=True)
class Period:
    """So many days of one kind."""

    days: int
    unit: Unit


def unit_of(law: str, days: int) -> Unit:
    """What a day is in a period of ``days`` under ``law``.

    The Penalty Law counts working days in periods of 2, 3, 5 and 7 days alone (Art. 85), the Coercion Law
    in all of at most 10 days (Art. 69), the Reconsideration Law in those of 3, 5, 7 and 10 (Art. 88);
    publicity is counted in working days throughout.
    """
    if law == Law.PUBLICITY:
        return Unit.WORKING
    return Unit.WORKING if days in _WORKING_DAYS_OF[Law(law)] else Unit.CALENDAR


def period_under(law: str, days: int) -> Period:
    """The period of ``days`` as ``law`` counts them."""
    return Period(days, unit_of(law, days))


def period_as_written(days: int, counting: str) -> Period:
    """The period of ``days`` that a rule writes as working days, calendar days, or just days."""
    if counting == Counting.PENALTY:
        return period_under(Law.PENALTY, days)
    return Period(days, Unit(counting))
