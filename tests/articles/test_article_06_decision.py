"""Article 6 in the decision: on the spot only what is small, together what is grave, complete in its items."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from enforcement.models import Case, Discussion, Notification
from enforcement.rules.decisions import obstacles_to_deciding
from enforcement.rules.deliberation import DeliberationFacts, obstacles_to_unreviewed
from enforcement.rules.discretion import obstacles_to_amount
from enforcement.rules.facts import Granted, SpotFacts
from enforcement.rules.same_act import FinedBefore, obstacles_to_changed_law, obstacles_to_second_fine
from enforcement.rules.summary import most_on_the_spot, obstacles_to_deciding_on_spot
from enforcement.services import cases
from enforcement.services.matters import cite_provision, found_instrument, found_provision
from enforcement.services.profiles import load_profiles
from enforcement.vocabulary import CaseState, Outcome, Procedure
from foundation.actors import COMMAND
from foundation.due import sweep
from foundation.invariants import breaches
from foundation.obstacles import Refused, Severity
from leniency.services.assessing import assess_case
from tests.city import NOON, City, a_clue
from tests.enforcement.case_course import AFTER_DEFENCE, DAY, OFF_LIST, PENALTY, decided, educated, notified
from tests.enforcement.case_facts import BANDS, FINE, codes, facts, fined, penal

pytestmark = pytest.mark.article("6")


def refusal(act: Any, *args: Any, **kwargs: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return {o.code for o in refused.value.obstacles}


def on_spot(**spot: Any) -> Any:
    sound = SpotFacts(penalty_kind="warning", is_certain=True, was_heard=True)
    return facts(on_spot=replace(sound, **spot))


@pytest.mark.rule("DEC-1")
class TestOnTheSpot:
    """A warning or a small fine for certain facts: two officers decide it where they stand."""

    @pytest.mark.parametrize(("is_person", "fine", "too_much"), [
        (True, 200, False), (True, 201, True), (False, 3000, False), (False, 3001, True),
    ])  # fmt: skip
    def test_a_fine_is_small(self, is_person: bool, fine: int, too_much: bool) -> None:
        assert most_on_the_spot(is_person=is_person) == (200 if is_person else 3000)
        found = obstacles_to_deciding_on_spot(
            on_spot(penalty_kind="fine", fine=Decimal(fine), is_person=is_person)
        )
        assert codes(found) == (["DEC-1"] if too_much else [])

    @pytest.mark.parametrize("doubt", [{"is_certain": False}, {"penalty_kind": "licence"}])
    def test_nothing_else_is_decided_there(self, doubt: dict[str, Any]) -> None:
        assert codes(obstacles_to_deciding_on_spot(on_spot(**doubt))) == ["DEC-1"]

    @pytest.mark.rule("RGT-1")
    def test_the_party_is_heard_there_too(self) -> None:
        assert codes(obstacles_to_deciding_on_spot(on_spot(was_heard=False))) == ["RGT-1"]

    def decide(self, case: Case, city: City, **more: Any) -> Case:
        given = {"handlers": [city.people["officer"], city.people["officer2"]], "facts_found": "未标价。",
                 "certificates_shown_on": NOON.date(), "is_certain": True, "was_heard": True,
                 "correction_order": "当场标价。", "overrides": OFF_LIST, **more}  # fmt: skip
        return cases.decide_on_spot(case.pk, by=city.actor("officer"), at=NOON, **given)

    def test_it_is_decided_and_handed_over(self, city: City) -> None:
        case = a_clue(city)
        assess_case(case.pk, by=city.actor("officer"), at=NOON)
        case = self.decide(case, city, penalty_kind="fine", fine=Decimal(100))
        assert (case.state, case.procedure) == (CaseState.DECIDED, Procedure.SUMMARY)
        assert case.decision.served_on == NOON.date()
        assert list(breaches(at=NOON)) == []

    def test_not_by_one_officer_alone(self, city: City) -> None:
        case = a_clue(city)
        assess_case(case.pk, by=city.actor("officer"), at=NOON)
        assert refusal(self.decide, case, city, handlers=[city.people["officer"]]) == {"SUB-2"}

    def test_the_form_is_one_page(self, city: City, as_user: Any) -> None:
        case = a_clue(city)
        assess_case(case.pk, by=city.actor("officer"), at=NOON)
        pair = [city.people[name].pk for name in ("officer", "officer2")]
        data = {"expected_version": Case.objects.get(pk=case.pk).version, "facts_found": "未标价。",
                "penalty_kind": "fine", "fine": "9999", "handlers": pair,
                "certificates_shown_on": "2026-11-20"}  # fmt: skip
        answer = as_user("officer").post(f"/cases/{case.pk}/do/decide_on_spot/", data)
        assert answer.status_code == 409
        assert {"is_certain", "was_heard", "fine"} <= set(answer.context["form"].errors)


@pytest.mark.rule("DEC-2")
class TestLegalReviewComesFirst:
    @pytest.mark.parametrize("trigger", [
        {"is_flagged": True}, {"hearing_state": "held"}, {"is_penal": True, "penalty_kind": "licence"},
    ])  # fmt: skip
    def test_where_the_law_asks_for_it(self, trigger: dict[str, Any]) -> None:
        assert codes(obstacles_to_unreviewed(DeliberationFacts(**trigger))) == ["DEC-2"]
        passed = DeliberationFacts(**trigger, review_opinion="passed")
        assert codes(obstacles_to_unreviewed(passed)) == []

    def test_and_after_the_hearing(self) -> None:
        old = DeliberationFacts(
            hearing_state="held",
            heard_on=date(2026, 12, 1),
            review_opinion="passed",
            reviewed_on=date(2026, 11, 30),
        )
        assert codes(obstacles_to_unreviewed(old)) == ["DEC-2"]

    def test_a_small_case_needs_none(self) -> None:
        assert codes(obstacles_to_unreviewed(DeliberationFacts(is_penal=True, penalty_kind="fine"))) == []


@pytest.mark.rule("DEC-3")
class TestTheTimeOfTheReview:
    def test_runs_from_the_request_and_ends_with_the_opinion(self, city: City) -> None:
        case = notified(city)
        cases.ask_review(case.pk, by=city.actor("officer"), at=NOON)
        row = case.review_requests.get()
        assert row.due_on > NOON.date()
        cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON + DAY, opinion="passed", text="同意")
        row.refresh_from_db()
        assert row.answered_on == (NOON + DAY).date()
        sweep(at=NOON + 60 * DAY)
        assert not Notification.objects.filter(kind="review:late").exists()

    def test_that_has_passed_is_told_once(self, city: City) -> None:
        case = notified(city)
        cases.ask_review(case.pk, by=city.actor("officer"), at=NOON)
        for days in (60, 61):
            sweep(at=NOON + days * DAY)
        told = Notification.objects.filter(kind="review:late").values_list("officer__username", flat=True)
        assert sorted(told) == ["head", "reviewer"]

    def test_is_not_asked_for_twice_at_a_time(self, city: City) -> None:
        case = notified(city)
        cases.ask_review(case.pk, by=city.actor("officer"), at=NOON)
        with pytest.raises(IntegrityError), transaction.atomic():
            cases.ask_review(case.pk, by=city.actor("officer"), at=NOON)


@pytest.mark.rule("DEC-4")
class TestAGraveCaseIsDiscussedTogether:
    def grave(self, city: City) -> Case:
        case = notified(city)
        cases.flag_case(case.pk, by=city.actor("officer"), at=NOON, is_major=True, flag_reason="金额巨大")
        cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON, opinion="passed", text="同意")
        return case

    def test_before_it_is_punished(self, city: City) -> None:
        case = self.grave(city)
        decide = {"by": city.actor("head"), "at": AFTER_DEFENCE, **PENALTY}
        assert refusal(cases.decide_case, case.pk, **decide) == {"DEC-4"}
        members = [city.people["head"], city.people["south3"]]
        cases.record_discussion(
            case.pk, by=city.actor("head"), at=NOON, held_on=NOON.date(), chair=members[0], members=members,
            opinions="丙和：同意。卯诚：建议从轻。", conclusion="同意处罚。",
        )  # fmt: skip
        assert cases.decide_case(case.pk, **decide).state == CaseState.DECIDED
        assert Discussion.objects.get(case=case).members.count() == 2


@pytest.mark.rule("DEC-6")
class TestTheItemsOfADecision:
    @pytest.mark.parametrize("missing", ["performance", "remedies"])
    def test_each_of_them(self, city: City, missing: str) -> None:
        given = {**PENALTY, missing: " "}
        assert refusal(
            cases.decide_case, notified(city).pk, by=city.actor("head"), at=AFTER_DEFENCE, **given
        ) == {"DEC-6"}

    def test_the_form_proposes_the_remedies_of_the_law(self, city: City, as_user: Any) -> None:
        case = notified(city)
        form = as_user("head").get(f"/cases/{case.pk}/do/decide/").context["form"]
        assert form.initial["remedies"]
        assert form.initial["performance"]


@pytest.mark.rule("DEC-7")
class TestASuspectedCrime:
    def referred(self, city: City) -> Case:
        case = notified(city)
        cases.suspect_crime(
            case.pk, by=city.actor("officer"), at=NOON, facts_suspected="金额超过立案标准", body="公安局（示例）",
            sent_on=NOON.date(),
        )  # fmt: skip
        return case

    def test_is_not_settled_by_a_fine(self, city: City) -> None:
        case = self.referred(city)
        assert refusal(cases.decide_case, case.pk, by=city.actor("head"), at=AFTER_DEFENCE, **PENALTY) == {
            "DEC-7"
        }

    def test_given_back_it_goes_on(self, city: City) -> None:
        case = self.referred(city)
        cases.answer_crime(
            case.pk,
            by=city.actor("officer"),
            at=AFTER_DEFENCE,
            answer="returned",
            answered_on=AFTER_DEFENCE.date(),
        )
        decided = cases.decide_case(case.pk, by=city.actor("head"), at=AFTER_DEFENCE, **PENALTY)
        assert decided.outcome == Outcome.PENALTY

    def test_taken_over_it_is_transferred(self, city: City) -> None:
        case = self.referred(city)
        given = {"outcome": "transferred", "reasons": "涉嫌犯罪", "transferred_to": "公安局（示例）"}
        assert cases.decide_case(case.pk, by=city.actor("head"), at=NOON, **given).outcome == "transferred"


@pytest.mark.rule("DEC-8")
@pytest.mark.parametrize("outcome", [Outcome.PENALTY, Outcome.NO_PENALTY])
def test_the_party_is_always_ordered_to_correct(outcome: str) -> None:
    given = penal(outcome=outcome, has_correction_order=False, has_education_record=True)
    assert codes(obstacles_to_deciding(given)) == ["DEC-8"]


@pytest.mark.article("5")
class TestMeasureInTheAmount:
    @pytest.mark.rule("DIS-3")
    @pytest.mark.parametrize(("field", "fine", "severity"), [
        ("market", 3700, None), ("market", 3701, Severity.BLOCK), ("agriculture", 5501, Severity.BLOCK),
        ("transport", 5500, None), ("transport", 5501, Severity.WARN),
    ])  # fmt: skip
    def test_a_lighter_penalty_is_light(self, field: str, fine: int, severity: Severity | None) -> None:
        found = list(obstacles_to_amount(fined(fine, Outcome.LIGHTER, field_code=field)))
        assert [(o.code, o.severity) for o in found] == ([("DIS-3", severity)] if severity else [])

    @pytest.mark.rule("DIS-4")
    @pytest.mark.parametrize(("fine", "wrong"), [(999, False), (1000, True)])
    def test_a_mitigated_penalty_lies_below_the_least(self, fine: int, wrong: bool) -> None:
        assert codes(obstacles_to_amount(fined(fine, Outcome.MITIGATED))) == (["DIS-4"] if wrong else [])

    @pytest.mark.rule("DIS-1")
    @pytest.mark.rule("DIS-2")
    def test_leaving_the_benchmark_is_said_and_approved(self) -> None:
        from_bands = replace(FINE, bands=BANDS)
        assert "DIS-1" in codes(obstacles_to_deciding(penal(decision=from_bands)))
        left = replace(from_bands, tier="slight")
        found = [o for o in obstacles_to_deciding(penal(decision=left)) if o.code == "DIS-2"]
        assert [o.severity for o in found] == [Severity.REQUIRE]
        granted = replace(left, departures=(Granted("slight", left.fine),))
        assert "DIS-2" not in codes(obstacles_to_deciding(penal(decision=granted)))

    @pytest.mark.rule("DIS-5")
    def test_the_same_act_is_not_fined_twice(self) -> None:
        found = list(
            obstacles_to_second_fine(
                (FinedBefore("甲1号", same_place=True), FinedBefore("甲2号", same_place=False))
            )
        )
        assert [(o.code, o.severity) for o in found] == [("DIS-5", Severity.BLOCK), ("DIS-5", Severity.WARN)]

    @pytest.mark.rule("DIS-5")
    def test_a_second_case_of_the_same_days_and_place_is_refused_a_fine(self, city: City) -> None:
        first = decided(city)
        second = notified(city, counterpart=first.counterpart)
        head = city.actor("head")
        assert refusal(cases.decide_case, second.pk, by=head, at=AFTER_DEFENCE, **PENALTY) == {"DIS-5"}
        other = notified(city, counterpart=first.counterpart, occurred_on=date(2026, 11, 3))
        assert cases.decide_case(other.pk, by=head, at=AFTER_DEFENCE, **PENALTY).state == CaseState.DECIDED

    @pytest.mark.rule("DIS-6")
    def test_the_law_of_the_day_of_the_act_is_weighed(self, city: City) -> None:
        assert codes(obstacles_to_changed_law(())) == []
        law = found_instrument(
            by=city.actor("orgadmin"), at=NOON, code="x-law", name_zh="示例法", name_en="Sample"
        )
        new = found_provision(
            by=city.actor("orgadmin"), at=NOON, instrument=law, article="13", valid_from=date(2026, 11, 10)
        )
        cite_provision(city.matter.pk, by=city.actor("orgadmin"), at=NOON, provision=new)
        case = notified(city)
        head = city.actor("head")
        assert refusal(cases.decide_case, case.pk, by=head, at=AFTER_DEFENCE, **PENALTY) == {"DIS-6"}
        reasons = {"DIS-6": "新规定处罚更轻，适用新规定。"}
        decided = cases.decide_case(case.pk, by=head, at=AFTER_DEFENCE, overrides=reasons, **PENALTY)
        assert decided.state == CaseState.DECIDED


@pytest.mark.rule("FIL-1")
class TestAClueIsVerifiedInTime:
    def test_its_last_day_is_known_and_told(self, city: City) -> None:
        case = a_clue(city)
        assert case.verify_by is not None
        sweep(at=NOON + 60 * DAY)
        told = Notification.objects.filter(kind="clue:overdue").values_list("officer__username", flat=True)
        assert list(told) == ["head"]

    def test_a_filed_one_is_not_told(self, city: City) -> None:
        educated(city)
        sweep(at=NOON + 60 * DAY)
        assert not Notification.objects.filter(kind="clue:overdue").exists()

    def test_it_is_extended_once_at_most(self, city: City) -> None:
        load_profiles(by=COMMAND, at=NOON)
        autumn = NOON - 60 * DAY
        case = a_clue(city, at=autumn, occurred_on=autumn.date(), discovered_on=autumn.date())
        head = {"by": city.actor("head"), "at": autumn, "reason": "需要检验"}
        later = cases.extend_verification(case.pk, **head)
        assert later.verify_by > case.verify_by
        assert refusal(cases.extend_verification, case.pk, **head) == {"FIL-1"}
