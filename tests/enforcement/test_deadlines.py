"""The days of a case as its page shows them: duties run late, a right only runs out (Penalty Law, Art. 45)."""

from __future__ import annotations

from datetime import date, timedelta

from enforcement.rules.deadlines import Deadline, deadlines_of

TODAY = date(2026, 11, 20)
WEEK = timedelta(days=7)


def the(code: str, **days: date | None) -> Deadline:
    given = {"deadline_on": TODAY, "decided_on": None, **days}
    return next(d for d in deadlines_of(**given) if d.code == code)  # type: ignore[arg-type]


def test_a_decision_that_is_not_taken_in_time_is_late() -> None:
    assert the("decide", deadline_on=TODAY - WEEK).days_left(TODAY) == -7


def test_time_for_a_defence_counts_while_it_runs() -> None:
    assert the("defence", defence_until=TODAY + WEEK).days_left(TODAY) == 7
    assert the("defence", defence_until=TODAY).days_left(TODAY) == 0


def test_time_for_a_defence_that_ran_out_makes_nobody_late() -> None:
    assert the("defence", defence_until=TODAY - WEEK).days_left(TODAY) is None


def test_who_waives_a_defence_is_waited_for_no_longer() -> None:
    assert the("defence", defence_until=TODAY + WEEK, waived_on=TODAY).days_left(TODAY) is None
