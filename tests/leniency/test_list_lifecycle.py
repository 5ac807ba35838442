"""Every state of a list against every transition, and what each step needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from foundation.actors import Actor
from foundation.permissions import Permission, Role, permissions_of
from leniency.lifecycle import LIST_LIFECYCLE
from leniency.lists.cells import CONCLUSION_TONES, STATE_TONES
from leniency.rules.facts import ConditionTerms, EntryTerms, ListFacts
from leniency.vocabulary import Conclusion, ListState
from tests.city import NOON

TABLE = {
    "seek_opinions": {"draft"},
    "review": {"opinions"},
    "return_to_draft": {"opinions", "reviewed", "approved"},
    "approve": {"reviewed"},
    "publish": {"approved"},
    "repeal": {"published"},
}
HARMFUL = ConditionTerms(1, "harm_at_most", choice="slight")
HARMLESS, CORRECTED = ConditionTerms(1, "harm_at_most", choice="none"), ConditionTerms(2, "corrected_in_time")
READY = ListFacts(
    actor_id=3,
    drafter_id=4,
    type="minor",
    today=date(2026, 11, 20),
    has_opinions=True,
    has_review=True,
    has_approval=True,
    document_number="南市监〔2026〕1号",
    effective_from=date(2026, 12, 1),
    previous_from=None,
    entries=(EntryTerms(1, "Q-1", "minor", (HARMLESS, CORRECTED)),),
)
EVERYTHING = Actor(name="丙和", officer_id=3, permissions=frozenset(Permission))


def codes(state: str, name: str, by: Actor = EVERYTHING, **facts: Any) -> list[str]:
    thing = SimpleNamespace(state=state, facts=lambda **_kwargs: replace(READY, **facts))
    return [o.code for o in LIST_LIFECYCLE.obstacles(thing, name, by=by, at=NOON)]


def test_the_table_names_every_transition():
    assert {t.name for t in LIST_LIFECYCLE.transitions} == set(TABLE)


@pytest.mark.parametrize("state", ListState.values)
@pytest.mark.parametrize("name", TABLE)
def test_a_transition_leaves_its_own_states_and_no_other(name, state):
    assert codes(state, name) == ([] if state in TABLE[name] else ["leniency_list:wrong_state"])


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        (Role.HEAD, set(TABLE)),
        (Role.REVIEWER, {"seek_opinions", "review", "return_to_draft"}),
        (Role.OFFICER, set()),
        (Role.SUPERVISOR, set()),
        (Role.EVALUATOR, set()),
        (Role.ORGAN_ADMIN, set()),
        (Role.SYSTEM_ADMIN, set()),
    ],
)
def test_a_role_takes_its_own_steps(name, role, allowed):
    by = Actor(name="某", officer_id=9, permissions=permissions_of(frozenset({role})))
    assert codes(min(TABLE[name]), name, by) == ([] if name in allowed else ["actor:lacks_permission"])


@pytest.mark.parametrize(
    ("name", "facts", "code"),
    [
        ("seek_opinions", {"entries": ()}, "LST-1"),
        ("seek_opinions", {"entries": (EntryTerms(1, "Q-1", "minor"),)}, "LST-2"),
        ("seek_opinions", {"entries": (EntryTerms(1, "Q-1", "minor", (HARMLESS,)),)}, "LST-3"),
        ("seek_opinions", {"entries": (EntryTerms(1, "Q-1", "minor", (HARMFUL, CORRECTED)),)}, "LST-3"),
        ("review", {"drafter_id": 3}, "LST-4"),
        ("review", {"has_opinions": False}, "LST-5"),
        ("review", {"has_review": False}, "LST-6"),
        ("approve", {"has_approval": False}, "LST-7"),
        ("publish", {"document_number": " "}, "LST-8"),
        ("publish", {"effective_from": None}, "LST-9"),
        ("publish", {"effective_from": date(2026, 11, 19)}, "LST-9"),
        ("publish", {"previous_from": date(2026, 12, 1)}, "LST-9"),
        ("publish", {"entries": (EntryTerms(1, "Q-1", "minor", (HARMLESS,)),)}, "LST-3"),
    ],
)
def test_what_is_missing_is_named(name, facts, code):
    assert codes(min(TABLE[name]), name, **facts) == [code]


def test_a_list_may_begin_on_the_day_of_its_publication():
    assert codes("approved", "publish", effective_from=date(2026, 11, 20)) == []


@pytest.mark.parametrize("kind", ["lighter", "mitigated", "no_coercion"])
def test_types_for_which_the_law_names_no_elements_need_only_some_condition(kind):
    entries = (EntryTerms(1, "Q-1", kind, (HARMLESS,)),)
    assert codes("draft", "seek_opinions", type=kind, entries=entries) == []


def test_every_state_and_conclusion_has_a_tone():
    assert set(STATE_TONES) == set(ListState)
    assert set(CONCLUSION_TONES) == set(Conclusion)
