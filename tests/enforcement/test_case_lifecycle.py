"""Every state against every transition: the table says what is possible, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest

from enforcement.lifecycle import CASE_LIFECYCLE, STATES_OF_ACT, obstacles_to_act
from enforcement.vocabulary import CaseState
from foundation.actors import SCHEDULER
from tests.city import NOON, City
from tests.enforcement.case_course import LEAD
from tests.enforcement.case_facts import SOUND

POSSIBLE = {
    CaseState.CLUE: {"file", "decline_filing", "decide_on_spot"},
    CaseState.NOT_FILED: set(),
    CaseState.FILED: {"investigate"},
    CaseState.INVESTIGATED: {"assess"},
    CaseState.ASSESSED: {"notify", "decide"},
    CaseState.NOTIFIED: {"decide"},
    CaseState.DECIDED: {"carry_out", "close"},
    CaseState.CARRIED_OUT: {"close"},
    CaseState.CLOSED: {"archive"},
    CaseState.ARCHIVED: set(),
}
NAMES = [t.name for t in CASE_LIFECYCLE.transitions]


class _Thing:
    """A case of which no rule has anything to say, in any state."""

    pk = 0

    def __init__(self, state: str) -> None:
        self.state = state

    def facts(self, **_asked: Any) -> Any:
        return SOUND


@pytest.mark.parametrize("state", CaseState.values)
@pytest.mark.parametrize("name", NAMES)
def test_the_state_alone_decides_what_may_follow(state: str, name: str, monkeypatch: Any) -> None:
    monkeypatch.setitem(CASE_LIFECYCLE._upper, name, [])
    found = CASE_LIFECYCLE.obstacles(_Thing(state), name, by=SCHEDULER, at=NOON)
    wrong_state = any(o.code == "case:wrong_state" for o in found)
    assert wrong_state is (name not in POSSIBLE[CaseState(state)])


def test_every_state_is_told_of() -> None:
    assert set(POSSIBLE) == set(CaseState) == set(LEAD)


@pytest.mark.parametrize("act", STATES_OF_ACT)
def test_acts_beside_the_table_keep_to_their_states_too(act: str) -> None:
    for state in CaseState.values:
        refused = bool(list(obstacles_to_act(act, state)))
        assert refused is (state not in STATES_OF_ACT[act])


def test_a_case_that_is_over_is_only_published_and_appealed_against() -> None:
    """A party may still sue within six months (Litigation Law, Art. 46), and a text may still be owed to the public."""

    def possible_in(state: CaseState) -> set[str]:
        return {act for act, states in STATES_OF_ACT.items() if state in states}

    assert possible_in(CaseState.NOT_FILED) == set()
    assert possible_in(CaseState.CLOSED) == {"file_remedy", "open_publicity"}
    assert possible_in(CaseState.ARCHIVED) == {"file_remedy"}


def test_every_transition_cites_an_article() -> None:
    assert all(t.article.number in range(3, 11) for t in CASE_LIFECYCLE.transitions)


@pytest.mark.parametrize("state", LEAD)
def test_the_services_lead_into_every_state(state: str, city: City) -> None:
    assert LEAD[CaseState(state)](city).state == state
