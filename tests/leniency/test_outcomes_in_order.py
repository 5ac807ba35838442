"""For any facts: what speaks for the party never harms it, and what is unknown lies between yes and no (Art. 10)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from enforcement.vocabulary import Capacity, Correction, Fault, Gravity, Harm
from leniency.rules.assessment import assess
from leniency.rules.facts import CaseFacts, PriorDecision, SpecialLaw
from leniency.vocabulary import Treatment, Verdict
from tests.leniency.test_rules_are_monotone import KNOWN, START, case_facts, days, entries

ORDER = [
    "shall_not_penalise", "may_not_penalise", "shall_lighten_or_mitigate", "may_lighten", "ordinary",
]  # fmt: skip
FOOD = SpecialLaw(1, "《食品安全法》第136条", "", "no_fault", "may_not_penalise", ("confiscation",))
laws = st.sampled_from([(), (FOOD,)])
listed = st.lists(entries, max_size=3)
ages = st.sampled_from([None, 13, 14, 17, 18, 40])
FAVOURABLE: dict[str, Any] = {
    "removed_harm": True, "was_coerced": True, "confessed": True, "has_merit": True, "gravity": Gravity.MINOR.value,
    "harm": Harm.NONE.value, "capacity": Capacity.NONE.value, "first_time": True, "priors": (),
    "obstructed": False, "exploited_emergency": False, "endangered_minors": False, "forged_evidence": False,
    "endangers_safety": False, "found_by_self": True, "other_ground": "示例条例 20",
}  # fmt: skip
"""What speaks for the party, whatever was known of it before."""
CORRECTED = {"corrected_on": None, "corrected_in_time": True, "corrected_when": Correction.BEFORE_DISCOVERY.value,
             "refuses_correction": False, "correct_by": None}  # fmt: skip
SETTLED: dict[str, tuple[Any, ...]] = {
    "gravity": tuple(Gravity.values),
    "harm": tuple(Harm.values),
    "capacity": tuple(Capacity.values),
    "removed_harm": (True, False),
    "was_coerced": (True, False),
    "confessed": (True, False),
    "has_merit": (True, False),
    "obstructed": (True, False),
    "endangered_minors": (True, False),
    "party_age": (13, 16, 40),
}
"""Every answer that an open question can get."""


def outcome_of(listed: Any, facts: CaseFacts) -> tuple[int, int]:
    """How favourable what is certain is, and what may still come, as places in the order."""
    weighed = assess(listed, facts).weighed
    certain = ORDER.index("ordinary" if weighed.outcome == Treatment.UNKNOWN else weighed.outcome)
    return certain, ORDER.index(weighed.could_be) if weighed.could_be else certain


@given(listed, case_facts, laws, ages, st.sampled_from(sorted(FAVOURABLE)))
def test_a_fact_that_speaks_for_the_party_never_makes_it_harsher(listed, facts, special, age, name):
    before = replace(facts, special_laws=special, party_age=age)
    after = replace(before, **{name: FAVOURABLE[name]})
    if name == "first_time":
        before, after = replace(before, priors=None), replace(after, priors=None)
    if name == "priors":
        before, after = replace(before, first_time=None), replace(after, first_time=None)
    assert outcome_of(listed, after)[0] <= outcome_of(listed, before)[0]


@given(listed, case_facts, laws)
def test_having_corrected_before_anybody_found_it_never_makes_it_harsher(listed, facts, special):
    before = replace(facts, special_laws=special)
    after = replace(before, **CORRECTED)
    assert outcome_of(listed, after)[0] <= outcome_of(listed, before)[0]


@given(listed, case_facts)
def test_having_proven_that_there_was_no_fault_never_makes_it_harsher(listed, facts):
    after = replace(facts, fault=Fault.NONE.value, no_fault_proven=True)
    assert outcome_of(listed, after)[0] <= outcome_of(listed, facts)[0]


@given(listed, case_facts, days)
def test_an_earlier_violation_never_makes_it_milder(listed, facts, day):
    clean = replace(facts, priors=(), first_time=None)
    stained = replace(clean, priors=(PriorDecision(1, 1, START, day),))
    assert outcome_of(listed, stained)[0] >= outcome_of(listed, clean)[0]


@given(listed, case_facts, laws, st.sampled_from(sorted(SETTLED)))
def test_what_is_unknown_lies_between_its_answers(listed, facts, special, name):
    blank = None if name not in ("gravity", "harm", "capacity") else ""
    unknown = replace(facts, special_laws=special, **{name: blank})
    certain, possible = outcome_of(listed, unknown)
    settled = [outcome_of(listed, replace(unknown, **{name: answer})) for answer in SETTLED[name]]
    if name != "gravity":  # a list takes its violations for minor until somebody finds them graver
        assert max(worst for worst, _best in settled) <= certain
    assert min(best for _worst, best in settled) >= possible


@given(listed, case_facts, laws, ages)
def test_the_outcome_is_that_of_its_grounds_and_entries(listed, facts, special, age):
    """Worked out a second time, by another way than the rules do."""
    found = assess(listed, replace(facts, special_laws=special, party_age=age))
    led = [(ground.treatment, ground.verdict) for ground in found.grounds]
    places = {"shall_not": 0, "may_not": 1, "mitigated": 3, "lighter": 3}
    led += [(ORDER[places[r.conclusion]], r.applies) for r in found.results if r.conclusion in places]
    sure = sorted(ORDER.index(t) for t, verdict in led if verdict == "holds")
    open_ = sorted(ORDER.index(t) for t, verdict in led if verdict == "unknown")
    best = sure[0] if sure else 4
    better = open_[0] if open_ and open_[0] < best else None
    expected = "unknown" if best == 4 and better is not None else ORDER[best]
    assert found.weighed.outcome == expected
    assert found.weighed.could_be == (ORDER[better] if better is not None else None)
    assert bool(found.weighed.missing) == (better is not None)
    assert found.weighed.off_list == (bool(sure) and not any(
        r.applies == Verdict.HOLDS and r.conclusion in places for r in found.results
    ))  # fmt: skip


def test_every_fact_that_speaks_for_the_party_is_one() -> None:
    assert set(FAVOURABLE) <= set(KNOWN)
