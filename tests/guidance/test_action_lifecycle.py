"""Every state of a guidance action against every transition."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from foundation.actors import Actor
from foundation.permissions import Permission, Role, permissions_of
from guidance.lifecycle import GUIDANCE_LIFECYCLE
from guidance.lifecycle.actions import TONES
from guidance.rules.facts import PublicFacts
from guidance.vocabulary import GuidanceState
from tests.city import NOON
from tests.guidance.test_action_rules import READY

NAMES = [t.name for t in GUIDANCE_LIFECYCLE.transitions]
ANSWERABLE = {"issued", "acknowledged", "declined"}
LIVE = {*ANSWERABLE, "in_force"}
TABLE = {
    "edit": {"draft"},
    "ask_review": {"draft"},
    "review": {"legal_review"},
    "return_draft": {"legal_review"},
    "open_comments": {"reviewed"},
    "submit": {"draft", "comments"},
    "approve": {"pending_approval"},
    "approve_at_once": {"draft", "legal_review", "reviewed", "comments"},
    "send_back": {"reviewed", "comments", "pending_approval", "approved", "candidacy"},
    "publicise": {"approved"},
    "issue": {"draft", "approved", "candidacy"},
    "acknowledge": {"issued", "declined"},
    "decline": {"issued", "acknowledged"},
    "note_silence": {"issued"},
    "stop": ANSWERABLE,
    "take_effect": {"issued"},
    "expire": {"issued", "in_force"},
    "leave": {"issued", "in_force"},
    "conclude": {*LIVE, "expired"},
    "discard": {"draft", "legal_review", "reviewed", "comments", "pending_approval", "approved", "candidacy"},
    "withdraw": LIVE,
    "supersede": LIVE,
}
OF_REVIEWERS = {"review", "return_draft"}
PREPARED = PublicFacts(
    needs_preparation=True, is_reviewed=True, has_expert=True, comments_over=True, is_urgent=True,
    names_model=True, has_consent=True, scores=1, candidacy_over=True, has_begun=True, has_ended=True,
)  # fmt: skip
ONLOOKERS = [Role.SUPERVISOR, Role.EVALUATOR, Role.REVIEWER, Role.ORGAN_ADMIN, Role.AUDIT_ADMIN]
EVERYTHING = Actor(name="丙和", officer_id=3, permissions=frozenset(Permission))


def codes(state: str, name: str, by: Actor = EVERYTHING) -> list[str]:
    formality = "general" if name == "submit" else "simple"
    facts = replace(READY, formality=formality, effect="partly", public=PREPARED)
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
    lacks = name in {"approve", "approve_at_once", "send_back", "withdraw", *OF_REVIEWERS}
    assert codes(min(TABLE[name]), name, officer) == (["actor:lacks_permission"] if lacks else [])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "role", [Role.SUPERVISOR, Role.EVALUATOR, Role.REVIEWER, Role.ORGAN_ADMIN, Role.AUDIT_ADMIN]
)
def test_who_only_looks_changes_nothing(name, role):
    onlooker = Actor(name="某", officer_id=9, permissions=permissions_of(frozenset({role})))
    reviews = role == Role.REVIEWER and name in OF_REVIEWERS
    assert codes(min(TABLE[name]), name, onlooker) == ([] if reviews else ["actor:lacks_permission"])


def test_every_state_has_a_tone():
    assert {str(state) for state in TONES} == set(GuidanceState.values)


def test_nothing_leaves_the_end():
    ends = {"concluded", "stopped", "withdrawn"}
    assert not any(set(t.sources) & ends for t in GUIDANCE_LIFECYCLE.transitions)
