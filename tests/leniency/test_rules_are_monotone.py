"""More knowledge never turns a verdict round, and milder facts never make it harsher: for any facts."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from enforcement.rules.own_corrections import OwnCorrection
from enforcement.vocabulary import Correction, Gravity
from leniency.rules.assessment import assess, evaluate_entry
from leniency.rules.facts import CaseFacts, ConditionTerms, EntryTerms, PriorDecision
from leniency.vocabulary import FAVOUR, ConditionKind, ListType, PartyKind, Verdict

START = date(2026, 1, 1)
days = st.integers(0, 400).map(lambda n: START + timedelta(days=n))
numbers = st.integers(0, 1000).map(Decimal)
flags = st.booleans() | st.none()
prior_decisions = st.builds(
    PriorDecision, st.integers(1, 3), st.integers(1, 2), days, days, entry=st.sampled_from([None, "E", "F"])
)
own_corrections = st.builds(
    OwnCorrection,
    matter_id=st.just(1),
    found_on=days,
    corrected_on=days,
    told_on=days,
    source=st.just("自查"),
)
KNOWN: dict[str, Any] = {
    "harm": st.sampled_from(["", "none", "slight", "evident"]),
    "fault": st.sampled_from(["", "none", "negligent", "gross", "intentional"]),
    "no_fault_proven": flags,
    "gravity": st.sampled_from(["", *Gravity.values]),
    "corrected_in_time": flags,
    "corrected_when": st.sampled_from(["", *Correction.values]),
    "goods_value": numbers | st.none(),
    "unlawful_gain": numbers | st.none(),
    "refunded": numbers | st.none(),
    "obstructed": flags,
    "exploited_emergency": flags,
    "endangered_minors": flags,
    "forged_evidence": flags,
    "correct_by": days | st.none(),
    "corrected_on": days | st.none(),
    "own_correction": own_corrections | st.none(),
    "refuses_correction": flags,
    "found_by_self": flags,
    "amount": numbers | st.none(),
    "area": numbers | st.none(),
    "quantity": st.integers(0, 50) | st.none(),
    "days_late": st.integers(0, 400) | st.none(),
    "endangers_safety": flags,
    "capacity": st.sampled_from(["", "full", "limited", "none"]),
    "removed_harm": flags,
    "was_coerced": flags,
    "confessed": flags,
    "has_merit": flags,
    "life_health_or_finance": flags,
    "continuing": flags,
    "first_time": flags,
    "ended_on": days | st.none(),
    "counterpart_kind": st.sampled_from(["", *PartyKind.values]),
    "other_ground": st.sampled_from(["", "示例条例 20"]),
    "priors": st.lists(prior_decisions, max_size=4).map(tuple) | st.none(),
    "findings": st.dictionaries(st.integers(1, 5), st.booleans()),
}
case_facts = st.builds(
    CaseFacts, occurred_on=days, discovered_on=days, matter_id=st.just(1), field_id=st.just(1), **KNOWN
)


@st.composite
def conditions(draw: st.DrawFn) -> ConditionTerms:
    kind = draw(st.sampled_from(ConditionKind))
    rungs = {"fault_at_most": ["none", "negligent"], "gravity_at_most": ["minor", "ordinary"]}.get(
        kind, ["none", "slight"]
    )
    may_miss = kind in (ConditionKind.FIRST_TIME, ConditionKind.CORRECTED_IN_TIME)
    return ConditionTerms(
        id=draw(st.integers(1, 5)),
        kind=kind,
        number=draw(numbers | st.none() if may_miss else numbers),
        choice=draw(st.sampled_from(rungs)),
        sameness=draw(st.sampled_from(["entry", "matter", "field", "any"])),
        text_zh="甲",
    )


entries = st.builds(
    EntryTerms,
    st.integers(1, 9),
    st.just("E"),
    st.sampled_from(ListType.values),
    st.lists(conditions(), min_size=1, max_size=5).map(tuple),
)


TOLD_TOGETHER = (
    {
        "correct_by",
        "corrected_on",
        "corrected_in_time",
        "corrected_when",
        "refuses_correction",
        "own_correction",
    },
    {"fault", "no_fault_proven"},
    {"first_time", "priors"},
)
"""Ways to say the same thing: who tells it in two ways that disagree is refused before anything is judged."""


def forgotten(facts: CaseFacts, names: set[str]) -> CaseFacts:
    """The same facts, some of them not known; what tells one thing in several ways is forgotten together.

    Gravity stays: a list of the minor takes its violations for minor until somebody finds them graver.
    """
    names = names.union(*(group for group in TOLD_TOGETHER if group & names)) - {"gravity"}
    blank = CaseFacts(occurred_on=facts.occurred_on, discovered_on=facts.discovered_on)
    return replace(facts, **{name: getattr(blank, name) for name in names})


@given(entries, case_facts, st.sets(st.sampled_from(sorted(KNOWN))))
def test_learning_more_never_turns_a_verdict_round(entry, facts, names):
    before = evaluate_entry(entry, forgotten(facts, names)).applies
    assert before in (Verdict.UNKNOWN, evaluate_entry(entry, facts).applies)


@given(st.lists(entries, max_size=4), case_facts, st.sets(st.sampled_from(sorted(KNOWN))))
def test_learning_more_never_makes_the_conclusion_worse(listed, facts, names):
    before = assess(listed, forgotten(facts, names)).best
    after = assess(listed, facts).best
    if before is not None:
        assert after is not None
        assert FAVOUR.index(after.conclusion) <= FAVOUR.index(before.conclusion)


@given(entries, case_facts, numbers)
def test_a_smaller_amount_never_loses_leniency(entry, facts, amount):
    larger = replace(facts, amount=amount + 1)
    if evaluate_entry(entry, larger).applies == Verdict.HOLDS:
        assert evaluate_entry(entry, replace(facts, amount=amount)).applies == Verdict.HOLDS


@given(entries, case_facts)
def test_an_earlier_violation_never_gains_leniency(entry, facts):
    if facts.priors is None:
        return
    worse = replace(facts, priors=(*facts.priors, PriorDecision(1, 1, START, START)))
    if evaluate_entry(entry, worse).applies == Verdict.HOLDS:
        assert evaluate_entry(entry, facts).applies == Verdict.HOLDS


@given(st.lists(entries, max_size=4), entries, case_facts)
def test_one_more_entry_never_costs_leniency(listed, entry, facts):
    fewer, more = assess(listed, facts).best, assess([*listed, entry], facts).best
    if fewer is not None:
        assert more is not None
        assert FAVOUR.index(more.conclusion) <= FAVOUR.index(fewer.conclusion)


def test_every_fact_that_can_be_unknown_is_tried():
    fixed = {"occurred_on", "discovered_on", "decided_on", "matter_id", "field_id", "party_age"}
    told = {"quantity_unit", "look_back", "special_laws"}
    assert {f.name for f in fields(CaseFacts)} - fixed - told == set(KNOWN)
