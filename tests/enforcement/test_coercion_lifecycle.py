"""Every state of coercion against every transition: the table says what is possible, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest

from enforcement.lifecycle.coercion import (
    COERCION_LIFECYCLE,
    STATES_OF_COERCION_ACT,
    fits_kind,
    obstacles_to_coercion_act,
)
from enforcement.rules.coercion_facts import CoercionFacts
from enforcement.vocabulary.coercion import EXECUTIONS, MEASURES, CoercionKind, CoercionState
from foundation.actors import SCHEDULER
from tests.city import NOON

S = CoercionState
OVER = {S.LIFTED, S.EXPIRED, S.CONVERTED, S.COMPLETED, S.ENDED, S.WITHDRAWN}
POSSIBLE: dict[str, set[str]] = {
    S.DRAFT: {"propose", "apply_urgently", "withdraw"},
    S.PROPOSED: {"approve", "return_to_draft", "apply_urgently", "withdraw"},
    S.APPROVED: {"revise", "apply", "agree", "suspend", "withdraw"},
    S.APPLIED: {"confirm", "extend", "lift", "expire", "convert", "agree", "suspend", "complete"},
    S.AGREED: {"suspend", "resume", "complete"},
    S.SUSPENDED: {"resume", "end"},
    **{state: set() for state in OVER},
}
NAMES = [t.name for t in COERCION_LIFECYCLE.transitions]


class _Thing:
    pk = 0
    kind = CoercionKind.SEIZE

    def __init__(self, state: str) -> None:
        self.state = state

    def facts(self, **_asked: Any) -> CoercionFacts:
        return CoercionFacts(kind=self.kind, at=NOON, today=NOON.date(), case_state="filed")


@pytest.mark.parametrize("state", S.values)
@pytest.mark.parametrize("name", NAMES)
def test_the_state_alone_decides_what_may_follow(state: str, name: str, monkeypatch: Any) -> None:
    monkeypatch.setitem(COERCION_LIFECYCLE._upper, name, [])
    found = COERCION_LIFECYCLE.obstacles(_Thing(state), name, by=SCHEDULER, at=NOON)
    wrong_state = any(o.code == "coercion:wrong_state" for o in found)
    assert wrong_state is (name not in POSSIBLE[S(state)])


def test_every_state_is_told_of() -> None:
    assert set(POSSIBLE) == set(S)


@pytest.mark.parametrize("act", STATES_OF_COERCION_ACT)
def test_acts_beside_the_table_keep_to_their_states_too(act: str) -> None:
    kind = next(kind for kind in CoercionKind if fits_kind(act, kind))
    for state in S.values:
        refused = bool(list(obstacles_to_coercion_act(act, state, kind=kind)))
        assert refused is (state not in STATES_OF_COERCION_ACT[act])


def test_what_is_over_stays_over_but_things_still_go_back() -> None:
    late = {act for act, states in STATES_OF_COERCION_ACT.items() if OVER & set(states)}
    assert late == {"deal_with_item"}


def test_measures_and_executions_have_acts_of_their_own() -> None:
    assert not any(fits_kind("apply_urgently", kind) for kind in EXECUTIONS)
    assert not any(fits_kind("serve_demand", kind) for kind in MEASURES)
    assert [kind for kind in CoercionKind if fits_kind("announce", kind)] == [CoercionKind.DEMOLITION]


def test_every_transition_serves_the_article_and_cites_the_law() -> None:
    assert {(t.article.code, bool(str(t.citation))) for t in COERCION_LIFECYCLE.transitions} == {
        ("10.2", True)
    }
