"""Article 6: nobody is punished unheard; a defence never makes it worse, and a hearing is held fairly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from enforcement.models import Case, ProcedureProfile
from enforcement.rules.hearings import HearingFacts, is_heard_before, obstacles_to_deciding_unheard
from enforcement.rules.notices import obstacles_to_unheard_penalty
from enforcement.services import cases, intervals
from enforcement.services.deadlines.explaining import explain_deadlines, paused_decision
from enforcement.services.profiles import edit_profile, load_profiles
from enforcement.vocabulary import CaseRole, CaseState, HearingState
from foundation.actors import COMMAND
from foundation.obstacles import Refused
from tests.city import NOON, City, people_of
from tests.enforcement.case_course import AFTER_DEFENCE, DAY, PENALTY, assessed, notified
from tests.enforcement.case_facts import TODAY, codes, penal

pytestmark = pytest.mark.article("6")
HEARD_AT = NOON + 14 * DAY  # ten working days after notice of it


def refusal(act: Any, *args: Any, **kwargs: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return {o.code for o in refused.value.obstacles}


def told(city: City, **notice: Any) -> Case:
    """A case whose party was told of a licence at stake and of its right to a hearing."""
    given = {"intended_kind": "licence", "hearing_told": True, **notice}
    return cases.serve_notice(
        assessed(city).pk, by=city.actor("officer"), at=NOON, content="拟吊销许可证。", served_on=NOON.date(),
        rights_told=True, **given,
    )  # fmt: skip


def requested(city: City) -> Case:
    return cases.request_hearing(told(city).pk, by=city.actor("officer"), at=NOON, requested_on=NOON.date())


def arrange(case: Case, city: City, *, presider: str = "south3", **more: Any) -> Case:
    given = {"held_at": HEARD_AT, "place": "听证室", "notice_on": NOON.date(), **more}
    return cases.arrange_hearing(
        case.pk, by=city.actor("head"), at=NOON, presider=city.people[presider], **given
    )


def hold(case: Case, city: City, *, by: str = "south3", **more: Any) -> Case:
    given = {"at": HEARD_AT, "record": "双方陈述……", "opinion": "事实清楚。", "signature": "pages", **more}
    return cases.hold_hearing(case.pk, by=city.actor(by), **given)


def licence(**more: Any) -> dict[str, Any]:
    return {**PENALTY, "penalty_kind": "licence", "fine": None, **more}


@pytest.mark.rule("RGT-1")
def test_no_penalty_without_a_notice() -> None:
    assert codes(obstacles_to_unheard_penalty(penal(notice_served_on=None))) == ["RGT-1"]


@pytest.mark.rule("RGT-2")
def test_no_penalty_while_the_defence_is_unanswered() -> None:
    assert codes(obstacles_to_unheard_penalty(penal(defence_filed=True))) == ["RGT-2"]


@pytest.mark.rule("RGT-3")
class TestADefenceNeverMakesItHeavier:
    def defended(self, **more: Any) -> Any:
        return penal(defence_filed=True, defence_reviewed=True, intended_fine=Decimal(3000), **more)

    @pytest.mark.parametrize(("fine", "heavier"), [(3000, False), (3001, True)])
    def test_in_its_amount(self, fine: int, heavier: bool) -> None:
        facts = self.defended()
        facts = replace(facts, decision=replace(facts.decision, fine=Decimal(fine)))
        assert codes(obstacles_to_unheard_penalty(facts)) == (["RGT-3"] if heavier else [])

    @pytest.mark.parametrize(("intended", "decided", "heavier"), [
        ("warning", "fine", True), ("fine", "warning", False), ("fine", "licence", True),
        ("business", "licence", False),
    ])  # fmt: skip
    def test_in_its_kind(self, intended: str, decided: str, heavier: bool) -> None:
        facts = self.defended(intended_kind=intended)
        facts = replace(facts, decision=replace(facts.decision, penalty_kind=decided, fine=None))
        assert codes(obstacles_to_unheard_penalty(facts)) == (["RGT-3"] if heavier else [])


@pytest.mark.rule("RGT-4")
def test_no_penalty_while_the_defence_may_still_come() -> None:
    assert codes(obstacles_to_unheard_penalty(penal(defence_until=TODAY))) == ["RGT-4"]
    assert codes(obstacles_to_unheard_penalty(penal(defence_until=TODAY, notice_waived=True))) == []


@pytest.mark.rule("HEA-1")
class TestTheRightToAHearing:
    @pytest.mark.parametrize(("kind", "large", "due"), [
        ("licence", False, True), ("business", False, True), ("fine", True, True), ("confiscation", True, True),
        ("fine", False, False), ("warning", True, False),
    ])  # fmt: skip
    def test_is_given_where_much_is_at_stake(self, kind: str, large: bool, due: bool) -> None:
        assert is_heard_before(kind=kind, fine_gives_hearing=large) is due

    def test_is_told_in_the_notice(self, city: City) -> None:
        assert refusal(told, city, hearing_told=False) == {"HEA-1"}

    def test_is_asked_for_within_five_working_days(self, city: City) -> None:
        case = told(city)
        assert case.notice.hearing_until == date(2026, 11, 27)
        late = {"at": NOON + 9 * DAY, "requested_on": date(2026, 11, 28)}
        assert refusal(cases.request_hearing, case.pk, by=city.actor("officer"), **late) == {"HEA-1"}

    def test_is_not_asked_for_before_it_was_told(self, city: City) -> None:
        early = {"at": NOON, "requested_on": NOON.date() - DAY}
        assert refusal(cases.request_hearing, told(city).pk, by=city.actor("officer"), **early) == {"HEA-1"}

    def test_is_not_cut_off_by_an_early_decision(self, city: City) -> None:
        case = told(city)
        assert "HEA-1" in refusal(
            cases.decide_case, case.pk, by=city.actor("head"), at=NOON + DAY, **licence()
        )

    def test_is_not_lost_by_a_heavier_decision_than_the_notice(self, city: City) -> None:
        case = notified(city)
        assert "HEA-1" in refusal(
            cases.decide_case, case.pk, by=city.actor("head"), at=AFTER_DEFENCE, **licence()
        )

    @pytest.mark.parametrize("state", [HearingState.REQUESTED, HearingState.ARRANGED])
    def test_keeps_the_decision_waiting(self, state: str) -> None:
        facts = HearingFacts(was_told=True, until=TODAY - DAY, state=state)
        assert codes(obstacles_to_deciding_unheard(facts, today=TODAY)) == ["HEA-1"]
        withdrawn = replace(facts, state=HearingState.WITHDRAWN)
        assert codes(obstacles_to_deciding_unheard(withdrawn, today=TODAY)) == []


@pytest.mark.rule("HEA-1")
class TestAHearing:
    """Told seven working days before, led by somebody else, in public, signed, and decided upon."""

    def test_is_told_in_time(self, city: City) -> None:
        case = requested(city)
        for too_early in (NOON + 10 * DAY, NOON + 11 * DAY):
            assert refusal(arrange, case, city, held_at=too_early) == {"HEA-1"}
        assert arrange(case, city, held_at=NOON + 12 * DAY).hearing.state == HearingState.ARRANGED

    @pytest.mark.rule("SUB-6")
    def test_is_not_led_by_who_handles_the_case(self, city: City) -> None:
        assert refusal(arrange, requested(city), city, presider="officer2") == {"SUB-6"}

    def test_has_one_presider(self, city: City) -> None:
        case = requested(city)
        arrange(case, city)
        arrange(case, city, presider="south4")
        assert people_of(case, CaseRole.PRESIDER) == {city.people["south4"].pk}

    def test_is_public_unless_a_reason_is_named(self, city: City) -> None:
        case = requested(city)
        assert refusal(arrange, case, city, is_public=False) == {"HEA-1"}
        arrange(case, city, is_public=False, closed_reason="涉及商业秘密")

    def test_is_recorded_by_its_presider_when_it_was_held(self, city: City) -> None:
        case = arrange(requested(city), city)
        assert refusal(hold, case, city, at=NOON) == {"HEA-1"}
        assert refusal(hold, case, city, by="south4") == {"HEA-1"}
        assert refusal(hold, case, city, signature="none") == {"HEA-1"}
        assert hold(case, city).hearing.state == HearingState.HELD

    def test_is_followed_by_a_legal_opinion_and_only_then_decided(self, city: City) -> None:
        case = hold(arrange(requested(city), city), city)
        decide = {"by": city.actor("head"), "at": HEARD_AT + DAY, **licence()}
        assert refusal(cases.decide_case, case.pk, **decide) == {"DEC-2"}
        cases.record_review(case.pk, by=city.actor("reviewer"), at=HEARD_AT, opinion="passed", text="同意")
        assert cases.decide_case(case.pk, **decide).state == CaseState.DECIDED

    def test_may_be_given_up(self, city: City) -> None:
        case = requested(city)
        cases.withdraw_hearing(case.pk, by=city.actor("officer"), at=NOON)
        assert refusal(arrange, case, city) == {"HEA-1"}

    def test_stands_on_the_page_with_what_can_be_done(self, city: City, as_user: Any) -> None:
        case = requested(city)
        here = as_user("head").get(f"/cases/{case.pk}/").context["here"]
        assert {"arrange_hearing", "withdraw_hearing"} <= set(here)
        assert not {"request_hearing", "hold_hearing"} & set(here)

    def test_is_arranged_by_the_form(self, city: City, as_user: Any) -> None:
        case = requested(city)
        case.refresh_from_db()
        data = {"expected_version": case.version, "presider": city.people["south3"].pk, "place": "听证室",
                "held_at": "2026-12-04T09:00", "notice_on": "2026-11-20", "is_public": "true"}  # fmt: skip
        answer = as_user("head").post(f"/cases/{case.pk}/do/arrange_hearing/", data)
        assert answer.status_code == 302, answer.content.decode()
        case.refresh_from_db()
        assert timedelta(days=13) < case.hearing.held_at - NOON < timedelta(days=15)


@pytest.mark.rule("DEC-5")
class TestTheTimeOfAHearing:
    """Is left out of the ninety days by itself, from the request to the day on which it was held."""

    @pytest.fixture(autouse=True)
    def ruled(self, city: City) -> None:
        load_profiles(by=COMMAND, at=NOON)

    def test_stands_still_from_the_request(self, city: City) -> None:
        case = requested(city)
        case.refresh_from_db()
        assert case.deadline_on is None
        assert paused_decision(case).days_left == 90

    def test_runs_again_after_the_day_on_which_it_was_held(self, city: City) -> None:
        case = hold(arrange(requested(city), city), city, at=HEARD_AT + 3 * DAY)
        case.refresh_from_db()
        span = case.intervals.get()
        assert (span.begins_on, span.ends_on, span.state) == (NOON.date(), HEARD_AT.date(), "ended")
        assert case.deadline_on == NOON.date() + 90 * DAY + 14 * DAY
        told_why = " ".join(explain_deadlines(case)[0].steps)
        assert "听证，14 日不计入" in told_why

    def test_runs_again_when_the_party_gives_it_up(self, city: City) -> None:
        case = requested(city)
        cases.withdraw_hearing(case.pk, by=city.actor("officer"), at=NOON + 3 * DAY)
        assert case.intervals.get().ends_on == NOON.date() + 3 * DAY

    def test_is_counted_where_the_field_says_so(self, city: City) -> None:
        edit_profile(
            ProcedureProfile.objects.get(field=city.matter.field).pk,
            by=COMMAND,
            at=NOON,
            excludes_hearing=False,
        )
        case = hold(arrange(requested(city), city), city)
        case.refresh_from_db()
        assert case.deadline_on == NOON.date() + 90 * DAY

    def test_is_neither_begun_nor_ended_by_hand(self, city: City) -> None:
        case = requested(city)
        officer = city.actor("officer")
        stop = {"kind": "hearing", "begins_on": NOON.date(), "reason": "听证"}
        assert refusal(intervals.stop_clock, case.pk, by=officer, at=NOON, **stop) == {"DEC-5"}
        end = {"by": officer, "at": NOON, "ends_on": NOON.date()}
        assert refusal(intervals.end_interval, case.intervals.get().pk, **end) == {"DEC-5"}
