"""From conditions to the conclusion of a case, without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leniency.rules.assessment import all_of, assess
from leniency.rules.facts import CaseFacts, ConditionTerms, EntryTerms
from leniency.vocabulary import Conclusion, ListType, Verdict

FOUND = date(2026, 11, 2)
FACTS = CaseFacts(occurred_on=FOUND, discovered_on=FOUND)
HARMLESS = ConditionTerms(1, "harm_at_most", choice="none")
SMALL = ConditionTerms(2, "amount_at_most", number=Decimal(100))


def entry(kind: str, *conditions: ConditionTerms, id: int = 1) -> EntryTerms:
    return EntryTerms(id, f"E-{id}", kind, conditions or (HARMLESS,))


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (["holds", "holds"], "holds"),
        (["holds", "unknown"], "unknown"),
        (["unknown", "fails"], "fails"),
        (["fails", "holds"], "fails"),
    ],
)
def test_one_failing_condition_is_enough_and_one_unknown_leaves_it_open(verdicts, expected):
    assert all_of([Verdict(v) for v in verdicts]) == expected


@pytest.mark.parametrize(
    ("kind", "conclusion"),
    [
        (ListType.MINOR, Conclusion.SHALL_NOT),
        (ListType.FIRST, Conclusion.MAY_NOT),
        (ListType.NO_FAULT, Conclusion.SHALL_NOT),
        (ListType.LIGHTER, Conclusion.LIGHTER),
        (ListType.MITIGATED, Conclusion.MITIGATED),
        (ListType.NO_COERCION, Conclusion.NO_COERCION),
    ],
)
def test_each_type_of_list_has_its_own_consequence(kind, conclusion):
    assert assess([entry(kind)], replace(FACTS, harm="none")).conclusion == conclusion


def test_the_most_favourable_of_several_entries_decides():
    found = assess([entry("lighter", id=1), entry("minor", id=2)], replace(FACTS, harm="none"))
    assert found.conclusion == Conclusion.SHALL_NOT
    assert found.best is not None
    assert found.best.entry.id == 2


def test_what_is_open_is_told_beside_what_is_certain():
    found = assess(
        [entry("lighter", HARMLESS, id=1), entry("minor", HARMLESS, SMALL, id=2)],
        replace(FACTS, harm="none"),
    )
    assert (found.conclusion, found.could_be) == (Conclusion.LIGHTER, Conclusion.SHALL_NOT)


def test_an_open_entry_that_is_no_better_is_not_held_out():
    found = assess(
        [entry("minor", HARMLESS, id=1), entry("lighter", SMALL, id=2)], replace(FACTS, harm="none")
    )
    assert (found.conclusion, found.could_be) == (Conclusion.SHALL_NOT, None)


def test_nothing_known_leaves_the_case_open():
    found = assess([entry("minor")], FACTS)
    assert (found.conclusion, found.could_be, found.best) == (
        Conclusion.UNKNOWN,
        Conclusion.SHALL_NOT,
        None,
    )


def test_no_entry_and_no_matching_entry_say_that_none_applies():
    assert assess([], FACTS).conclusion == Conclusion.NOT_APPLICABLE
    assert assess([entry("minor")], replace(FACTS, harm="evident")).conclusion == Conclusion.NOT_APPLICABLE


class TestTheLawItselfHoldsBeyondTheLists:
    def grounds(self, **known):
        return {g.ground: g for g in assess([], replace(FACTS, **known)).grounds}

    def test_without_facts_every_ground_is_named_and_none_holds(self):
        found = self.grounds()
        assert set(found) >= {"child", "limited", "time_limit", "slight_conduct", "first_slight", "no_fault"}
        in_time = found.pop("time_limit")
        assert in_time.verdict == Verdict.FAILS, "it was discovered on the very day"
        assert {g.verdict for g in found.values()} == {Verdict.UNKNOWN}

    @pytest.mark.parametrize(
        ("age", "ground", "conclusion"),
        [(13, "child", "shall_not"), (14, "minor_aged", "lighter"), (17, "minor_aged", "lighter")],
    )
    def test_the_age_of_the_party_counts(self, age, ground, conclusion):
        found = self.grounds(party_age=age)
        assert found[ground].conclusion == conclusion
        assert {g for g in ("child", "minor_aged") if found[g].verdict == Verdict.HOLDS} == {ground}

    def test_an_adult_has_no_such_ground(self):
        found = self.grounds(party_age=18)
        assert (found["child"].verdict, found["minor_aged"].verdict) == (Verdict.FAILS, Verdict.FAILS)

    def test_proven_lack_of_fault_counts(self):
        assert self.grounds(fault="none", no_fault_proven=True)["no_fault"].verdict == Verdict.HOLDS
        assert self.grounds(fault="none")["no_fault"].verdict == Verdict.UNKNOWN

    def test_whether_conduct_is_minor_is_left_to_a_person(self):
        found = self.grounds(harm="none", corrected_on=FOUND)["slight_conduct"]
        assert (found.verdict, found.missing) == (Verdict.UNKNOWN, ("circumstances",))


class TestAListThatWasPublishedWiderThanTheLaw:
    """Penalty Law, Art. 33: the list makes it handier, never wider."""

    @pytest.mark.parametrize(
        ("kind", "condition", "fact", "verdict"),
        [
            ("first", "harm_at_most=evident", {"harm": "evident"}, "fails"),
            ("first", "harm_at_most=evident", {"harm": "slight"}, "holds"),
            ("minor", "harm_at_most=slight", {"harm": "slight"}, "fails"),
            ("minor", "harm_at_most=slight", {"harm": "none"}, "holds"),
            ("no_fault", "fault_at_most=negligent", {"fault": "negligent"}, "fails"),
            ("lighter", "harm_at_most=evident", {"harm": "evident"}, "holds"),
        ],
    )
    def test_is_applied_as_far_as_the_law_goes(self, kind, condition, fact, verdict):
        name, _sign, choice = condition.partition("=")
        found = assess([entry(kind, ConditionTerms(1, name, choice=choice))], replace(FACTS, **fact))
        assert found.results[0].conditions[0].verdict == verdict
