"""Return visits are planned once, given to officers without a part in the case, and held (Art. 8 (8))."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from enforcement.models import Case, CasePerson, Notification
from enforcement.services import cases
from enforcement.services.cases.people import assign_to_case
from enforcement.vocabulary import CaseRole, CaseState, Outcome
from foundation.actors import SCHEDULER
from foundation.due import sweep
from foundation.obstacles import Refused
from foundation.record import audited
from guidance.models import ReturnVisit
from guidance.services import visits
from guidance.vocabulary import VisitState
from leniency.services.assessing import assess_case
from tests.city import NOON, City, a_filed_case, add_evidence, small_city
from tests.enforcement.case_course import followed_up, reasoned

pytestmark = [pytest.mark.django_db, pytest.mark.article("8.8")]


@pytest.fixture
def city() -> City:
    return small_city()


def decided_case(city: City) -> Case:
    """A case decided by the head without penalty, before any visit is planned."""
    case = a_filed_case(city)
    add_evidence(case, city)
    officer, head = city.actor("officer"), city.actor("head")
    cases.record_circumstances(case.pk, by=officer, at=NOON, correct_by=date(2026, 11, 27), harm="none")
    cases.conclude_investigation(
        case.pk, by=officer, at=NOON, facts_found="没有标价", certificates_shown_on=date(2026, 11, 4)
    )
    assess_case(case.pk, by=officer, at=NOON)
    cases.conclude_assessment(case.pk, by=officer, at=NOON)
    reasoned(case, city)
    followed_up(case, city)
    return cases.decide_case(
        case.pk, by=head, at=NOON, outcome=Outcome.NO_PENALTY, reasons="轻微", education="当面教育",
        correction_order="七日内标价", overrides={"LEN-9": "轻微且改正"},
    )  # fmt: skip


class TestPlanning:
    @pytest.mark.rule("GUI-9")
    def test_is_needed_before_a_case_without_penalty_is_closed(self, city: City) -> None:
        case = decided_case(city)
        with pytest.raises(Refused) as refused:
            cases.close_case(case.pk, by=city.actor("head"), at=NOON)
        assert [o.code for o in refused.value.obstacles] == ["GUI-9"]
        visits.plan_missing_visits(at=NOON)
        assert cases.close_case(case.pk, by=city.actor("head"), at=NOON).state == CaseState.CLOSED

    def test_happens_once_however_often_it_runs(self, city: City) -> None:
        case = decided_case(city)
        assert visits.plan_missing_visits(at=NOON) == 1
        assert visits.plan_missing_visits(at=NOON) == 0
        visits.plan_visit(case.pk, by=SCHEDULER, at=NOON)
        assert ReturnVisit.objects.filter(case=case).count() == 1

    def test_falls_a_week_after_correction(self, city: City) -> None:
        case = decided_case(city)
        visits.plan_missing_visits(at=NOON)
        assert ReturnVisit.objects.get(case=case).due_on == date(2026, 12, 4)


class TestAssigning:
    def test_never_takes_who_worked_on_the_case(self, city: City) -> None:
        case = decided_case(city)
        visits.plan_missing_visits(at=NOON)
        sweep(at=NOON)
        visit = ReturnVisit.objects.get(case=case)
        chosen = set(visit.visitors.values_list("officer_id", flat=True))
        worked = set(
            CasePerson.objects.filter(case=case)
            .exclude(role=CaseRole.VISITOR)
            .values_list("officer_id", flat=True)
        )
        assert visit.state == VisitState.ASSIGNED
        assert len(chosen) == 2
        assert not chosen & worked

    def test_tells_each_visitor_once(self, city: City) -> None:
        case = decided_case(city)
        visits.plan_missing_visits(at=NOON)
        for _again in range(3):
            sweep(at=NOON)
        told = Notification.objects.filter(
            kind="visit:assigned", thing=f"visit:{case.return_visits.get().pk}"
        )
        assert told.count() == 2

    def test_tells_the_head_when_nobody_is_free_and_tries_again(self, city: City) -> None:
        case = decided_case(city)
        with audited("case:assign", by=SCHEDULER, at=NOON):
            for name in ("south3", "south4", "south5"):
                assign_to_case(case, city.people[name], CaseRole.HANDLER)
        visits.plan_missing_visits(at=NOON)
        sweep(at=NOON)
        visit = ReturnVisit.objects.get(case=case)
        assert visit.state == VisitState.PLANNED
        assert Notification.objects.filter(kind="visit:nobody_free", officer=city.people["head"]).exists()
        sweep(at=NOON + timedelta(days=1, minutes=1))
        assert Notification.objects.filter(kind="visit:nobody_free").count() == 2

    def test_by_hand_refuses_a_handler(self, city: City) -> None:
        case = decided_case(city)
        visits.plan_missing_visits(at=NOON)
        visit = ReturnVisit.objects.get(case=case)
        pair = [city.people["officer"], city.people["south3"]]
        with pytest.raises(Refused):
            visits.assign_visitors(visit.pk, by=city.actor("head"), at=NOON, visitors=pair)


class TestHolding:
    @pytest.fixture
    def visit(self, city: City) -> ReturnVisit:
        decided_case(city)
        visits.plan_missing_visits(at=NOON)
        sweep(at=NOON)
        return ReturnVisit.objects.get()

    def hold(
        self, city: City, visit: ReturnVisit, username: str, on: date = date(2026, 11, 20)
    ) -> ReturnVisit:
        visits.hold_visit(
            visit.pk, by=city.actor(username), at=NOON, mode="on_site", held_on=on, rectified="corrected"
        )

    def test_is_for_the_visitors_only(self, city: City, visit: ReturnVisit) -> None:
        with pytest.raises(Refused) as refused:
            self.hold(city, visit, "officer")
        assert "visit:not_the_visitor" in [o.code for o in refused.value.obstacles]

    def test_cannot_lie_in_the_future(self, city: City, visit: ReturnVisit) -> None:
        with pytest.raises(Refused):
            self.hold(city, visit, "south3", date(2026, 11, 21))

    def test_ends_with_feedback_to_the_party(self, city: City, visit: ReturnVisit) -> None:
        self.hold(city, visit, "south3")
        with pytest.raises(Refused):
            visits.close_visit(visit.pk, by=city.actor("south3"), at=NOON)

    def test_is_closed_with_feedback(self, city: City, visit: ReturnVisit) -> None:
        self.hold(city, visit, "south3")
        closed = visits.close_visit(visit.pk, by=city.actor("south3"), at=NOON, feedback="已当面反馈")
        assert closed.state == VisitState.CLOSED

    def test_counts_as_not_reached_only_after_three_attempts(self, city: City, visit: ReturnVisit) -> None:
        visitor = city.actor("south3")
        with pytest.raises(Refused):
            visits.give_up(visit.pk, by=visitor, at=NOON)
        for number in range(3):
            visits.record_attempt(visit.pk, by=visitor, at=NOON, note=f"第{number + 1}次")
        assert visits.give_up(visit.pk, by=visitor, at=NOON).state == VisitState.UNREACHABLE
