"""Article 6 in carrying out: served with proof, paid by receipt, hardship answered, the court only in its window."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from enforcement.models import Case, Notification
from enforcement.reports.debts import obligation_of
from enforcement.services import cases
from enforcement.services.holidays import enter_arrangement
from enforcement.services.remedies import file_remedy
from enforcement.vocabulary import CaseSource, CaseState, Outcome
from foundation.actors import COMMAND, SCHEDULER
from foundation.due import sweep
from foundation.invariants import breaches
from foundation.models import DueItem
from foundation.obstacles import Forbidden, Refused
from guidance.services.visits import plan_visit
from leniency.services.assessing import assess_case
from tests.city import NOON, City
from tests.enforcement.case_course import (
    AFTER_DEFENCE,
    DAY,
    LEAD,
    MONEY,
    OFF_LIST,
    decided,
    educated,
    followed_up,
    investigated,
    paid,
    served,
)

pytestmark = pytest.mark.article("6")
TODAY = AFTER_DEFENCE.date()


def refusal(act: Any, case: Case, *, by: Any, at: datetime = AFTER_DEFENCE, **given: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        act(case.pk, by=by, at=at, **given)
    return {o.code for o in refused.value.obstacles}


def told(case: Case, kind: str) -> set[str]:
    found = Notification.objects.filter(kind=kind, thing=f"case:{case.pk}")
    return set(found.values_list("officer__username", flat=True))


@pytest.mark.rule("SRV-1")
class TestService:
    """The decision reaches the party within seven working days, and the receipt says how."""

    def test_starts_the_time_to_pay_and_the_window_of_the_court(self, city: City) -> None:
        decision = served(city).decision
        assert decision.carry_out_by == TODAY + 15 * DAY
        assert decision.court_until == date(2027, 8, 30)

    def test_keeps_a_receipt(self, city: City) -> None:
        receipt = served(city).services.get()
        assert (receipt.paper, receipt.means, receipt.receipt) == ("decision", "in_person", "signed")
        assert receipt.recipient == receipt.case.counterpart.name

    def test_is_due_in_seven_working_days(self, city: City) -> None:
        case = decided(city)
        assert case.decision.serve_by == date(2026, 12, 9)
        assert "serve" in {d.code for d in case.deadlines()}

    def test_that_is_late_is_told_to_handlers_and_heads(self, city: City) -> None:
        case = decided(city)
        sweep(at=AFTER_DEFENCE + 9 * DAY)
        assert told(case, "decision:serve") == set()
        sweep(at=AFTER_DEFENCE + 11 * DAY)
        assert told(case, "decision:serve") == {"officer", "officer2", "head"}

    def test_that_is_done_is_told_to_nobody(self, city: City) -> None:
        case = served(city)
        sweep(at=AFTER_DEFENCE + 11 * DAY)
        assert told(case, "decision:serve") == set()

    def test_electronically_needs_the_signed_confirmation(self, city: City) -> None:
        case, officer = decided(city), city.actor("officer")
        how = {"served_on": TODAY, "means": "electronic", "receipt": "proof"}
        assert refusal(cases.serve_decision, case, by=officer, **how) == {"SRV-1"}
        assert not Case.objects.get(pk=case.pk).services.exists()
        case = cases.serve_decision(case.pk, by=officer, at=AFTER_DEFENCE, consent_on=TODAY, **how)
        assert case.decision.served_on == TODAY

    def test_by_announcement_counts_thirty_days_later(self, city: City) -> None:
        case = cases.serve_decision(
            decided(city).pk, by=city.actor("officer"), at=AFTER_DEFENCE, means="announcement", receipt="proof",
            begun_on=TODAY, why="住所无人，电话停机。",
        )  # fmt: skip
        assert case.decision.served_on == TODAY + 30 * DAY
        assert case.decision.carry_out_by is not None
        assert case.decision.carry_out_by >= TODAY + 45 * DAY

    def test_of_another_paper_leaves_the_decision_alone(self, city: City) -> None:
        case = cases.serve_paper(
            decided(city).pk, by=city.actor("officer"), at=AFTER_DEFENCE, paper="other", served_on=TODAY
        )
        assert case.services.get().paper == "other"
        assert case.decision.served_on is None


@pytest.mark.rule("EXE-1")
class TestPayment:
    """Money is recorded with its receipt, never more than is owed, and on the spot only as the law allows."""

    def test_is_recorded_with_its_receipt(self, city: City) -> None:
        payment = paid(city).payments.get()
        assert (payment.amount, payment.receipt_number) == (500, MONEY["receipt_number"])

    def test_is_not_more_than_is_owed(self, city: City) -> None:
        too_much = {**MONEY, "amount": Decimal("500.01"), "paid_on": TODAY}
        assert refusal(cases.record_payment, served(city), by=city.actor("officer"), **too_much) == {
            "payment:too_much"
        }

    def test_has_a_receipt_of_its_own(self, city: City) -> None:
        case, officer = served(city), city.actor("officer")
        part = {**MONEY, "amount": Decimal(100), "paid_on": TODAY}
        cases.record_payment(case.pk, by=officer, at=AFTER_DEFENCE, **part)
        with pytest.raises(Exception, match="receipt"):
            cases.record_payment(case.pk, by=officer, at=AFTER_DEFENCE, **part)

    def test_is_not_collected_by_who_decides(self, city: City) -> None:
        on_spot = {**MONEY, "means": "on_spot", "ground": "small", "paid_on": TODAY}
        assert refusal(cases.record_payment, served(city), by=city.actor("officer"), **on_spot) == {"EXE-1"}

    def test_comes_before_the_decision_is_called_carried_out(self, city: City) -> None:
        case = served(city)
        assert refusal(cases.carry_out, case, by=city.actor("officer"), carried_out_on=TODAY) == {"EXE-0"}

    def test_that_is_missing_is_told_the_day_after(self, city: City) -> None:
        case = served(city)
        sweep(at=AFTER_DEFENCE + 15 * DAY)
        assert told(case, "decision:pay") == set()
        sweep(at=AFTER_DEFENCE + 16 * DAY)
        assert told(case, "decision:pay") == {"officer", "officer2", "head"}

    def test_that_came_in_time_is_asked_of_nobody(self, city: City) -> None:
        case = paid(city)
        sweep(at=AFTER_DEFENCE + 16 * DAY)
        assert told(case, "decision:pay") == set()


@pytest.mark.rule("EXE-2")
class TestSurcharge:
    """What is late costs three per cent a day; leaving it unpaid takes a reason."""

    def late(self, city: City) -> Case:
        case, at = served(city), AFTER_DEFENCE + 17 * DAY
        return cases.record_payment(case.pk, by=city.actor("officer"), at=at, paid_on=at.date(), **MONEY)

    def test_runs_from_the_day_after_the_last(self, city: City) -> None:
        owed = obligation_of(self.late(city))
        assert owed is not None
        balance = owed.balance(TODAY + 40 * DAY)
        assert (balance.open_fine, balance.surcharge, balance.late_days) == (0, 30, 2)

    def test_stands_still_while_a_remedy_runs(self, city: City) -> None:
        case, at = served(city), AFTER_DEFENCE + 16 * DAY
        filed = {"kind": "reconsideration", "body": "示例区政府", "filed_on": at.date()}
        file_remedy(case.pk, by=city.actor("officer"), at=at, **filed)
        owed = obligation_of(Case.objects.get(pk=case.pk))
        assert owed is not None
        assert owed.balance(TODAY + 60 * DAY).surcharge == 0

    def test_is_not_left_without_a_reason(self, city: City) -> None:
        case, at, officer = self.late(city), AFTER_DEFENCE + 17 * DAY, city.actor("officer")
        assert refusal(cases.carry_out, case, by=officer, at=at, carried_out_on=at.date()) == {"EXE-2"}
        case = cases.carry_out(
            case.pk,
            by=officer,
            at=at,
            carried_out_on=at.date(),
            overrides={"EXE-2": "执行协议减免加处罚款。"},
        )
        assert case.state == CaseState.CARRIED_OUT
        assert case.firings.filter(rule_code="EXE-2").exists()


@pytest.mark.article("3")
@pytest.mark.rule("EXE-3")
class TestHardship:
    """Who cannot pay at once may ask, is answered with reasons, and pays in parts without a surcharge."""

    def asked(self, city: City, wish: str = "instalments") -> Case:
        return cases.apply_hardship(
            served(city).pk,
            by=city.actor("officer"),
            at=AFTER_DEFENCE,
            wish=wish,
            reason="停业两月。",
            applied_on=TODAY,
        )

    def granted(self, city: City) -> Case:
        return cases.answer_hardship(
            self.asked(city).pk, by=city.actor("head"), at=AFTER_DEFENCE, grants=True, answer="属实。",
            pay_by=date(2026, 12, 31), parts=3,
        )  # fmt: skip

    def test_is_told_to_the_heads(self, city: City) -> None:
        hardship = self.asked(city).hardships.get()
        found = Notification.objects.filter(kind="hardship:asked", thing=f"hardship:{hardship.pk}")
        assert {n.officer.username for n in found} == {"head"}

    def test_is_not_answered_by_who_handles_the_case(self, city: City) -> None:
        case = self.asked(city)
        with pytest.raises(Forbidden):
            cases.answer_hardship(
                case.pk, by=city.actor("officer"), at=AFTER_DEFENCE, grants=False, answer="不属实。"
            )

    def test_is_answered_with_reasons(self, city: City) -> None:
        case = self.asked(city)
        assert refusal(cases.answer_hardship, case, by=city.actor("head"), grants=False, answer=" ") == {
            "EXE-3"
        }

    def test_stops_the_execution_until_it_is_answered(self, city: City) -> None:
        case = self.asked(city)
        assert "EXE-3" in refusal(cases.carry_out, case, by=city.actor("officer"), carried_out_on=TODAY)

    def test_refused_leaves_the_day(self, city: City) -> None:
        case = self.asked(city)
        case = cases.answer_hardship(
            case.pk, by=city.actor("head"), at=AFTER_DEFENCE, grants=False, answer="有能力缴纳。"
        )
        assert case.decision.carry_out_by == TODAY + 15 * DAY

    def test_put_off_moves_the_day(self, city: City) -> None:
        case = cases.answer_hardship(
            self.asked(city, "defer").pk, by=city.actor("head"), at=AFTER_DEFENCE, grants=True, answer="属实。",
            pay_by=date(2027, 1, 29),
        )  # fmt: skip
        case = Case.objects.get(pk=case.pk)
        assert case.decision.carry_out_by == date(2027, 1, 29)
        owed = obligation_of(case)
        assert owed is not None
        assert owed.balance(date(2027, 1, 29)).surcharge == 0

    def test_in_parts_lays_out_a_plan_month_by_month(self, city: City) -> None:
        plan = self.granted(city).hardships.get().instalments.all()
        assert [(part.due_on, part.amount) for part in plan] == [
            (date(2026, 12, 31), Decimal("166.66")),
            (date(2027, 1, 31), Decimal("166.66")),
            (date(2027, 2, 28), Decimal("166.68")),
        ]

    def test_in_parts_makes_a_due_row_of_each(self, city: City) -> None:
        case = self.granted(city)
        rows = DueItem.objects.filter(kind="decision:pay", thing=f"case:{case.pk}", state="pending")
        assert rows.count() == 3

    def test_a_part_that_is_missed_is_told(self, city: City) -> None:
        case = self.granted(city)
        sweep(at=datetime(2027, 1, 1, 9, tzinfo=NOON.tzinfo))
        assert told(case, "decision:pay") == {"officer", "officer2", "head"}

    def test_a_plan_kept_to_its_end_carries_out_the_decision(self, city: City) -> None:
        case, officer = self.granted(city), city.actor("officer")
        for number, part in enumerate(case.hardships.get().instalments.all()):
            assert Case.objects.get(pk=case.pk).decision.carry_out_by == part.due_on
            at = datetime.combine(part.due_on, NOON.timetz())
            case = cases.record_payment(
                case.pk, by=officer, at=at, amount=part.amount, paid_on=part.due_on, means="bank",
                receipt_number=str(number),
            )  # fmt: skip
        assert (case.state, case.carried_out_on) == (CaseState.CARRIED_OUT, date(2027, 2, 28))
        assert [b for b in breaches(at=at) if str(b).startswith("case:")] == []


@pytest.mark.rule("EXE-4")
class TestCourt:
    """A demand, ten working days, the end of the remedies: then the court is asked, within three months."""

    def at(self, day: date) -> datetime:
        return datetime.combine(day, NOON.timetz())

    def overdue(self, city: City) -> Case:
        enter_arrangement(by=COMMAND, at=NOON, year=2027, off=[date(2027, 1, 1)])
        return served(city)

    def demanded(self, city: City, day: date) -> Case:
        return cases.demand_performance(
            self.overdue(city).pk,
            by=city.actor("officer"),
            at=self.at(day),
            served_on=day,
            demanded="缴纳罚款五百元。",
        )

    def ask(self, case: Case, city: City, day: date) -> Any:
        return cases.ask_court(case.pk, by=city.actor("head"), at=self.at(day), court="示例区人民法院")

    def test_is_not_asked_without_a_demand_or_before_the_remedies_are_over(self, city: City) -> None:
        case, day = self.overdue(city), date(2027, 1, 15)
        found = refusal(cases.ask_court, case, by=city.actor("head"), at=self.at(day), court="示例法院")
        assert found == {"EXE-4"}

    def test_a_demand_waits_until_the_payment_is_late(self, city: City) -> None:
        found = refusal(
            cases.demand_performance,
            self.overdue(city),
            by=city.actor("officer"),
            served_on=TODAY,
            demanded="缴纳。",
        )
        assert found == {"EXE-4", "date:too_early"}

    def test_a_demand_leaves_ten_working_days(self, city: City) -> None:
        assert self.demanded(city, date(2027, 1, 4)).demand.until == date(2027, 1, 18)

    def test_is_asked_in_its_window(self, city: City) -> None:
        case = self.ask(self.demanded(city, date(2027, 1, 4)), city, date(2027, 6, 15))
        assert case.court_application.state == "asked"
        assert next(d for d in case.deadlines() if d.code == "court").met_on == date(2027, 6, 15)

    def test_is_not_asked_after_its_window(self, city: City) -> None:
        case = self.demanded(city, date(2027, 1, 4))
        late = self.at(date(2027, 9, 1))
        assert refusal(cases.ask_court, case, by=city.actor("head"), at=late, court="示例法院") == {"EXE-4"}

    def test_closing_window_is_told_in_time(self, city: City) -> None:
        case = self.demanded(city, date(2027, 1, 4))
        sweep(at=self.at(date(2027, 8, 21)))
        assert told(case, "decision:court") == {"officer", "officer2", "head"}

    def test_that_ended_the_execution_lets_the_case_be_closed(self, city: City) -> None:
        case = self.ask(self.demanded(city, date(2027, 1, 4)), city, date(2027, 6, 15))
        day, officer = date(2027, 7, 1), city.actor("officer")
        cases.record_court_answer(case.pk, by=officer, at=self.at(day), answer="ended", answered_on=day)
        case = cases.carry_out(case.pk, by=officer, at=self.at(day), carried_out_on=day)
        assert case.state == CaseState.CARRIED_OUT


@pytest.mark.rule("DEC-7")
class TestReferral:
    """The police sign for a suspected crime and answer; what they do not open comes back."""

    def referred(self, city: City) -> Case:
        return cases.suspect_crime(
            investigated(city).pk, by=city.actor("officer"), at=NOON, facts_suspected="数额巨大。", body="示例公安局",
            sent_on=NOON.date(),
        )  # fmt: skip

    def test_has_a_receipt(self, city: City) -> None:
        case = cases.record_crime_receipt(
            self.referred(city).pk,
            by=city.actor("officer"),
            at=NOON,
            received_on=NOON.date(),
            receipt_number="公收1",
        )
        assert case.crime_referral.receipt_number == "公收1"

    def test_without_an_answer_is_asked_after(self, city: City) -> None:
        case = self.referred(city)
        sweep(at=NOON + 10 * DAY)
        assert told(case, "crime:answer") == set()
        sweep(at=NOON + 11 * DAY)
        assert told(case, "crime:answer") == {"officer", "officer2", "head"}
        assert "crime" in {d.code for d in case.deadlines()}

    def transferred(self, city: City) -> Case:
        case, officer = self.referred(city), city.actor("officer")
        assess_case(case.pk, by=officer, at=NOON)
        cases.conclude_assessment(case.pk, by=officer, at=NOON)
        return cases.decide_case(
            case.pk, by=city.actor("head"), at=NOON, outcome=Outcome.TRANSFERRED, reasons="涉嫌犯罪。",
            transferred_to="示例公安局", overrides=OFF_LIST,
        )  # fmt: skip

    def test_given_back_before_the_decision_lets_the_case_go_on(self, city: City) -> None:
        case = cases.answer_crime(
            self.referred(city).pk,
            by=city.actor("officer"),
            at=NOON,
            answer="returned",
            answered_on=NOON.date(),
        )
        assert (case.state, case.crime_referral.came_back_as) == (CaseState.INVESTIGATED, None)

    def test_given_back_after_it_was_transferred_is_taken_up_as_a_new_clue(self, city: City) -> None:
        case = self.transferred(city)
        case = cases.answer_crime(
            case.pk, by=city.actor("officer"), at=NOON + 2 * DAY, answer="returned",
            answered_on=(NOON + 2 * DAY).date(),
        )  # fmt: skip
        again = case.crime_referral.came_back_as
        assert (again.state, again.source) == (CaseState.CLUE, CaseSource.REFERRAL)
        assert (again.counterpart, again.occurred_on) == (case.counterpart, case.occurred_on)
        assert (case.state, case.outcome) == (CaseState.DECIDED, Outcome.TRANSFERRED)

    def test_is_not_closed_before_its_answer(self, city: City) -> None:
        case = self.transferred(city)
        assert "DEC-7" in refusal(cases.close_case, case, by=city.actor("head"), at=NOON + 2 * DAY)


@pytest.mark.article("4")
class TestArchive:
    """A file is put away whole: what is missing is named, and can still be entered at the door."""

    def unserved(self, city: City) -> Case:
        case = educated(city)
        plan_visit(case.pk, by=SCHEDULER, at=NOON)
        followed_up(case, city)
        return cases.close_case(case.pk, by=city.actor("head"), at=AFTER_DEFENCE)

    def test_lacks_the_receipt_of_an_unserved_decision(self, city: City) -> None:
        case = self.unserved(city)
        assert refusal(cases.archive_case, case, by=city.actor("officer")) == {"file:incomplete"}

    def test_is_completed_at_the_door(self, city: City) -> None:
        case = cases.archive_case(
            self.unserved(city).pk, by=city.actor("officer"), at=AFTER_DEFENCE, served_on=TODAY
        )
        assert (case.state, case.services.get().served_on) == (CaseState.ARCHIVED, TODAY)

    def test_is_not_completed_by_what_proves_nothing(self, city: City) -> None:
        given = {"served_on": TODAY, "receipt": "refused"}
        assert refusal(cases.archive_case, self.unserved(city), by=city.actor("officer"), **given) == {
            "SRV-1"
        }

    def test_with_everything_in_it_is_put_away(self, city: City) -> None:
        assert LEAD[CaseState.ARCHIVED](city).state == CaseState.ARCHIVED
