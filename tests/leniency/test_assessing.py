"""Assessing cases on stored lists: what was in force, who had what before, and what is missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from enforcement.models import Case
from enforcement.services import cases
from enforcement.services.counterparts import say_same
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.obstacles import Forbidden, Refused
from foundation.record import audited
from leniency.models import CaseFinding, LeniencyAssessment, LeniencyEntry, LeniencyList
from leniency.services import assess_case, choose_entry, evaluate_facts, record_finding, repeal_list
from leniency.services.obstructing import is_current
from leniency.vocabulary import Conclusion
from tests.city import NOON, a_counterpart

FOUND = date(2026, 11, 2)
GOOD = {"harm": "none", "corrected_on": FOUND, "refuses_correction": False}


def assess(bureau, case, by="officer", at=NOON):
    return assess_case(case.pk, by=bureau.actor(by), at=at)


def decided(bureau, case, outcome="no_penalty", on=date(2026, 6, 1)):
    """As a decision leaves the case."""
    with audited("case:decide", by=COMMAND, at=NOON, under=Article(10)):
        row = Case.objects.locked(case.pk)
        row.outcome, row.decided_on, row.state = outcome, on, "closed"
        row.save()


def conditions(assessment, code):
    return {c["kind"]: c for c in assessment.results.get(entry_code=code).conditions}


def test_a_case_about_which_nothing_is_known_stays_open(bureau):
    found = assess(bureau, bureau.a_case())
    assert (found.conclusion, found.could_be) == (Conclusion.UNKNOWN, Conclusion.MAY_NOT)
    assert conditions(found, "SJ-005")["harm_at_most"]["verdict"] == "unknown"
    assert conditions(found, "SJ-005")["first_time"]["verdict"] == "holds"


def test_a_finding_on_evidence_settles_what_no_circumstance_answers(bureau):
    case = bureau.a_case(**GOOD)
    assert assess(bureau, case).conclusion == Conclusion.UNKNOWN
    attested = bureau.entry("SJ-005").conditions.get(kind="attested")
    found = record_finding(
        case.pk,
        by=bureau.actor("officer"),
        at=NOON,
        condition=attested,
        holds=True,
        evidence="退款记录",
    )
    assert (found.conclusion, found.chosen_entry.code) == (Conclusion.MAY_NOT, "SJ-005")
    assert CaseFinding.objects.get(case=case).evidence == "退款记录"


def test_a_finding_can_be_corrected(bureau):
    case = bureau.a_case(**GOOD)
    attested = bureau.entry("SJ-005").conditions.get(kind="attested")
    for holds in (True, False):
        found = record_finding(
            case.pk, by=bureau.actor("officer"), at=NOON, condition=attested, holds=holds, evidence="记录"
        )
    assert found.conclusion == Conclusion.NOT_APPLICABLE
    assert CaseFinding.objects.filter(case=case).count() == 1


def test_assessing_again_keeps_the_earlier_assessment(bureau):
    case = bureau.a_case(code="CG-001", **GOOD)
    first = assess(bureau, case)
    second = assess(bureau, case)
    assert first.pk != second.pk
    assert LeniencyAssessment.objects.latest_of(case.pk) == second
    assert first.results.count() == second.results.count() == 1


class TestTheFirstTime:
    def test_an_earlier_no_penalty_decision_of_another_organ_counts(self, bureau):
        counterpart = a_counterpart(bureau.city)
        earlier = bureau.a_case(counterpart=counterpart, occurred_on=date(2026, 5, 1))
        with audited("case:move", by=COMMAND, at=NOON, under=Article(4)):
            row = Case.objects.locked(earlier.pk)
            row.place_under(bureau.city.places.organs["SD21"])
            row.save()
        decided(bureau, earlier)
        found = assess(bureau, bureau.a_case(counterpart=counterpart, **GOOD))
        first = conditions(found, "SJ-005")["first_time"]
        assert (first["verdict"], first["value"]) == ("fails", ["2026-06-01/waiver"])
        assert found.conclusion == Conclusion.NOT_APPLICABLE

    @pytest.mark.parametrize("outcome", ["not_established", "transferred"])
    def test_a_case_without_a_violation_does_not_count(self, bureau, outcome):
        counterpart = a_counterpart(bureau.city)
        earlier = bureau.a_case(counterpart=counterpart, occurred_on=date(2026, 5, 1))
        decided(bureau, earlier, outcome)
        found = assess(bureau, bureau.a_case(counterpart=counterpart, **GOOD))
        assert conditions(found, "SJ-005")["first_time"]["verdict"] == "holds"

    def test_another_party_and_an_undecided_case_do_not_count(self, bureau):
        counterpart = a_counterpart(bureau.city)
        bureau.a_case(counterpart=counterpart, occurred_on=date(2026, 5, 1))
        found = assess(bureau, bureau.a_case(counterpart=counterpart, **GOOD))
        assert conditions(found, "SJ-005")["first_time"]["value"] == []


class TestWhatWasInForce:
    def test_a_list_repealed_since_still_counts_for_violations_of_its_time(self, bureau):
        case = bureau.a_case(code="CG-001", **GOOD)
        repeal_list(bureau.entry("CG-001").list_id, by=COMMAND, at=NOON, repeal_reason="示例")
        found = assess(bureau, case)
        assert found.conclusion == Conclusion.SHALL_NOT
        assert found.results.get().in_force_on == "violation"

    def test_a_list_that_came_later_counts_when_it_is_in_force_at_the_decision(self, bureau):
        case = bureau.a_case(code="CG-001", occurred_on=date(2026, 2, 1), harm="none",
                             corrected_on=date(2026, 2, 1), refuses_correction=False)  # fmt: skip
        found = assess(bureau, case)
        assert (found.conclusion, found.results.get().in_force_on) == (Conclusion.SHALL_NOT, "decision")

    def test_a_list_between_the_two_days_counts_for_neither(self, bureau):
        repeal_list(bureau.entry("CG-001").list_id, by=COMMAND, at=NOON, repeal_reason="示例")
        case = bureau.a_case(code="CG-001", occurred_on=date(2026, 2, 1))
        assert assess(bureau, case, at=NOON).conclusion == Conclusion.NOT_APPLICABLE

    def test_a_list_of_another_district_does_not_count(self, bureau):
        entry = LeniencyEntry.objects.get(code="CG-001")
        with audited("leniency_list:move", by=COMMAND, at=NOON, under=Article(4)):
            row = LeniencyList.objects.locked(entry.list_id)
            row.place_under(bureau.city.places.organs["SD21"])
            row.save()
        case = bureau.a_case(code="CG-001", **GOOD)
        assert assess(bureau, case).results.count() == 0


class TestTheChoice:
    def test_the_best_entry_is_proposed(self, bureau):
        found = assess(bureau, bureau.a_case(code="CG-001", **GOOD))
        assert found.chosen_entry.code == "CG-001"

    def test_leaving_the_proposal_needs_a_ground_and_a_reason(self, bureau):
        case = bureau.a_case(code="CG-001", **GOOD)
        assess(bureau, case)
        with pytest.raises(Refused) as caught:
            choose_entry(case.pk, by=bureau.actor("officer"), at=NOON)
        assert [(o.code, o.field) for o in caught.value.obstacles] == [
            ("LEN-9", "cause"),
            ("LEN-9", "reason"),
        ]

    def test_an_entry_about_something_else_cannot_be_chosen(self, bureau):
        case = bureau.a_case(code="CG-001", **GOOD)
        assess(bureau, case)
        with pytest.raises(Refused) as caught:
            choose_entry(
                case.pk, by=bureau.actor("officer"), at=NOON, entry=bureau.entry("SJ-001"), reason="理由"
            )
        assert "LEN-10" in {o.code for o in caught.value.obstacles}

    def test_there_is_nothing_to_choose_before_assessing(self, bureau):
        case = bureau.a_case(code="CG-001")
        with pytest.raises(Refused, match="no assessment"):
            choose_entry(case.pk, by=bureau.actor("officer"), at=NOON, reason="理由")


class TestWhoAssesses:
    def test_an_officer_of_another_organ_finds_no_such_case(self, bureau):
        case = bureau.a_case()
        with pytest.raises(Case.DoesNotExist):
            assess(bureau, case, by="officer_north")

    @pytest.mark.parametrize("who", ["reviewer", "supervisor", "evaluator", "orgadmin", "auditor"])
    def test_who_does_not_handle_cases_does_not_assess(self, bureau, who):
        case = bureau.a_case()
        with pytest.raises(Forbidden):
            assess(bureau, case, by=who)

    def test_a_decided_case_is_not_assessed_again(self, bureau):
        case = bureau.a_case()
        decided(bureau, case)
        with pytest.raises(Refused, match="before the decision"):
            assess(bureau, case)


def test_an_assessment_is_outdated_when_circumstances_change(bureau):
    case = bureau.a_case(code="CG-001", **GOOD)
    found = assess(bureau, case)
    assert is_current(found, case)
    cases.record_circumstances(case.pk, by=bureau.actor("officer"), at=NOON, harm="evident")
    assert not is_current(found, Case.objects.get(pk=case.pk))


class TestBareFacts:
    def test_they_are_held_against_the_lists_and_store_nothing(self, bureau):
        found = evaluate_facts(
            by=bureau.actor("evaluator"),
            at=NOON,
            matter=bureau.entry("CG-001").matter,
            act_on=FOUND,
            harm="none",
            corrected_on=FOUND,
            refuses_correction=False,
        )
        assert found.assessment.conclusion == Conclusion.SHALL_NOT
        assert not LeniencyAssessment.objects.exists()

    def test_without_earlier_decisions_the_first_time_is_not_known(self, bureau):
        matter = bureau.entry("SJ-007").matter
        asked = {"by": bureau.actor("officer"), "at": NOON, "matter": matter, "act_on": FOUND,
                 "harm": "none", "corrected_on": FOUND}  # fmt: skip
        assert evaluate_facts(**asked).assessment.conclusion == Conclusion.UNKNOWN
        known = evaluate_facts(priors=(), **asked)
        assert known.assessment.conclusion == Conclusion.MAY_NOT

    def test_a_day_before_any_list_finds_only_what_is_in_force_now(self, bureau):
        found = evaluate_facts(
            by=bureau.actor("officer"),
            at=NOON,
            matter=bureau.entry("CG-001").matter,
            act_on=FOUND - timedelta(days=700),
        )
        assert [c.in_force_on for c in found.candidates] == ["decision"]


class TestWhoMayBeTheSameParty:
    """The first time is not known while a human has not said whether a candidate is the same (Art. 4, 10)."""

    GIVEN = {"legal_representative": "王某", "address": "示例路1号"}

    def first_time(self, bureau, party):
        found = assess(bureau, bureau.a_case(counterpart=party, **GOOD))
        return conditions(found, "SJ-005")["first_time"]

    def parties(self, bureau):
        old = a_counterpart(bureau.city, name="甲一示例商贸有限公司", **self.GIVEN)
        decided(bureau, bureau.a_case(counterpart=old, occurred_on=date(2026, 5, 1)))
        return old, a_counterpart(bureau.city, name="乙二示例货栈", **self.GIVEN)

    def say(self, bureau, one, other, answer):
        say_same(
            one.pk, by=bureau.actor("officer"), at=NOON, other=other.pk, answer=answer, reason="变更登记"
        )

    def test_makes_it_unknown(self, bureau):
        _old, new = self.parties(bureau)
        assert self.first_time(bureau, new)["verdict"] == "unknown"

    @pytest.mark.parametrize(("answer", "verdict"), [("same", "fails"), ("other", "holds")])
    def test_until_somebody_has_said_so(self, bureau, answer, verdict):
        old, new = self.parties(bureau)
        self.say(bureau, new, old, answer)
        assert self.first_time(bureau, new)["verdict"] == verdict

    def test_but_asks_nobody_about_a_party_without_earlier_decisions(self, bureau):
        a_counterpart(bureau.city, name="甲一示例商贸有限公司", **self.GIVEN)
        new = a_counterpart(bureau.city, name="乙二示例货栈", **self.GIVEN)
        assert self.first_time(bureau, new)["verdict"] == "holds"
