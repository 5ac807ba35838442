"""Leniency beyond the lists: a ground of the law, its reasons, and legal review (Penalty Law, Art. 33)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from enforcement.models import Case, ReviewRequest
from enforcement.services import cases
from enforcement.vocabulary import Outcome
from foundation.obstacles import Forbidden, Refused, Severity
from leniency.models import LeniencyAssessment, OffListWaiver
from leniency.reports.off_list import OffListCount, off_list_waivers
from leniency.rules.off_list import (
    OffListFacts,
    facts_against,
    obstacles_to_going_off_list,
    obstacles_to_stating,
)
from leniency.services import assess_case, state_ground
from leniency.vocabulary import ELEMENTS_OF, LawGround
from tests.city import NOON
from tests.enforcement.case_course import BEYOND_THE_LISTS, EDUCATION, OFF_LIST, assessed, educated, reasoned

TODAY = NOON.date()


def decide(case, city, **more):
    return cases.decide_case(
        case.pk, by=city.actor("head"), at=NOON, **{**EDUCATION, "overrides": OFF_LIST, **more}
    )


def refused(act, *given, **more):
    with pytest.raises(Refused) as caught:
        act(*given, **more)
    return [(o.code, o.field) for o in caught.value.obstacles]


class TestTheReasons:
    @pytest.mark.parametrize("ground", LawGround.values)
    def test_are_asked_for_each_element_of_the_ground(self, ground):
        found = list(obstacles_to_stating(ground, {}, is_assessed=True))
        assert [o.field for o in found] == [e.value for e in ELEMENTS_OF[ground]]
        assert {o.severity for o in found} == {Severity.REQUIRE}
        assert all(o.citation and o.next_step for o in found)

    def test_are_no_blanks(self):
        given = {"conduct": "少量", "corrected": " ", "no_harm": "\n"}
        assert [o.field for o in obstacles_to_stating("minor", given, is_assessed=True)] == [
            "corrected",
            "no_harm",
        ]

    def test_are_not_given_before_the_lists_were_asked(self, bureau):
        case = bureau.a_case()
        given = {"by": bureau.actor("officer"), "at": NOON, **BEYOND_THE_LISTS}
        assert refused(state_ground, case.pk, **given) == [("LEN-0", None)]

    def test_are_given_by_who_handles_cases_there(self, city):
        case = assessed(city)
        with pytest.raises(Forbidden):
            state_ground(case.pk, by=city.actor("reviewer"), at=NOON, **BEYOND_THE_LISTS)
        with pytest.raises(Case.DoesNotExist):
            state_ground(case.pk, by=city.actor("officer_north"), at=NOON, **BEYOND_THE_LISTS)

    def test_are_laid_before_legal_review_at_once(self, city):
        case = assessed(city)
        state_ground(case.pk, by=city.actor("officer"), at=NOON, **BEYOND_THE_LISTS)
        assert ReviewRequest.objects.get(case=case).answered_on is None
        state_ground(case.pk, by=city.actor("officer"), at=NOON, **BEYOND_THE_LISTS)
        assert ReviewRequest.objects.filter(case=case).count() == 1
        assert OffListWaiver.objects.filter(case=case).count() == 2
        assert OffListWaiver.objects.all().standing().filter(case=case).count() == 1


GRAVE = {"gravity": "serious", "harm": "evident", "refuses_correction": True}


class TestTheFile:
    """What is recorded about the violation is not argued away."""

    def test_refutes_the_ground_element_by_element_each_with_its_fact(self, bureau):
        case = bureau.a_case(**GRAVE)
        assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
        with pytest.raises(Refused) as caught:
            state_ground(case.pk, by=bureau.actor("officer"), at=NOON, **BEYOND_THE_LISTS)
        told = caught.value.obstacles
        assert [(o.code, o.field) for o in told] == [
            ("LEN-12", "conduct"), ("LEN-12", "corrected"), ("LEN-12", "no_harm"),
        ]  # fmt: skip
        assert "refuses to correct" in str(told[1].message)
        assert all(o.article and o.citation and o.next_step for o in told)
        assert not OffListWaiver.objects.exists()

    @pytest.mark.parametrize("ground", LawGround.values)
    def test_is_silent_where_nothing_is_recorded(self, bureau, ground):
        case = bureau.a_case(occurred_on=date(2020, 1, 2) if ground == "too_late" else TODAY)
        given = {element.value: "在卷。" for element in ELEMENTS_OF[ground]}
        assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
        found = list(LeniencyAssessment.objects.latest_of(case.pk).grounds)
        told = list(obstacles_to_stating(ground, given, is_assessed=True, weighed=found))
        in_time, organisation = ground == "too_late", ground in ("child", "incapable")
        assert bool(told) == (in_time or organisation)

    def test_stands_in_the_way_of_the_decision_too(self):
        harm = {"fact": "harm", "verdict": "fails", "word": "harm", "values": {"harm": "evident"}}
        found = {"ground": "slight_conduct", "verdict": "fails", "elements": [harm]}
        facts = OffListFacts("minor", is_current=True, is_reviewed=True, grounds=(found,))
        assert [(o.code, o.severity) for o in obstacles_to_going_off_list(facts)] == [
            ("LEN-12", Severity.REQUIRE)
        ]

    def test_speaks_through_the_special_law_where_that_takes_the_place_of_the_general(self):
        displaced = {
            "fact": "matter",
            "verdict": "fails",
            "word": "displaced",
            "values": {"zh": "甲", "en": "A"},
        }
        own = {"fact": "fault", "verdict": "fails", "word": "fault", "values": {"fault": "intent"}}
        kept = [
            {"ground": "no_fault", "elements": [displaced]},
            {"ground": "special_law", "displaces": "no_fault", "elements": [own]},
        ]
        assert list(facts_against("no_fault", kept)) == [own]
        assert list(facts_against("no_fault", kept[:1])) == []


class TestTheDecision:
    def test_waits_for_the_ground_then_for_legal_review(self, city):
        case = assessed(city)
        assert ("LEN-12", None) in refused(decide, case, city)
        state_ground(case.pk, by=city.actor("officer"), at=NOON, **BEYOND_THE_LISTS)
        assert ("LEN-13", None) in refused(decide, case, city)
        cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON, opinion="passed", text="同意。")
        assert decide(case, city).outcome == Outcome.NO_PENALTY

    def test_is_not_helped_over_it_by_any_reason(self):
        for facts in (OffListFacts(), OffListFacts("minor"), OffListFacts("minor", is_current=True)):
            (obstacle,) = obstacles_to_going_off_list(facts)
            assert obstacle.severity is Severity.REQUIRE

    def test_does_not_rest_on_a_review_of_something_else(self, city):
        case = assessed(city)
        cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON, opinion="passed", text="同意。")
        later = NOON + timedelta(hours=1)
        state_ground(case.pk, by=city.actor("officer"), at=later, **BEYOND_THE_LISTS)
        assert ("LEN-13", None) in refused(decide, case, city)

    def test_does_not_rest_on_reasons_about_other_facts(self, city):
        case = reasoned(assessed(city), city)
        cases.record_circumstances(case.pk, by=city.actor("officer"), at=NOON, harm="evident")
        assess_case(case.pk, by=city.actor("officer"), at=NOON)
        assert ("LEN-12", None) in refused(decide, case, city)

    def test_needs_no_ground_of_the_law_where_it_punishes(self, city):
        case = assessed(city)
        assert "LEN-12" not in {code for code, _f in refused(decide, case, city, outcome=Outcome.PENALTY)}


class TestWhatIsDecidedSo:
    def test_is_counted_by_matter_and_ground(self, city):
        case = educated(city)
        counted = off_list_waivers(actor=city.actor("head"), since=TODAY, until=TODAY)
        assert counted == [OffListCount(case.matter_id, "minor", 1)]
        assert off_list_waivers(actor=city.actor("head_north"), since=TODAY, until=TODAY) == []
        before = TODAY - timedelta(days=1)
        assert off_list_waivers(actor=city.actor("head"), since=date(2026, 1, 1), until=before) == []

    def test_is_not_counted_before_it_is_decided(self, city):
        reasoned(assessed(city), city)
        assert off_list_waivers(actor=city.actor("head"), since=TODAY, until=TODAY) == []


class TestTheForm:
    def test_asks_for_the_elements_of_the_ground_that_is_chosen(self, city, sign_in):
        case, client = assessed(city), sign_in("officer")
        url = f"/cases/{case.pk}/leniency/do/state_ground/"
        assert "conduct" in client.get(url).context["form"].fields
        assert "proof" in client.get(url, {"ground": "no_fault"}).context["form"].fields
        form = {"submission_key": uuid4(), "expected_version": case.version, "ground": "no_fault"}
        told = client.post(url, form)
        assert (told.status_code, set(told.context["form"].errors)) == (409, {"proof"})
        given = {**form, "submission_key": uuid4(), "proof": "进货查验记录和供货商证明在卷。"}
        assert client.post(url, given).status_code == 302
        assert OffListWaiver.objects.get().elements == {"proof": "进货查验记录和供货商证明在卷。"}
        assert "进货查验" in client.get(f"/cases/{case.pk}/leniency/").content.decode()
