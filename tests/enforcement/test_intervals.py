"""Stops and extensions of the time to decide, and who is told as it runs out (Penalty Law, Art. 60)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from enforcement.models import Case, CaseInterval, Notification, ProcedureProfile
from enforcement.reports.shipped_profiles import shipped_general
from enforcement.rules.deadlines import deadlines_of
from enforcement.rules.intervals import (
    AskedFacts,
    IntervalFacts,
    obstacles_to_approving,
    obstacles_to_extending,
    obstacles_to_stopping,
)
from enforcement.rules.profiles import Extension, Profile
from enforcement.services import cases, intervals
from enforcement.services.holidays import enter_arrangement
from enforcement.services.profiles import add_step, edit_profile, load_profiles, remove_step
from enforcement.vocabulary import Approver, IntervalKind, IntervalState, StopKind
from foundation.actors import COMMAND
from foundation.due import sweep
from foundation.models import AuditEntry
from foundation.obstacles import Obstacle, Refused
from tests.city import NOON, City, a_filed_case
from tests.enforcement.case_course import EDUCATION, OFF_LIST, assessed, reasoned
from tests.enforcement.case_facts import codes

DAY = timedelta(days=1)
FILED = NOON.date()
NINETIETH = FILED + 90 * DAY
SHANGHAI = ZoneInfo("Asia/Shanghai")
STEPS = (Extension(30, Approver.HEAD), Extension(None, Approver.COLLECTIVE))


@pytest.fixture
def ruled(city: City) -> City:
    load_profiles(by=COMMAND, at=NOON)
    return city


def _profile(**changes: Any) -> Profile:
    return replace(shipped_general(), extensions=STEPS, **changes)


def asked(**changes: Any) -> AskedFacts:
    known = {"today": FILED, "profile": _profile(), "filed_on": FILED, "deadline_on": NINETIETH, **changes}
    return AskedFacts(**known)


def extend(case: Case, city: City, *, days: int = 30, at: datetime = NOON) -> CaseInterval:
    intervals.ask_extension(
        case.pk, by=city.actor("officer"), at=at, days=days, reason="案情复杂，需要补充调查。"
    )
    return case.intervals.latest("pk")


def stop(
    case: Case, city: City, kind: str = StopKind.TESTING, *, at: datetime = NOON, **days: Any
) -> CaseInterval:
    intervals.stop_clock(case.pk, by=city.actor("officer"), at=at, kind=kind, reason="送检。", **days)
    return case.intervals.latest("pk")


@pytest.mark.rule("DEC-5")
class TestAnExtension:
    """Is granted step by step, by whom the field names, and never by who asks."""

    def test_is_of_no_more_days_than_its_step_allows(self) -> None:
        assert codes(obstacles_to_extending(asked(days=30))) == []
        assert codes(obstacles_to_extending(asked(days=31))) == ["DEC-5"]

    def test_may_be_of_any_days_where_who_grants_it_fixes_them(self) -> None:
        assert codes(obstacles_to_extending(asked(days=200, granted=1))) == []

    def test_ends_with_the_chain(self) -> None:
        assert codes(obstacles_to_extending(asked(days=1, granted=2))) == ["DEC-5"]

    def test_is_asked_for_once_at_a_time_and_before_the_end(self) -> None:
        assert codes(obstacles_to_extending(asked(days=1, is_waiting=True))) == ["DEC-5"]
        assert codes(obstacles_to_extending(asked(days=1, today=NINETIETH))) == []
        assert codes(obstacles_to_extending(asked(days=1, today=NINETIETH + DAY))) == ["DEC-5"]

    def test_adds_its_days_once_the_head_approves(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        request = extend(case, ruled)
        case.refresh_from_db()
        assert (request.approver, case.deadline_on) == (Approver.HEAD, NINETIETH)
        intervals.approve_interval(request.pk, by=ruled.actor("head"), at=NOON)
        case.refresh_from_db()
        assert case.deadline_on == FILED + 120 * DAY

    def test_is_not_granted_by_who_handles_the_case(self, ruled: City) -> None:
        case = a_filed_case(ruled, handlers=("head", "officer2"))
        intervals.ask_extension(case.pk, by=ruled.actor("officer2"), at=NOON, days=9, reason="案情复杂。")
        with pytest.raises(Refused):
            intervals.approve_interval(case.intervals.get().pk, by=ruled.actor("head"), at=NOON)

    def test_is_not_granted_by_who_asked_not_even_in_the_table(self, ruled: City) -> None:
        request = extend(a_filed_case(ruled), ruled)
        with transaction.atomic(), pytest.raises(IntegrityError, match="interval_not_approved_by_asker"):
            CaseInterval._base_manager.filter(pk=request.pk).update(answered_by_id=request.asked_by_id)

    def test_by_collective_discussion_names_its_minute(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        intervals.approve_interval(extend(case, ruled).pk, by=ruled.actor("head"), at=NOON)
        second = extend(case, ruled, days=60)
        assert second.approver == Approver.COLLECTIVE
        with pytest.raises(Refused) as refused:
            intervals.approve_interval(second.pk, by=ruled.actor("head"), at=NOON)
        assert [o.field for o in refused.value.obstacles] == ["answer"]
        intervals.approve_interval(second.pk, by=ruled.actor("head"), at=NOON, answer="2026年第8次会议纪要")
        case.refresh_from_db()
        assert case.deadline_on == FILED + 180 * DAY

    def test_of_the_superior_organ_is_granted_there(self) -> None:
        facts = IntervalFacts(
            today=FILED, kind=IntervalKind.EXTENSION, state=IntervalState.ASKED, approver=Approver.SUPERIOR,
            begins_on=None, ends_on=None, actor_is_asker=False, actor_is_handler=False, actor_is_of_the_organ=True,
        )  # fmt: skip
        assert codes(obstacles_to_approving(facts)) == ["DEC-5"]

    def test_of_the_superior_organ_reaches_its_head(self, ruled: City) -> None:
        market = ProcedureProfile.objects.get(field__code="market")
        for step in market.steps.all():
            remove_step(step.pk, by=COMMAND, at=NOON)
        add_step(market.pk, by=COMMAND, at=NOON, position=1, approver=Approver.SUPERIOR, days=40)
        case = a_filed_case(ruled)
        request = extend(case, ruled, days=40)
        above = ruled.actor("city_market_head")
        assert CaseInterval.objects.workable_by(above).filter(pk=request.pk).exists()
        assert not Case.objects.workable_by(above).filter(pk=case.pk).exists()
        with pytest.raises(Refused):
            intervals.approve_interval(request.pk, by=ruled.actor("head"), at=NOON)
        intervals.approve_interval(request.pk, by=above, at=NOON)
        case.refresh_from_db()
        assert case.deadline_on == FILED + 130 * DAY

    def test_is_refused_with_a_reason_and_may_be_asked_again(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        first = extend(case, ruled)
        intervals.refuse_interval(first.pk, by=ruled.actor("head"), at=NOON, answer="理由不充分。")
        case.refresh_from_db()
        assert case.deadline_on == NINETIETH
        assert extend(case, ruled).step == 1

    def test_tells_the_head_and_then_who_asked(self, ruled: City) -> None:
        request = extend(a_filed_case(ruled), ruled)
        assert Notification.objects.filter(kind="interval:asked", officer=ruled.people["head"]).count() == 1
        intervals.approve_interval(request.pk, by=ruled.actor("head"), at=NOON)
        assert Notification.objects.get(kind="interval:approved").officer == ruled.people["officer"]


@pytest.mark.rule("DEC-5")
class TestAStop:
    """Takes its days out of the ninety, where the rules of the field say so."""

    def test_is_refused_where_the_field_counts_such_time(self) -> None:
        facts = asked(kind=StopKind.HEARING, begins_on=FILED, profile=_profile(excluded=frozenset()))
        assert codes(obstacles_to_stopping(facts)) == ["DEC-5"]

    def test_neither_begins_before_filing_nor_in_the_future(self) -> None:
        early = obstacles_to_stopping(asked(kind=StopKind.TESTING, begins_on=FILED - DAY))
        late = obstacles_to_stopping(asked(kind=StopKind.TESTING, begins_on=FILED + DAY))
        assert (codes(early), codes(late)) == (["date:too_early"], ["date:future"])

    def test_by_testing_counts_at_once(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        stop(case, ruled, at=NOON + 9 * DAY, begins_on=FILED + 5 * DAY, ends_on=FILED + 8 * DAY)
        case.refresh_from_db()
        assert case.deadline_on == FILED + 94 * DAY

    def test_that_goes_on_leaves_no_day_to_decide_by(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        running = stop(case, ruled, at=NOON + 9 * DAY, begins_on=FILED + 6 * DAY)
        case.refresh_from_db()
        assert case.deadline_on is None
        assert list(Case.objects.overdue(FILED + 400 * DAY)) == []
        intervals.end_interval(
            running.pk, by=ruled.actor("officer"), at=NOON + 30 * DAY, ends_on=FILED + 25 * DAY
        )
        case.refresh_from_db()
        assert case.deadline_on == FILED + 110 * DAY

    def test_by_suspension_waits_for_the_head(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        request = stop(case, ruled, StopKind.SUSPENSION, begins_on=FILED)
        case.refresh_from_db()
        assert (request.state, case.deadline_on) == (IntervalState.ASKED, NINETIETH)
        intervals.approve_interval(request.pk, by=ruled.actor("head"), at=NOON)
        case.refresh_from_db()
        assert case.deadline_on is None

    def test_runs_once_a_reason(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        stop(case, ruled, begins_on=FILED)
        with pytest.raises(Refused):
            stop(case, ruled, begins_on=FILED)
        assert case.intervals.count() == 1

    def test_does_not_end_before_it_begins(self, ruled: City) -> None:
        running = stop(a_filed_case(ruled), ruled, begins_on=FILED)
        with pytest.raises(Refused):
            intervals.end_interval(running.pk, by=ruled.actor("officer"), at=NOON, ends_on=FILED - DAY)

    def test_is_not_ended_by_another_organ(self, ruled: City) -> None:
        running = stop(a_filed_case(ruled), ruled, begins_on=FILED)
        with pytest.raises(CaseInterval.DoesNotExist):
            intervals.end_interval(running.pk, by=ruled.actor("officer_north"), at=NOON, ends_on=FILED)


class TestAChangeOfWhatDeadlinesRestOn:
    """Reaches every undecided case by a due item, and writes only those whose day changes."""

    def test_of_the_holidays_moves_the_end(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        holidays = [NINETIETH, NINETIETH + DAY]
        enter_arrangement(by=COMMAND, at=NOON, year=2027, off=holidays)
        sweep(at=NOON)
        case.refresh_from_db()
        assert case.deadline_on == NINETIETH + 4 * DAY  # Thursday and Friday off, then the weekend

    def test_of_the_rules_while_the_case_is_suspended_is_seen_when_it_goes_on(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        running = stop(case, ruled, at=NOON + 11 * DAY, begins_on=FILED + 11 * DAY)
        market = ProcedureProfile.objects.get(field__code="market")
        edit_profile(market.pk, by=COMMAND, at=NOON + 12 * DAY, decision_days=60)
        sweep(at=NOON + 12 * DAY)
        case.refresh_from_db()
        assert case.deadline_on is None
        intervals.end_interval(
            running.pk, by=ruled.actor("officer"), at=NOON + 20 * DAY, ends_on=FILED + 20 * DAY
        )
        case.refresh_from_db()
        assert case.deadline_on == FILED + 70 * DAY

    def test_of_the_rules_that_counts_the_stop_again_takes_it_back(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        stop(case, ruled, at=NOON + 9 * DAY, begins_on=FILED + 1 * DAY, ends_on=FILED + 8 * DAY)
        market = ProcedureProfile.objects.get(field__code="market")
        edit_profile(market.pk, by=COMMAND, at=NOON, excludes_testing=False)
        sweep(at=NOON)
        case.refresh_from_db()
        assert case.deadline_on == NINETIETH

    def test_leaves_decided_cases_as_they_are(self, ruled: City) -> None:
        case = reasoned(assessed(ruled), ruled)
        cases.decide_case(case.pk, by=ruled.actor("head"), at=NOON, overrides=OFF_LIST, **EDUCATION)
        edit_profile(
            ProcedureProfile.objects.get(field__code="market").pk, by=COMMAND, at=NOON, decision_days=10
        )
        sweep(at=NOON)
        case.refresh_from_db()
        assert case.deadline_on == NINETIETH

    def test_writes_nothing_where_nothing_changes(self, ruled: City) -> None:
        a_filed_case(ruled)
        sweep(at=NOON)
        enter_arrangement(by=COMMAND, at=NOON, year=2030, off=[date(2030, 1, 1)])
        sweep(at=NOON)
        assert not AuditEntry.objects.filter(action="case:recount_deadline").exists()


def _told(kind: str) -> set[str]:
    return set(Notification.objects.filter(kind=kind).values_list("officer__username", flat=True))


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(8), tzinfo=SHANGHAI)


@pytest.mark.article("6")
class TestTimeThatRunsOut:
    """Is told to the officers, then to the head, and once it is over to the supervisor: once each."""

    def test_is_told_in_turn(self, ruled: City) -> None:
        a_filed_case(ruled)
        sweep(at=_morning(NINETIETH - 5 * DAY) - timedelta(minutes=1))
        assert _told("deadline:officer") == set()
        sweep(at=_morning(NINETIETH - 5 * DAY))
        assert _told("deadline:officer") == {"officer", "officer2"}
        assert _told("deadline:head") == set()
        sweep(at=_morning(NINETIETH - 2 * DAY))
        assert "head" in _told("deadline:head")
        assert _told("deadline:supervisor") == set()
        sweep(at=_morning(NINETIETH + DAY))
        assert _told("deadline:supervisor")

    def test_is_told_once(self, ruled: City) -> None:
        a_filed_case(ruled)
        for _again in range(3):
            sweep(at=_morning(NINETIETH + DAY))
        assert Notification.objects.filter(kind="deadline:officer").count() == 2

    def test_is_told_to_nobody_once_the_case_is_decided(self, ruled: City) -> None:
        case = reasoned(assessed(ruled), ruled)
        cases.decide_case(case.pk, by=ruled.actor("head"), at=NOON, overrides=OFF_LIST, **EDUCATION)
        sweep(at=_morning(NINETIETH + 9 * DAY))
        assert not Notification.objects.filter(kind__startswith="deadline:").exists()

    def test_is_told_anew_after_an_extension(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        sweep(at=_morning(NINETIETH - 5 * DAY))
        at = _morning(NINETIETH - 4 * DAY)
        intervals.approve_interval(extend(case, ruled, at=at).pk, by=ruled.actor("head"), at=at)
        sweep(at=_morning(NINETIETH + DAY))
        assert _told("deadline:head") == _told("deadline:supervisor") == set()
        sweep(at=_morning(FILED + 115 * DAY))
        assert Notification.objects.filter(kind="deadline:officer").count() == 4

    def test_is_told_to_nobody_while_it_stands_still(self, ruled: City) -> None:
        case = a_filed_case(ruled)
        stop(case, ruled, begins_on=FILED)
        sweep(at=_morning(NINETIETH + DAY))
        assert not Notification.objects.filter(kind__startswith="deadline:").exists()


class TestThePages:
    def test_of_a_case_say_how_its_day_came_about(
        self, ruled: City, as_user: Callable[[str], Client]
    ) -> None:
        case = a_filed_case(ruled)
        stop(case, ruled, at=NOON + 9 * DAY, begins_on=FILED + 5 * DAY, ends_on=FILED + 8 * DAY)
        url = reverse("enforcement:case_deadlines", args=[case.pk])
        text = as_user("officer").get(url, headers={"accept-language": "en"}).content.decode()
        assert "How this came about" in text
        assert "4 days not counted" in text

    def test_of_a_stopped_case_say_how_many_days_are_left(
        self, ruled: City, as_user: Callable[[str], Client]
    ) -> None:
        case = a_filed_case(ruled)
        stop(case, ruled, begins_on=FILED)
        url = reverse("enforcement:case_deadlines", args=[case.pk])
        text = as_user("officer").get(url, headers={"accept-language": "en"}).content.decode()
        assert "the time stands still, 90 days are left" in text

    def test_of_an_interval_lead_from_request_to_answer(
        self, ruled: City, as_user: Callable[[str], Client]
    ) -> None:
        request = extend(a_filed_case(ruled), ruled)
        head = as_user("head")
        assert head.get(request.get_absolute_url()).status_code == 200
        url = reverse("enforcement:interval_act", args=[request.pk, "approve"])
        answer = head.post(url, {"answer": "", "expected_version": request.version})
        assert answer.status_code == 302
        request.refresh_from_db()
        assert request.state == IntervalState.APPROVED
        assert head.get(reverse("enforcement:interval_list")).status_code == 200


class TestTheApi:
    def test_asks_answers_and_explains(self, ruled: City, with_token: Callable[..., Client]) -> None:
        case, officer, head = a_filed_case(ruled), with_token("officer"), with_token("head")
        url = f"/api/v1/cases/{case.pk}/"
        etag = officer.get(url).headers["ETag"]
        body = {"days": 30, "reason": "案情复杂。"}
        sent = {"content_type": "application/json"}
        answer = officer.post(f"{url}transitions/ask_extension/", body, headers={"if-match": etag}, **sent)
        assert answer.status_code == 200, answer.content
        (row,) = head.get("/api/v1/case-intervals/?state=asked").json()["results"]
        one = f"/api/v1/case-intervals/{row['id']}/"
        etag = head.get(one).headers["ETag"]
        granted = head.post(f"{one}transitions/approve/", {}, headers={"if-match": etag}, **sent)
        assert granted.json()["state"] == "approved"
        told = officer.get(f"{url}deadlines/", headers={"accept-language": "en"}).json()
        (decide,) = [row for row in told if row["code"] == "decide"]
        assert decide["due_on"] == (FILED + 120 * DAY).isoformat()
        assert any("Extended by 30 days" in step for step in decide["steps"])

    def test_knows_time_of_the_party_that_went_by_as_over_not_as_late(self, ruled: City) -> None:
        (window,) = deadlines_of(deadline_on=None, decided_on=None, defence_until=FILED)
        assert window.days_left(FILED + DAY) is None
        assert window.is_over(FILED + DAY)
        assert window.days_left(FILED) == 0


def test_every_refusal_of_an_interval_cites_the_law() -> None:
    facts = asked(days=31, is_waiting=True, today=NINETIETH + DAY)
    found: list[Obstacle] = list(obstacles_to_extending(facts))
    assert len(found) == 3
    assert all(o.citation and o.next_step for o in found)
