"""The rules of service, payment, hardship and court, each by its code (Penalty Law, Art. 61-72)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from enforcement.rules import limits_after
from enforcement.rules.archiving import Holding, obstacles_to_archiving
from enforcement.rules.court import CourtFacts, obstacles_to_asking_court, obstacles_to_demanding
from enforcement.rules.court_window import court_window
from enforcement.rules.hardship import (
    AnswerFacts,
    HardshipFacts,
    obstacles_to_answering_hardship,
    obstacles_to_applying,
    obstacles_to_passing_over_hardship,
)
from enforcement.rules.paying import PaymentFacts, obstacles_to_leaving_unpaid, obstacles_to_paying
from enforcement.rules.serving import ServiceFacts, obstacles_to_serving
from enforcement.rules.surcharge import Balance
from enforcement.vocabulary.filing_away import Piece, Shelf
from foundation.calendar import WorkCalendar
from foundation.obstacles import Severity
from tests.enforcement.case_facts import codes

DAY = timedelta(days=1)
TODAY = date(2026, 11, 20)
CALENDAR = WorkCalendar(years=frozenset(range(2025, 2030)), off=frozenset(), makeup=frozenset())
SERVED = ServiceFacts(today=TODAY, means="in_person", served_on=TODAY, decided_on=TODAY - DAY)
MONEY = PaymentFacts(
    today=TODAY, paid_on=TODAY, amount=Decimal(100), means="bank", decided_on=TODAY - DAY, procedure="ordinary",
    fine=Decimal(500), open=Decimal(500),
)  # fmt: skip
OVERDUE = CourtFacts(
    today=TODAY, is_owed=True, served_on=date(2026, 3, 2), due_on=date(2026, 3, 17), remedies_end_on=date(2026, 9, 2),
    apply_by=date(2026, 12, 2), demand_until=date(2026, 11, 10),
)  # fmt: skip


@pytest.mark.rule("SRV-1")
class TestService:
    """Within seven working days by the means of civil procedure; electronically only as signed for."""

    @pytest.mark.parametrize("facts", [
        {}, {"means": "post", "receipt": "proof", "begun_on": TODAY - DAY},
        {"receipt": "refused", "has_witness": True},
        {"means": "left", "receipt": "refused", "has_witness": True, "has_why": True},
        {"means": "electronic", "receipt": "proof", "consent_on": TODAY - 3 * DAY},
        {"means": "announcement", "receipt": "proof", "begun_on": TODAY, "has_why": True},
    ])  # fmt: skip
    def test_is_done_by_a_means_of_civil_procedure(self, facts: dict[str, Any]) -> None:
        assert codes(obstacles_to_serving(replace(SERVED, **facts))) == []

    @pytest.mark.parametrize(("facts", "field"), [
        ({"means": "electronic", "receipt": "proof"}, "consent_on"),
        ({"receipt": "refused"}, "witness"),
        ({"receipt": "proof"}, "receipt"),
        ({"means": "left", "has_witness": True}, "why"),
        ({"means": "announcement", "has_why": True}, "begun_on"),
        ({"means": "announcement", "begun_on": TODAY}, "why"),
        ({"served_on": None}, "served_on"),
    ])  # fmt: skip
    def test_has_its_proof(self, facts: dict[str, Any], field: str) -> None:
        found = list(obstacles_to_serving(replace(SERVED, **facts)))
        assert [(o.code, o.field) for o in found] == [("SRV-1", field)]

    @pytest.mark.parametrize("facts", [
        {"served_on": TODAY + DAY}, {"served_on": TODAY - 2 * DAY}, {"means": "post", "begun_on": TODAY + DAY},
        {"means": "electronic", "consent_on": TODAY + DAY},
        {"means": "announcement", "begun_on": TODAY - 9 * DAY, "has_why": True},
    ])  # fmt: skip
    def test_happens_after_the_decision_and_not_in_the_future(self, facts: dict[str, Any]) -> None:
        found = codes(obstacles_to_serving(replace(SERVED, receipt="signed", **facts)))
        assert found
        assert set(found) <= {"date:future", "date:too_early"}

    def test_by_announcement_counts_after_thirty_days(self) -> None:
        assert limits_after.announcement(date(2026, 11, 2), CALENDAR).due_on == date(2026, 12, 2)


@pytest.mark.rule("EXE-1")
class TestCollecting:
    """Who decides does not collect, but for a small fine, one hard to enforce later, or a remote place."""

    @pytest.mark.parametrize(("facts", "is_allowed"), [
        ({"ground": "small", "procedure": "summary", "fine": Decimal(100)}, True),
        ({"ground": "small", "procedure": "summary", "fine": Decimal(101)}, False),
        ({"ground": "small", "procedure": "ordinary", "fine": Decimal(50)}, False),
        ({"ground": "hard_later", "procedure": "summary"}, True),
        ({"ground": "hard_later", "procedure": "ordinary"}, False),
        ({"ground": "remote", "procedure": "ordinary"}, True),
        ({"ground": ""}, False),
    ])  # fmt: skip
    def test_on_the_spot(self, facts: dict[str, Any], is_allowed: bool) -> None:
        found = codes(obstacles_to_paying(replace(MONEY, means="on_spot", **facts)))
        assert found == ([] if is_allowed else ["EXE-1"])

    def test_at_the_bank_needs_no_ground(self) -> None:
        assert codes(obstacles_to_paying(MONEY)) == []


@pytest.mark.parametrize(("facts", "code"), [
    ({"amount": Decimal(501)}, "payment:too_much"),
    ({"paid_on": TODAY + DAY}, "date:future"),
    ({"paid_on": TODAY - 2 * DAY}, "date:too_early"),
])  # fmt: skip
def test_only_what_is_owed_is_taken_and_after_the_decision(facts: dict[str, Any], code: str) -> None:
    assert codes(obstacles_to_paying(replace(MONEY, **facts))) == [code]


class TestLeavingUnpaid:
    """A fine is carried out when it was paid; a surcharge may be left with a reason."""

    def balance(self, paid: int) -> Balance:
        return Balance(Decimal(500), Decimal(60), Decimal(paid), 4, None)

    @pytest.mark.rule("EXE-2")
    @pytest.mark.parametrize(
        ("paid", "found"), [(0, ["EXE-0", "EXE-2"]), (499, ["EXE-0", "EXE-2"]), (500, ["EXE-2"]), (560, [])]
    )
    def test_by_what_was_paid(self, paid: int, found: list[str]) -> None:
        obstacles = list(obstacles_to_leaving_unpaid(self.balance(paid), court=""))
        assert codes(obstacles) == found
        assert all(o.severity == Severity.WARN for o in obstacles if o.code == "EXE-2")

    @pytest.mark.parametrize(("court", "is_done"), [("executed", True), ("ended", True), ("asked", False)])
    def test_or_by_what_the_court_did(self, court: str, is_done: bool) -> None:
        assert (codes(obstacles_to_leaving_unpaid(self.balance(0), court=court)) == []) is is_done


@pytest.mark.rule("EXE-3")
class TestHardship:
    """A party in hardship is answered with reasons by a head who does not handle the case."""

    asked = HardshipFacts(TODAY, TODAY, TODAY - DAY, Decimal(500))
    granted = AnswerFacts(
        TODAY, grants=True, wish="instalments", has_reasons=True, actor_is_handler=False, due_on=TODAY,
        pay_by=TODAY + 30 * DAY, parts=3,
    )  # fmt: skip

    def test_is_heard_while_a_fine_is_open(self) -> None:
        assert codes(obstacles_to_applying(self.asked)) == []
        assert codes(obstacles_to_applying(replace(self.asked, open_fine=Decimal(0)))) == ["EXE-3"]

    def test_is_answered_before_another_is_made(self) -> None:
        assert codes(obstacles_to_applying(replace(self.asked, is_waiting=True))) == ["EXE-3"]

    def test_is_granted(self) -> None:
        assert codes(obstacles_to_answering_hardship(self.granted)) == []

    def test_may_be_refused_with_reasons_alone(self) -> None:
        refused = replace(self.granted, grants=False, pay_by=None, parts=0)
        assert codes(obstacles_to_answering_hardship(refused)) == []

    @pytest.mark.parametrize(("facts", "field"), [
        ({"has_reasons": False}, "answer"), ({"actor_is_handler": True}, None), ({"pay_by": None}, "pay_by"),
        ({"pay_by": TODAY}, "pay_by"), ({"due_on": TODAY + 40 * DAY}, "pay_by"), ({"parts": 1}, "parts"),
    ])  # fmt: skip
    def test_is_not_answered_so(self, facts: dict[str, Any], field: str | None) -> None:
        found = list(obstacles_to_answering_hardship(replace(self.granted, **facts)))
        assert [(o.code, o.field) for o in found] == [("EXE-3", field)]

    def test_is_not_passed_over(self) -> None:
        assert codes(obstacles_to_passing_over_hardship(is_waiting=True)) == ["EXE-3"]
        assert codes(obstacles_to_passing_over_hardship(is_waiting=False)) == []


@pytest.mark.rule("EXE-4")
class TestCourt:
    """After the remedies and a demand of ten working days, and within three months, the court is asked."""

    def test_is_asked_in_its_window(self) -> None:
        assert codes(obstacles_to_asking_court(OVERDUE)) == []

    @pytest.mark.parametrize("facts", [
        {"remedies_end_on": TODAY}, {"has_remedy_pending": True}, {"apply_by": TODAY - DAY}, {"demand_until": None},
        {"demand_until": TODAY}, {"served_on": None}, {"is_owed": False}, {"due_on": TODAY},
    ])  # fmt: skip
    def test_is_not_asked_outside_it(self, facts: dict[str, Any]) -> None:
        assert codes(obstacles_to_asking_court(replace(OVERDUE, **facts))) == ["EXE-4"]

    @pytest.mark.parametrize("day", ["remedies_end_on", "demand_until"])
    def test_is_asked_from_the_day_after(self, day: str) -> None:
        assert codes(obstacles_to_asking_court(replace(OVERDUE, **{day: TODAY - DAY}))) == []

    @pytest.mark.rule("EXE-3")
    def test_is_not_asked_while_a_hardship_waits(self) -> None:
        assert codes(obstacles_to_asking_court(replace(OVERDUE, is_hardship_waiting=True))) == ["EXE-3"]

    def test_is_preceded_by_a_demand_of_what_is_overdue(self) -> None:
        assert codes(obstacles_to_demanding(OVERDUE, served_on=TODAY)) == []
        assert codes(obstacles_to_demanding(replace(OVERDUE, due_on=TODAY), served_on=TODAY)) == ["EXE-4"]

    def test_window_ends_three_months_after_the_six_to_sue(self) -> None:
        found = court_window(date(2026, 3, 2), (), CALENDAR)
        assert found is not None
        assert found.due_on == date(2026, 12, 2)

    def test_window_is_reckoned_though_a_year_is_missing(self) -> None:
        short = WorkCalendar(years=frozenset({2026}), off=frozenset(), makeup=frozenset())
        found = court_window(date(2026, 11, 2), (), short)
        assert found is not None
        assert (found.due_on, found.unsure_of) == (date(2027, 8, 2), 2027)


class TestArchive:
    """A file goes into the archive with everything that its case needs."""

    def test_complete(self) -> None:
        pieces = (Holding(Piece.DECISION, True, True), Holding(Piece.EDUCATION, False, False))
        assert codes(obstacles_to_archiving(pieces)) == []

    def test_each_missing_piece_is_named_with_its_next_step(self) -> None:
        found = list(
            obstacles_to_archiving((Holding(Piece.RECEIPT, True, False), Holding(Piece.COURT, True, False)))
        )
        assert codes(found) == ["file:incomplete", "file:incomplete"]
        assert [o.field for o in found] == ["served_on", None]
        assert all(o.next_step for o in found)

    def test_inner_papers_lie_in_the_side_file(self) -> None:
        assert Holding(Piece.REVIEW, True, True).shelf == Shelf.SIDE
        assert Holding(Piece.DECISION, True, True).shelf == Shelf.MAIN
