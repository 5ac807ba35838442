"""Who is visited: every mandatory ground, enough of the rest by lot, and never by who had a part (Art. 8 (8))."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from enforcement.models import Case, CasePerson
from enforcement.models.remedies import Remedy
from enforcement.vocabulary import CaseRole, CaseSource, Outcome, Procedure
from foundation.actors import SCHEDULER
from foundation.due import sweep
from foundation.record import audited
from guidance.models import ReturnVisit, VisitSample
from guidance.rules.sampling import drawn, half_month_before, owed
from guidance.rules.visits import Selection, reasons_to_visit
from guidance.services import visits
from guidance.services.visits.grounds import needed, selection_of
from leniency.services import draft_promise, receive_promise
from tests.city import City, small_city
from tests.enforcement.case_course import AFTER_DEFENCE, DAY, carried_out

pytestmark = [pytest.mark.django_db, pytest.mark.article("8.8")]
DECEMBER = AFTER_DEFENCE + 3 * DAY


@pytest.fixture
def city() -> City:
    return small_city()


def changed(case: Case, **values: object) -> Case:
    with audited("case:register", by=SCHEDULER, at=AFTER_DEFENCE):
        for name, value in {"flag_reason": "涉及多人", **values}.items():
            setattr(case, name, value)
        case.save()
    return case


def contested(case: Case, city: City, *, result: str = "", ended_on: date | None = None) -> Remedy:
    ended = {"state": "concluded", "result": result, "ended_on": ended_on, "ruling_received_on": ended_on}
    with audited("case:register", by=SCHEDULER, at=AFTER_DEFENCE):
        remedy = Remedy(
            case=case, kind="reconsideration", body="市政府", filed_on=AFTER_DEFENCE.date(),
            recorded_by=city.people["officer"], **(ended if result else {}),
        )  # fmt: skip
        remedy.place_under(case.organ)
        remedy.save()
    return remedy


class TestTheMandatorySet:
    @pytest.mark.parametrize("value", [
        {"is_major": True}, {"is_complex": True}, {"has_social_impact": True}, {"source": CaseSource.MEDIA},
    ])  # fmt: skip
    def test_is_found_by_the_planner_as_by_the_rule(self, city: City, value: dict[str, object]) -> None:
        case = changed(carried_out(city), **value)
        assert reasons_to_visit(selection_of(case))
        assert Case.objects.filter(needed()).get() == case

    def test_leaves_out_what_nothing_asks_for(self, city: City) -> None:
        case = carried_out(city)
        assert not reasons_to_visit(selection_of(case))
        assert not Case.objects.filter(needed()).exists()
        assert visits.plan_missing_visits(at=AFTER_DEFENCE) == 0

    def test_holds_what_was_contested(self, city: City) -> None:
        contested(carried_out(city), city)
        visits.plan_missing_visits(at=AFTER_DEFENCE)
        assert ReturnVisit.objects.get().reasons == ["contested"]

    def test_holds_what_a_commitment_letter_was_signed_for(self, city: City) -> None:
        case, officer = carried_out(city), {"by": city.actor("officer"), "at": AFTER_DEFENCE}
        draft_promise(case.pk, **officer)
        visits.plan_missing_visits(at=AFTER_DEFENCE)
        assert not ReturnVisit.objects.exists()
        receive_promise(case.pk, received_on=AFTER_DEFENCE.date(), signed_by="店主", **officer)
        visits.plan_missing_visits(at=AFTER_DEFENCE)
        assert ReturnVisit.objects.get().reasons == ["promised"]

    def test_a_decision_undone_after_the_visit_brings_another(self, city: City) -> None:
        case = changed(carried_out(city), is_major=True)
        visits.plan_missing_visits(at=AFTER_DEFENCE)
        later = AFTER_DEFENCE + timedelta(days=60)
        with audited("visit:close", by=SCHEDULER, at=later):
            visit = ReturnVisit.objects.get()
            visit.state, visit.held_on = "closed", later.date()
            visit.save()
        contested(case, city, result="revoked", ended_on=later.date())
        for _again in range(2):
            visits.plan_missing_visits(at=later)
        rounds = ReturnVisit.objects.filter(case=case).order_by("round")
        assert [(v.round, v.reasons) for v in rounds] == [(1, ["major"]), (2, ["undone"])]

    def test_an_open_visit_takes_up_a_new_reason(self, city: City) -> None:
        case = changed(carried_out(city), is_major=True)
        visits.plan_missing_visits(at=AFTER_DEFENCE)
        contested(case, city)
        visits.plan_visit(case.pk, by=SCHEDULER, at=AFTER_DEFENCE)
        assert ReturnVisit.objects.get().reasons == ["major", "contested"]


class TestTheLots:
    def test_reach_the_share_and_leave_their_seed(self, city: City) -> None:
        cases = {carried_out(city).pk for _one in range(3)}
        assert visits.draw_missing(at=DECEMBER) == 1
        sample = VisitSample.objects.get()
        assert (sample.percent, sample.total, sample.visited) == (80, 3, 0)
        assert set(sample.candidates) == cases
        assert len(sample.cases) == ceil(3 * 0.8)
        assert visits.drawn_again(sample) == sample.cases
        planned = ReturnVisit.objects.all()
        assert {v.case_id for v in planned} == set(sample.cases)
        assert {(*v.reasons, v.due_on) for v in planned} == {("sample", date(2026, 12, 30))}

    def test_are_drawn_once(self, city: City) -> None:
        carried_out(city)
        assert [visits.draw_missing(at=DECEMBER) for _again in range(2)] == [1, 0]

    def test_have_a_share_for_each_procedure(self, city: City) -> None:
        for _one in range(5):
            changed(carried_out(city), procedure=Procedure.SUMMARY)
        visits.draw_missing(at=DECEMBER)
        assert len(VisitSample.objects.get(percent=40).cases) == 2

    def test_leave_out_who_is_visited_anyhow_and_count_them(self, city: City) -> None:
        must = changed(carried_out(city), is_major=True)
        visits.plan_missing_visits(at=AFTER_DEFENCE)
        other = carried_out(city)
        visits.draw_missing(at=DECEMBER)
        sample = VisitSample.objects.get()
        assert (sample.visited, sample.candidates) == (1, [other.pk])
        assert must.pk not in sample.cases

    def test_say_why_they_were_drawn(self, city: City) -> None:
        carried_out(city)
        visits.draw_missing(at=DECEMBER)
        with override("en"):
            assert ReturnVisit.objects.get().reason_labels == ["drawn by lot"]

    @given(st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 100))
    def test_never_owe_less_than_the_share(self, total: int, visited: int, percent: int) -> None:
        visited = min(visited, total)
        more = owed(total=total, visited=visited, percent=percent)
        assert (visited + more) * 100 >= total * percent
        assert more == 0 or (visited + more - 1) * 100 < total * percent

    @given(st.sets(st.integers(1, 10**9), max_size=40), st.text(max_size=32), st.integers(0, 50))
    def test_fall_the_same_in_whatever_order_the_cases_come(
        self, ids: set[int], seed: str, count: int
    ) -> None:
        assert drawn(sorted(ids), seed=seed, count=count) == drawn(
            sorted(ids, reverse=True), seed=seed, count=count
        )
        assert set(drawn(ids, seed=seed, count=count)) <= ids

    @pytest.mark.parametrize(("today", "first", "last"), [
        (date(2026, 12, 1), date(2026, 11, 16), date(2026, 11, 30)),
        (date(2026, 12, 15), date(2026, 11, 16), date(2026, 11, 30)),
        (date(2026, 12, 16), date(2026, 12, 1), date(2026, 12, 15)),
        (date(2027, 1, 4), date(2026, 12, 16), date(2026, 12, 31)),
        (date(2028, 3, 1), date(2028, 2, 16), date(2028, 2, 29)),
    ])  # fmt: skip
    def test_are_drawn_for_the_half_month_that_is_over(self, today: date, first: date, last: date) -> None:
        assert half_month_before(today) == (first, last)


class TestVisitorsWhoLeft:
    def assigned(self, city: City) -> ReturnVisit:
        changed(carried_out(city), is_major=True)
        visits.plan_missing_visits(at=AFTER_DEFENCE)
        sweep(at=AFTER_DEFENCE + timedelta(days=20))
        visit = ReturnVisit.objects.get()
        assert visit.state == "assigned"
        return visit

    @pytest.mark.parametrize("lost", [
        {"is_active": False}, {"certificate_state": "suspended"}, {"certificate_until": date(2026, 12, 1)},
    ])  # fmt: skip
    def test_are_replaced(self, city: City, lost: dict[str, object]) -> None:
        visit, later = self.assigned(city), AFTER_DEFENCE + timedelta(days=21)
        gone = visit.visitors.order_by("pk").first().officer
        with audited("officer:edit", by=SCHEDULER, at=later):
            for name, value in lost.items():
                setattr(gone, name, value)
            gone.save()
        assert visits.release_lost_visitors(at=later) == 1
        assert not CasePerson.objects.filter(case=visit.case, role=CaseRole.VISITOR).exists()
        sweep(at=later)
        visit.refresh_from_db()
        assert (visit.state, visit.visitors.count()) == ("assigned", 2)
        assert gone.pk not in set(visit.visitors.values_list("officer_id", flat=True))
        assert visits.release_lost_visitors(at=later) == 0

    def test_who_can_come_keeps_the_visit(self, city: City) -> None:
        self.assigned(city)
        assert visits.release_lost_visitors(at=AFTER_DEFENCE + timedelta(days=21)) == 0


def test_the_rule_asks_for_nothing_beyond_its_facts() -> None:
    plain = Selection(
        is_major=False, is_complex=False, has_social_impact=False, source=CaseSource.INSPECTION,
        outcome=Outcome.PENALTY, decided_on=date(2026, 11, 1), carried_out_on=None, correct_by=None,
    )  # fmt: skip
    assert reasons_to_visit(plain) == []
