"""Every state of a guidance action against every transition."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from foundation.actors import Actor
from foundation.permissions import Permission, Role, permissions_of
from guidance.lifecycle import GUIDANCE_LIFECYCLE
from guidance.lifecycle.actions import TONES
from guidance.vocabulary import GuidanceState
from tests.city import NOON
from tests.guidance.test_action_rules import READY

NAMES = [t.name for t in GUIDANCE_LIFECYCLE.transitions]
TABLE = {
    "edit": {"draft"},
    "submit": {"draft"},
    "approve": {"pending_approval"},
    "send_back": {"pending_approval", "approved"},
    "issue": {"draft", "approved"},
    "acknowledge": {"issued", "declined"},
    "decline": {"issued", "acknowledged"},
    "note_silence": {"issued"},
    "conclude": {"issued", "acknowledged", "declined"},
    "discard": {"draft", "pending_approval", "approved"},
    "withdraw": {"issued", "acknowledged", "declined"},
    "supersede": {"issued", "acknowledged", "declined"},
}
ONLOOKERS = [Role.SUPERVISOR, Role.EVALUATOR, Role.REVIEWER, Role.ORGAN_ADMIN, Role.AUDIT_ADMIN]
EVERYTHING = Actor(name="丙和", officer_id=3, permissions=frozenset(Permission))


def codes(state: str, name: str, by: Actor = EVERYTHING) -> list[str]:
    formality = "general" if name == "submit" else "simple"
    facts = replace(READY, formality=formality, effect="partly")
    thing = SimpleNamespace(state=state, way="tip", detail=None, facts=lambda **_kwargs: facts)
    return [o.code for o in GUIDANCE_LIFECYCLE.obstacles(thing, name, by=by, at=NOON)]


@pytest.mark.parametrize("state", GuidanceState.values)
@pytest.mark.parametrize("name", NAMES)
def test_a_transition_leaves_its_own_states_and_no_other(name, state):
    assert codes(state, name) == ([] if state in TABLE[name] else ["guidance:wrong_state"])


def test_the_table_names_every_transition():
    assert set(NAMES) == set(TABLE)


@pytest.mark.parametrize("name", NAMES)
def test_an_officer_does_everything_but_the_work_of_a_head(name):
    officer = Actor(name="甲明", officer_id=9, permissions=permissions_of(frozenset({Role.OFFICER})))
    lacks = name in {"approve", "send_back", "withdraw"}
    assert codes(min(TABLE[name]), name, officer) == (["actor:lacks_permission"] if lacks else [])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "role", [Role.SUPERVISOR, Role.EVALUATOR, Role.REVIEWER, Role.ORGAN_ADMIN, Role.AUDIT_ADMIN]
)
def test_who_only_looks_changes_nothing(name, role):
    onlooker = Actor(name="某", officer_id=9, permissions=permissions_of(frozenset({role})))
    assert codes(min(TABLE[name]), name, onlooker) == ["actor:lacks_permission"]


def test_every_state_has_a_tone():
    assert {str(state) for state in TONES} == set(GuidanceState.values)


def test_nothing_leaves_the_end():
    ends = {"concluded", "withdrawn"}
    assert not any(set(t.sources) & ends for t in GUIDANCE_LIFECYCLE.transitions)
