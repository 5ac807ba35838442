"""Coercion through its services: proposed, approved, applied, kept, lifted, lapsed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from enforcement.models import CoerciveMeasure, Notification
from enforcement.services import coercion
from enforcement.vocabulary.coercion import CoercionKind, CoercionState, ItemFate, SiteStep
from foundation.due import sweep
from foundation.obstacles import Forbidden, Refused, Stale
from tests.city import NOON, City, a_filed_case, small_city
from tests.enforcement.case_facts import codes
from tests.enforcement.coercion_course import (
    AFTER_DEMAND,
    DAY,
    DEMANDED,
    HOUR,
    LATER,
    SITE,
    applied,
    approved,
    demanded,
    drafted,
    executing,
    execution,
    proposed,
    urgent,
    with_thing,
)

pytestmark = pytest.mark.django_db
S = CoercionState


@pytest.fixture
def city(db: None) -> City:
    return small_city()


def fresh(measure: CoerciveMeasure) -> CoerciveMeasure:
    return CoerciveMeasure.objects.get(pk=measure.pk)


def refused(call: Any, *args: Any, **values: Any) -> list[str]:
    with pytest.raises(Refused) as error:
        call(*args, **values)
    return codes(error.value.obstacles)


class TestProposing:
    def test_begins_with_a_note_that_may_stay_open(self, city: City) -> None:
        measure = drafted(city, why_useless="", legal_basis="")
        assert measure.state == S.DRAFT

    @pytest.mark.rule("COE-1")
    def test_is_refused_while_the_note_says_too_little(self, city: City) -> None:
        measure = drafted(city, why_useless="", alternative="", legal_basis="", scope="", term_days=None)
        found = refused(coercion.propose_measure, measure.pk, by=city.actor("officer"), at=NOON)
        assert found.count("COE-1") == 5

    def test_is_told_to_the_heads(self, city: City) -> None:
        measure = proposed(city)
        told = Notification.objects.filter(kind="coercion:to_approve", thing=f"coercion:{measure.pk}")
        assert [n.officer_id for n in told] == [city.people["head"].pk]

    def test_is_for_officers_of_the_organ(self, city: City) -> None:
        measure = drafted(city)
        with pytest.raises(CoerciveMeasure.DoesNotExist):
            coercion.propose_measure(measure.pk, by=city.actor("officer_north"), at=NOON)
        with pytest.raises(Forbidden):
            coercion.draft_measure(
                by=city.actor("supervisor"), at=NOON, case=measure.case, kind=CoercionKind.SEAL
            )

    def test_of_somebody_else_s_version_is_told(self, city: City) -> None:
        measure = drafted(city)
        with pytest.raises(Stale):
            coercion.edit_measure(measure.pk, by=city.actor("officer"), at=NOON, expected=99, place="二街道")

    def test_a_proposal_cannot_lose_what_it_must_say(self, city: City) -> None:
        measure = proposed(city)
        found = refused(coercion.edit_measure, measure.pk, by=city.actor("officer"), at=NOON, legal_basis="")
        assert found == ["COE-1"]


class TestApproving:
    def test_gives_the_number_and_tells_the_handlers(self, city: City) -> None:
        measure = approved(city)
        assert (measure.state, "强〔2026〕" in measure.number) == (S.APPROVED, True)
        assert Notification.objects.filter(kind="coercion:approved").count() == 2

    @pytest.mark.rule("COE-2")
    def test_is_refused_to_whoever_handles_the_case(self, city: City) -> None:
        case = a_filed_case(city, handlers=("officer", "head"))
        measure = proposed(city, case=case)
        found = refused(coercion.approve_measure, measure.pk, by=city.actor("head"), at=NOON)
        assert found == ["COE-2"]

    def test_is_refused_to_officers(self, city: City) -> None:
        found = refused(coercion.approve_measure, proposed(city).pk, by=city.actor("south3"), at=NOON)
        assert found == ["actor:lacks_permission"]

    @pytest.mark.rule("COE-2")
    def test_is_void_once_what_was_approved_is_changed(self, city: City) -> None:
        measure = approved(city)
        coercion.edit_measure(measure.pk, by=city.actor("officer"), at=NOON, term_days=30)
        changed = fresh(measure)
        assert (changed.state, changed.approved_by, changed.approved_at) == (S.PROPOSED, None, None)
        assert Notification.objects.filter(kind="coercion:void", officer=city.people["head"]).exists()

    def test_may_be_sent_back_with_a_reason(self, city: City) -> None:
        measure = proposed(city)
        sent = coercion.return_to_draft(measure.pk, by=city.actor("head"), at=NOON, reason="先行规劝")
        assert (sent.state, sent.proposed_by) == (S.DRAFT, None)


class TestApplying:
    def test_counts_the_term_from_the_next_day(self, city: City) -> None:
        measure = applied(city)
        assert (measure.state, measure.expires_on) == (S.APPLIED, date(2026, 12, 5))

    @pytest.mark.rule("COE-2")
    def test_is_refused_without_approval(self, city: City) -> None:
        measure = proposed(city)
        found = refused(
            coercion.apply_measure, measure.pk, by=city.actor("officer"), at=LATER, applied_at=NOON, **SITE
        )
        assert {"coercion:wrong_state", "COE-2"} <= set(found)

    @pytest.mark.rule("COE-2")
    def test_is_refused_for_a_moment_before_the_approval(self, city: City) -> None:
        measure = approved(city)
        found = refused(
            coercion.apply_measure, measure.pk, by=city.actor("officer"), at=LATER,
            applied_at=NOON - HOUR, **SITE,
        )  # fmt: skip
        assert found == ["COE-2"]

    @pytest.mark.rule("COE-3")
    def test_asks_for_every_step_on_the_spot(self, city: City) -> None:
        measure = approved(city)
        found = refused(
            coercion.apply_measure, measure.pk, by=city.actor("officer"), at=LATER, applied_at=LATER,
            steps=[SiteStep.CERTIFICATES], party_attended=True,
        )  # fmt: skip
        assert found == ["COE-3"]

    @pytest.mark.rule("COE-3")
    def test_needs_a_witness_when_the_party_is_absent(self, city: City) -> None:
        measure = approved(city)
        again = {"by": city.actor("officer"), "at": LATER, "applied_at": LATER, "steps": SITE["steps"]}
        assert refused(coercion.apply_measure, measure.pk, **again, party_attended=False) == ["COE-3"]
        kept = coercion.apply_measure(measure.pk, **again, party_attended=False, witness="社区工作人员")
        assert kept.state == S.APPLIED

    @pytest.mark.rule("COE-3")
    def test_needs_an_inventory(self, city: City) -> None:
        measure = drafted(city)
        coercion.propose_measure(measure.pk, by=city.actor("officer"), at=NOON)
        coercion.approve_measure(measure.pk, by=city.actor("head"), at=NOON)
        found = refused(
            coercion.apply_measure, measure.pk, by=city.actor("officer"), at=LATER, applied_at=LATER, **SITE
        )
        assert found == ["COE-3"]


class TestUrgency:
    def test_is_approved_afterwards(self, city: City) -> None:
        measure = urgent(city)
        assert (measure.state, measure.approved_by) == (S.APPLIED, None)
        coercion.confirm_measure(measure.pk, by=city.actor("head"), at=NOON + 20 * HOUR)
        sweep(at=NOON + 2 * DAY)
        assert fresh(measure).state == S.APPLIED

    @pytest.mark.rule("COE-2")
    def test_lapses_after_a_day_without_approval(self, city: City) -> None:
        measure = urgent(city)
        sweep(at=NOON + 24 * HOUR - timedelta(minutes=1))
        assert fresh(measure).state == S.APPLIED
        sweep(at=NOON + 24 * HOUR)
        assert fresh(measure).state == S.EXPIRED
        assert Notification.objects.filter(kind="coercion:lapsed", officer=city.people["officer"]).exists()

    @pytest.mark.rule("COE-2")
    def test_is_refused_without_a_reason(self, city: City) -> None:
        measure = with_thing(city, drafted(city))
        found = refused(
            coercion.apply_urgently, measure.pk, by=city.actor("officer"), at=NOON, applied_at=NOON,
            urgent_reason=" ", **SITE,
        )  # fmt: skip
        assert found == ["COE-2"]

    def test_is_confirmed_once(self, city: City) -> None:
        measure = urgent(city)
        coercion.confirm_measure(measure.pk, by=city.actor("head"), at=LATER)
        found = refused(coercion.confirm_measure, measure.pk, by=city.actor("head"), at=LATER)
        assert found == ["coercion:confirmed"]

    @pytest.mark.rule("COE-2")
    def test_is_never_for_an_execution(self, city: City) -> None:
        measure = execution(city)
        found = refused(
            coercion.apply_urgently, measure.pk, by=city.actor("officer"), at=AFTER_DEMAND,
            applied_at=AFTER_DEMAND, urgent_reason="急", **SITE,
        )  # fmt: skip
        assert {"coercion:other_kind", "COE-2"} <= set(found)


class TestTheTerm:
    @pytest.mark.rule("COE-5")
    def test_is_announced_five_days_before_it_ends(self, city: City) -> None:
        measure = applied(city)
        sweep(at=NOON + 9 * DAY)
        assert not Notification.objects.filter(kind="coercion:expires").exists()
        sweep(at=NOON + 10 * DAY)
        told = Notification.objects.filter(kind="coercion:expires", thing=f"coercion:{measure.pk}")
        assert {n.officer.username for n in told} == {"officer", "officer2", "head"}

    @pytest.mark.rule("COE-5")
    def test_lifts_the_measure_when_it_is_over(self, city: City) -> None:
        measure = applied(city)
        sweep(at=NOON + 15 * DAY)
        assert fresh(measure).state == S.APPLIED
        sweep(at=NOON + 16 * DAY)
        assert (fresh(measure).state, fresh(measure).over_on) == (S.EXPIRED, date(2026, 12, 6))

    @pytest.mark.rule("COE-5")
    def test_is_extended_once(self, city: City) -> None:
        measure = applied(city)
        longer = coercion.extend_measure(
            measure.pk, by=city.actor("head"), at=NOON + 12 * DAY, days=30, reason="检验未完成，案情复杂"
        )
        assert longer.expires_on == date(2027, 1, 4)
        sweep(at=NOON + 16 * DAY)
        assert fresh(measure).state == S.APPLIED
        again = {"by": city.actor("head"), "at": NOON + 20 * DAY, "days": 5, "reason": "再次"}
        assert refused(coercion.extend_measure, measure.pk, **again) == ["COE-5"]
        sweep(at=NOON + 46 * DAY)
        assert fresh(measure).state == S.EXPIRED

    @pytest.mark.rule("COE-5")
    def test_leaves_testing_out_that_the_party_was_told_of(self, city: City) -> None:
        measure = applied(city)
        longer = coercion.add_testing(
            measure.pk, by=city.actor("officer"), at=NOON + DAY, what="计量检定", started_on=date(2026, 11, 21),
            ended_on=date(2026, 11, 25), told_on=date(2026, 11, 21),
        )  # fmt: skip
        assert longer.expires_on == date(2026, 12, 10)
        sweep(at=NOON + 16 * DAY)
        assert fresh(measure).state == S.APPLIED

    @pytest.mark.rule("COE-6")
    def test_of_freezing_asks_for_the_decision_within_three_working_days(self, city: City) -> None:
        measure = drafted(city, kind=CoercionKind.FREEZE, amount=1000)
        coercion.propose_measure(measure.pk, by=city.actor("officer"), at=NOON)
        coercion.approve_measure(measure.pk, by=city.actor("head"), at=NOON)
        frozen = coercion.apply_measure(
            measure.pk, by=city.actor("officer"), at=LATER, applied_at=LATER, **SITE
        )
        assert frozen.document_due_on == date(2026, 11, 25)
        served = coercion.serve_document(
            measure.pk, by=city.actor("officer"), at=NOON + 4 * DAY, served_on=date(2026, 11, 24)
        )
        assert served.document_served_on == date(2026, 11, 24)


class TestTheThings:
    @pytest.mark.rule("COE-4")
    def test_that_have_nothing_to_do_with_it_are_not_taken(self, city: City) -> None:
        measure = drafted(city)
        for wrong in ({"is_related": False}, {"is_necessity": True}, {"held_by_other": "善治市税务局"}):
            assert refused(with_thing, city, measure, **wrong) == ["COE-4"]

    @pytest.mark.rule("COE-4")
    def test_that_another_organ_holds_are_found_by_their_mark(self, city: City) -> None:
        first = applied(city)
        coercion.edit_item(first.pk, by=city.actor("officer"), at=LATER, item=first.items.get(), mark="SN-1")
        north = a_filed_case(city, handlers=("officer_north", "north2"))
        other = coercion.draft_measure(
            by=city.actor("officer_north"), at=LATER, case=north, kind=CoercionKind.SEIZE
        )
        with pytest.raises(Refused) as error:
            coercion.add_item(
                other.pk,
                by=city.actor("officer_north"),
                at=LATER,
                name="秤",
                quantity=1,
                unit="台",
                mark="SN-1",
            )
        assert codes(error.value.obstacles) == ["COE-4"]

    def test_go_back_before_the_measure_is_lifted(self, city: City) -> None:
        measure = applied(city)
        lift = {"by": city.actor("officer"), "at": LATER, "reason": "已改正，不再需要"}
        assert refused(coercion.lift_measure, measure.pk, **lift) == ["COE-5"]
        lifted = coercion.lift_measure(
            measure.pk, **lift, returned_on=date(2026, 11, 20), receipt="签收单1号"
        )
        assert lifted.state == S.LIFTED
        assert [i.fate for i in lifted.items.all()] == [ItemFate.RETURNED]
        sweep(at=NOON + 30 * DAY)
        assert fresh(measure).state == S.LIFTED

    def test_are_dealt_with_one_by_one(self, city: City) -> None:
        measure = applied(city)
        coercion.deal_with_item(
            measure.pk, by=city.actor("officer"), at=LATER, item=measure.items.get(),
            fate=ItemFate.DESTROYED, dealt_on=date(2026, 11, 20),
        )  # fmt: skip
        ended = coercion.convert_measure(measure.pk, by=city.actor("officer"), at=LATER, reason="依法销毁")
        assert ended.state == S.CONVERTED

    def test_can_still_go_back_after_the_measure_lapsed(self, city: City) -> None:
        measure = applied(city)
        sweep(at=NOON + 16 * DAY)
        coercion.deal_with_item(
            measure.pk, by=city.actor("officer"), at=NOON + 17 * DAY, item=measure.items.get(),
            fate=ItemFate.RETURNED, dealt_on=date(2026, 12, 7), receipt="签收单2号",
        )  # fmt: skip
        assert fresh(measure).kept_items() == []


class TestExecution:
    @pytest.mark.rule("COE-9")
    def test_waits_for_a_written_demand(self, city: City) -> None:
        measure = execution(city)
        found = refused(
            coercion.apply_measure, measure.pk, by=city.actor("officer"), at=DEMANDED, applied_at=DEMANDED
        )
        assert found == ["COE-9"]

    @pytest.mark.rule("COE-9")
    def test_waits_until_ten_working_days_are_over(self, city: City) -> None:
        measure = demanded(city)
        assert measure.execution.demand_until == date(2026, 12, 15)
        at = DEMANDED + 13 * DAY
        found = refused(coercion.apply_measure, measure.pk, by=city.actor("officer"), at=at, applied_at=at)
        assert found == ["COE-9"]
        assert executing_of(city, measure).state == S.APPLIED

    def test_is_refused_before_the_case_is_decided(self, city: City) -> None:
        measure = drafted(city, kind=CoercionKind.SURCHARGE, term_days=None)
        found = refused(coercion.propose_measure, measure.pk, by=city.actor("officer"), at=NOON)
        assert found == ["coercion:stage"]

    @pytest.mark.rule("COE-12")
    def test_gives_way_to_an_agreement(self, city: City) -> None:
        measure = execution(city, CoercionKind.SURCHARGE)
        agreed = coercion.agree_on_execution(
            measure.pk, by=city.actor("officer"), at=DEMANDED, agreement="分三期履行", waives_surcharge=True
        )
        assert (agreed.state, agreed.execution.waives_surcharge) == (S.AGREED, True)
        done = coercion.complete_execution(measure.pk, by=city.actor("officer"), at=AFTER_DEMAND)
        assert done.state == S.COMPLETED

    @pytest.mark.rule("COE-13")
    def test_ends_for_good_after_three_years_without_ability(self, city: City) -> None:
        measure = demanded(city)
        coercion.suspend_execution(
            measure.pk, by=city.actor("officer"), at=AFTER_DEMAND, ground="no_ability", reason="确无履行能力",
            no_evident_harm=True,
        )  # fmt: skip
        sweep(at=AFTER_DEMAND + 1094 * DAY)
        assert fresh(measure).state == S.SUSPENDED
        sweep(at=AFTER_DEMAND + 1097 * DAY)
        assert fresh(measure).state == S.ENDED

    def test_may_be_resumed(self, city: City) -> None:
        measure = executing(city)
        officer = city.actor("officer")
        coercion.suspend_execution(
            measure.pk, by=officer, at=AFTER_DEMAND, ground="third_party", reason="第三人主张权利"
        )
        assert (
            coercion.resume_execution(measure.pk, by=officer, at=AFTER_DEMAND, reason="异议不成立").state
            == S.APPROVED
        )

    def test_acts_of_executions_are_refused_to_measures(self, city: City) -> None:
        found = refused(
            coercion.agree_on_execution,
            approved(city).pk,
            by=city.actor("officer"),
            at=NOON,
            agreement="分期",
        )
        assert found == ["coercion:other_kind"]

    def test_acts_of_measures_are_refused_to_executions(self, city: City) -> None:
        assert refused(with_thing, city, execution(city)) == ["coercion:other_kind"]


def executing_of(city: City, measure: CoerciveMeasure) -> CoerciveMeasure:
    return coercion.apply_measure(
        measure.pk, by=city.actor("officer"), at=AFTER_DEMAND, applied_at=AFTER_DEMAND
    )
