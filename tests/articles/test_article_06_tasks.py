"""Article 6: what is late is seen in time, by who can act: clues, legal opinions, decisions on the spot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from desk.reports.waiting import waiting_cases
from desk.vocabulary import Wait
from enforcement.models import Case, Notification
from enforcement.services import cases
from enforcement.services.deadlines.explaining import explain_deadlines
from enforcement.services.profiles import load_profiles
from foundation.actors import COMMAND
from foundation.due import sweep
from foundation.obstacles import Refused
from leniency.services.assessing import assess_case
from tests.city import NOON, City, a_clue
from tests.enforcement.case_course import OFF_LIST, investigated, notified

pytestmark = pytest.mark.article("6")
DAY = timedelta(days=1)


def waits(city: City, username: str, at: datetime) -> list[tuple[str, date | None]]:
    found = waiting_cases(city.actor(username), timezone.localdate(at))
    return [(w.wait, w.due_on) for w in found]


@pytest.mark.rule("FIL-1")
class TestAClue:
    def test_waits_for_the_head_a_week_before_its_time_is_over(self, city: City) -> None:
        last = a_clue(city).verify_by
        assert last is not None
        assert waits(city, "head", NOON) == []
        assert waits(city, "head", NOON + (last - NOON.date() - 7 * DAY)) == [(Wait.FILE, last)]
        assert waits(city, "head_north", NOON + 60 * DAY) == []

    def test_waits_no_more_once_it_was_decided_on(self, city: City) -> None:
        investigated(city)
        assert Wait.FILE not in [wait for wait, _day in waits(city, "head", NOON + 60 * DAY)]

    def test_shows_its_last_day_and_how_it_came_about(self, city: City) -> None:
        load_profiles(by=COMMAND, at=NOON)
        case = a_clue(city)
        [shown] = explain_deadlines(Case.objects.get(pk=case.pk))
        assert (shown.deadline.code, shown.deadline.due_on) == ("verify", case.verify_by)
        assert shown.steps


@pytest.mark.rule("DEC-3")
class TestALegalOpinion:
    def test_waits_for_the_reviewer_by_its_own_day(self, city: City) -> None:
        case = investigated(city)
        assert waits(city, "reviewer", NOON) == []
        cases.ask_review(case.pk, by=city.actor("officer"), at=NOON)
        assert waits(city, "reviewer", NOON) == [(Wait.REVIEW, case.review_requests.get().due_on)]

    def test_that_is_late_is_shown_to_the_head(self, city: City) -> None:
        case = investigated(city)
        cases.ask_review(case.pk, by=city.actor("officer"), at=NOON)
        due = case.review_requests.get().due_on
        assert waits(city, "head", NOON + (due - NOON.date())) == []
        assert waits(city, "head", NOON + (due - NOON.date()) + DAY) == [(Wait.LATE_REVIEW, due)]

    def test_that_was_given_waits_no_more(self, city: City) -> None:
        case = notified(city)
        cases.ask_review(case.pk, by=city.actor("officer"), at=NOON)
        cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON, opinion="passed", text="同意")
        assert waits(city, "head", NOON + 60 * DAY) == [
            (Wait.DECIDE, Case.objects.get(pk=case.pk).deadline_on)
        ]


@pytest.mark.rule("DEC-1")
class TestADecisionOnTheSpot:
    def decided(self, city: City) -> Case:
        load_profiles(by=COMMAND, at=NOON)
        case = a_clue(city)
        assess_case(case.pk, by=city.actor("officer"), at=NOON)
        pair = [city.people["officer"], city.people["officer2"]]
        return cases.decide_on_spot(
            case.pk, by=city.actor("officer"), at=NOON, handlers=pair, facts_found="未标价。", is_certain=True,
            certificates_shown_on=NOON.date(), was_heard=True, penalty_kind="fine", fine=Decimal(100),
            correction_order="当场标价。", overrides=OFF_LIST,
        )  # fmt: skip

    def hand_in(self, case: Case, city: City, on: date) -> Case:
        return cases.hand_in(case.pk, by=city.actor("officer"), at=NOON + 20 * DAY, handed_in_on=on)

    def test_is_to_be_filed_in_the_days_of_its_field(self, city: City) -> None:
        case = self.decided(city)
        assert case.decision.file_by == date(2026, 12, 1)  # seven working days
        shown = {e.deadline.code: e for e in explain_deadlines(Case.objects.get(pk=case.pk))}
        assert shown["hand_in"].steps
        assert shown["hand_in"].deadline.met_on is None

    def test_that_was_not_filed_is_told_to_officers_and_head_once(self, city: City) -> None:
        self.decided(city)
        for days in (11, 12, 13):
            sweep(at=NOON + days * DAY)
        told = Notification.objects.filter(kind="summary:late").order_by("officer__username")
        assert list(told.values_list("officer__username", flat=True)) == ["head", "officer", "officer2"]

    def test_that_was_filed_is_not_told(self, city: City) -> None:
        self.hand_in(self.decided(city), city, NOON.date() + DAY)
        sweep(at=NOON + 60 * DAY)
        assert not Notification.objects.filter(kind="summary:late").exists()

    @pytest.mark.parametrize(
        ("on", "field"), [(NOON.date() - DAY, "handed_in_on"), (date(2030, 1, 1), "handed_in_on")]
    )
    def test_is_filed_after_it_was_taken_and_not_in_the_future(
        self, city: City, on: date, field: str
    ) -> None:
        with pytest.raises(Refused) as refused:
            self.hand_in(self.decided(city), city, on)
        assert [o.field for o in refused.value.obstacles] == [field]

    def test_is_filed_once(self, city: City) -> None:
        case = self.hand_in(self.decided(city), city, NOON.date())
        with pytest.raises(Refused):
            self.hand_in(case, city, NOON.date())

    def test_is_not_closed_before(self, city: City) -> None:
        case = self.decided(city)
        cases.record_payment(
            case.pk, by=city.actor("officer"), at=NOON, amount=Decimal(100), paid_on=NOON.date(), means="on_spot",
            ground="small", receipt_number="专用1",
        )  # fmt: skip
        cases.carry_out(case.pk, by=city.actor("officer"), at=NOON, carried_out_on=NOON.date())
        with pytest.raises(Refused) as refused:
            cases.close_case(case.pk, by=city.actor("head"), at=NOON)
        assert "DEC-1" in {o.code for o in refused.value.obstacles}

    def test_is_filed_on_its_page(self, city: City, as_user: Callable[[str], Client]) -> None:
        case = self.decided(city)
        client, where = as_user("officer"), f"/cases/{case.pk}/"
        assert "hand_in" in client.get(where).context["here"]
        data: dict[str, Any] = {"expected_version": Case.objects.get(pk=case.pk).version}
        answer = client.post(f"{where}do/hand_in/", {**data, "handed_in_on": NOON.date().isoformat()})
        assert answer.status_code == 302, answer.content.decode()
        assert "hand_in" not in client.get(where).context["here"]
