"""Coercion on Today: what a head must answer, and what the handling officers must watch (Art. 10 (2))."""

from __future__ import annotations

from desk.reports.coercion import coercion_of
from desk.reports.tasks import coercion_tasks
from desk.reports.waiting import waiting_coercion
from desk.vocabulary import Wait
from foundation.due import sweep
from tests.city import NOON, City, a_filed_case
from tests.enforcement.coercion_course import DAY, applied, proposed, urgent


def test_a_proposal_and_urgency_wait_for_a_head(city: City) -> None:
    proposed(city)
    urgent(city)
    found = waiting_coercion(coercion_of(city.actor("head")))
    assert [w.wait for w in found] == [Wait.COERCION, Wait.COERCION]
    assert {w.due_on for w in found} == {None, (NOON + DAY).date()}
    assert waiting_coercion(coercion_of(city.actor("officer"))) == []
    assert waiting_coercion(coercion_of(city.actor("head_north"))) == []


def test_who_handles_the_case_is_not_asked(city: City) -> None:
    proposed(city, case=a_filed_case(city, handlers=("officer", "head")))
    assert waiting_coercion(coercion_of(city.actor("head"))) == []


def test_the_term_is_watched_by_the_handlers_until_things_are_back(city: City) -> None:
    measure = applied(city)
    assert [task.due_on for task in coercion_tasks(coercion_of(city.actor("officer2")))] == [
        measure.expires_on
    ]
    assert list(coercion_tasks(coercion_of(city.actor("south3")))) == []
    sweep(at=NOON + 16 * DAY)
    assert [task.due_on for task in coercion_tasks(coercion_of(city.actor("officer2")))] == [
        (NOON + 16 * DAY).date()
    ]
