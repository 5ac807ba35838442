"""Article 6 after a decision: reviewers have their time, the organ answers for itself, money reaches the bank."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils.translation import override

from enforcement.models import Case, Field, Matter, Notification, Remedy
from enforcement.reports.calendar import work_calendar
from enforcement.rules.answering import time_to_answer
from enforcement.rules.court_window import RemedyRun, court_window, remedies_over
from enforcement.services import cases, remedies
from enforcement.services.deadlines.explaining import explain_deadlines
from enforcement.services.holidays import enter_arrangement
from enforcement.services.profiles import load_profiles
from foundation.actors import COMMAND
from foundation.articles import LITIGATION, RECONSIDERATION, Article, Citation
from foundation.calendar import WorkCalendar
from foundation.due import sweep
from foundation.obstacles import Forbidden, Refused
from foundation.record import audited
from tests.city import NOON, City
from tests.enforcement.case_course import AFTER_DEFENCE, DAY, assessed, carried_out, decided, served
from tests.enforcement.remedy_course import DECIDED, at_noon, attacked, collected, copied, ruled

pytestmark = pytest.mark.article("6")
ASKED = NOON.date()
OPEN = WorkCalendar(years=frozenset(range(2025, 2030)), off=frozenset(), makeup=frozenset())


def refusal(act: Any, *given: Any, **more: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        act(*given, **more)
    return {o.code for o in refused.value.obstacles}


def told(kind: str) -> set[str]:
    return set(Notification.objects.filter(kind=kind).values_list("officer__username", flat=True))


def take_off(day: date) -> None:
    """One more day off in the year of ``day``."""
    known, year = work_calendar(), day.year
    off, makeup = ([d for d in days if d.year == year] for days in (known.off, known.makeup))
    enter_arrangement(by=COMMAND, at=AFTER_DEFENCE, year=year, off=sorted({*off, day}), makeup=sorted(makeup))


def explained(case: Case, code: str) -> Any:
    found = {e.deadline.code: e for e in explain_deadlines(Case.objects.get(pk=case.pk))}
    return found[code]


@pytest.fixture
def farm(city: City) -> Case:
    """A case of agriculture whose review was asked for."""
    load_profiles(by=COMMAND, at=NOON)
    case = assessed(city)
    with audited("matter:found", by=COMMAND, at=NOON, under=Article(3)):
        field = Field.objects.get(code="agriculture")
        case.matter = Matter(
            code="NY-9", name_zh="农药台账", name_en="Pesticide ledger", field=field, violated="x", basis="y",
            statutory_range="", fine_max=5000,
        )  # fmt: skip
        case.matter.save()
        case.save()
    return cases.ask_review(case.pk, by=city.actor("officer"), at=NOON)


@pytest.mark.rule("DEC-3")
class TestTheTimeOfReview:
    """Is lengthened once, by a head who does not review, where the field has it; the day before is kept."""

    def extend(self, case: Case, city: City, by: str = "head", **more: Any) -> Any:
        given = {"at": NOON, "reason": "案情复杂，涉及多部法规。", **more}
        return cases.extend_review(case.pk, by=city.actor(by), **given)

    def test_is_five_working_days_and_fifteen_days_more(self, city: City, farm: Case) -> None:
        row = farm.review_requests.get()
        assert row.due_on == date(2026, 11, 27)
        self.extend(farm, city)
        row.refresh_from_db()
        assert (row.first_due_on, row.due_on) == (date(2026, 11, 27), date(2026, 12, 14))
        assert (row.extended_by, row.extended_on) == (city.people["head"], ASKED)

    def test_explains_its_new_day(self, city: City, farm: Case) -> None:
        self.extend(farm, city)
        found = explained(farm, "review")
        assert found.deadline.due_on == date(2026, 12, 14)
        assert any("15" in text for text in found.steps)

    def test_is_told_to_the_reviewers_and_is_late_only_later(self, city: City, farm: Case) -> None:
        self.extend(farm, city)
        assert told("review:extended") == {"reviewer"}
        sweep(at=at_noon(date(2026, 12, 1)))
        assert told("review:late") == set()
        sweep(at=at_noon(date(2026, 12, 15)))
        assert "reviewer" in told("review:late")

    def test_is_not_lengthened_twice(self, city: City, farm: Case) -> None:
        self.extend(farm, city)
        assert refusal(self.extend, farm, city) == {"DEC-3"}

    def test_is_not_lengthened_once_it_is_over(self, city: City, farm: Case) -> None:
        assert refusal(self.extend, farm, city, at=at_noon(date(2026, 11, 30))) == {"DEC-3"}

    def test_is_not_lengthened_without_a_reason(self, city: City, farm: Case) -> None:
        assert refusal(self.extend, farm, city, reason=" ") == {"case:reason"}

    def test_is_not_lengthened_by_an_officer_or_reviewer(self, city: City, farm: Case) -> None:
        for somebody in ("officer", "reviewer"):
            with pytest.raises(Forbidden):
                self.extend(farm, city, by=somebody)

    def test_is_not_lengthened_in_a_field_that_leaves_none(self, city: City) -> None:
        load_profiles(by=COMMAND, at=NOON)
        case = cases.ask_review(assessed(city).pk, by=city.actor("officer"), at=NOON)
        assert refusal(self.extend, case, city) == {"DEC-3"}

    def test_is_not_lengthened_where_no_review_waits(self, city: City) -> None:
        load_profiles(by=COMMAND, at=NOON)
        assert refusal(self.extend, assessed(city), city) == {"DEC-3"}


class TestTheAnswerOfTheOrgan:
    """Is handed in with the evidence in ten working days, five in the summary course, fifteen days for a suit."""

    def test_has_ten_working_days(self) -> None:
        found = time_to_answer("reconsideration", "ordinary", date(2026, 11, 30), OPEN)
        assert (found.due_on, found.citation) == (date(2026, 12, 14), Citation(RECONSIDERATION, "48"))

    def test_has_five_working_days_in_the_summary_course(self) -> None:
        found = time_to_answer("reconsideration", "summary", date(2026, 11, 30), OPEN)
        assert (found.due_on, found.citation) == (date(2026, 12, 7), Citation(RECONSIDERATION, "54"))

    def test_has_fifteen_days_in_a_suit(self) -> None:
        found = time_to_answer("litigation", "", date(2026, 11, 30), OPEN)
        assert (found.due_on, found.citation) == (date(2026, 12, 15), Citation(LITIGATION, "67"))

    def test_is_owed_from_the_copy_on(self, city: City) -> None:
        remedy = copied(city)
        assert remedy.answer_by == date(2026, 12, 14)
        assert told("remedy:answer_owed") == {"head", "officer2", "reviewer"}
        found = explained(remedy.case, "answer")
        assert (found.deadline.due_on, found.deadline.citation) == (
            remedy.answer_by,
            Citation(RECONSIDERATION, "48"),
        )
        assert len(found.steps) > 2

    def test_is_reminded_of_and_told_when_it_is_late(self, city: City) -> None:
        copied(city)
        sweep(at=at_noon(date(2026, 12, 10)))
        assert told("remedy:answer_soon") == set()
        sweep(at=at_noon(date(2026, 12, 11)))
        assert told("remedy:answer_soon") == {"head", "officer", "officer2", "reviewer"}
        sweep(at=at_noon(date(2026, 12, 15)))
        assert told("remedy:answer_late") == {"head", "officer", "officer2", "reviewer"}

    def test_ends_the_waiting(self, city: City) -> None:
        remedy = copied(city)
        answered = remedies.hand_in_answer(
            remedy.pk,
            by=city.actor("officer"),
            at=AFTER_DEFENCE,
            answered_on=DECIDED,
            answer_papers="答复书、证据一册",
        )
        assert (answered.answered_on, answered.owes_answer) == (DECIDED, False)
        sweep(at=at_noon(date(2026, 12, 15)))
        assert told("remedy:answer_late") == set()
        assert "answer" not in {d.code for d in Case.objects.get(pk=remedy.case_id).deadlines()}

    def test_ends_with_the_remedy(self, city: City) -> None:
        remedy = copied(city)
        remedies.withdraw_remedy(remedy.pk, by=city.actor("officer"), at=AFTER_DEFENCE, ended_on=DECIDED)
        sweep(at=at_noon(date(2026, 12, 15)))
        assert told("remedy:answer_late") == set()

    def test_needs_the_course_of_a_reconsideration(self, city: City) -> None:
        assert refusal(copied, city, course="") == {"remedy:answer"}

    def test_needs_the_copy_first_and_what_was_handed_in(self, city: City) -> None:
        remedy, officer = attacked(city), city.actor("officer")
        given = {"by": officer, "at": AFTER_DEFENCE, "answered_on": DECIDED, "answer_papers": " "}
        assert refusal(remedies.hand_in_answer, remedy.pk, **given) == {"remedy:answer"}
        assert Remedy.objects.get(pk=remedy.pk).answered_on is None

    def test_is_reckoned_anew_when_a_holiday_is_entered(self, city: City) -> None:
        remedy = copied(city)
        take_off(date(2026, 12, 3))
        sweep(at=AFTER_DEFENCE + DAY)
        assert Remedy.objects.get(pk=remedy.pk).answer_by == date(2026, 12, 15)


def run(
    kind: str = "reconsideration", state: str = "concluded", result: str = "upheld", **more: Any
) -> RemedyRun:
    return RemedyRun(kind, state, result, **{"ended_on": date(2026, 4, 10), **more})


@pytest.mark.rule("EXE-4")
class TestTheWindowOfTheCourt:
    """Opens when the remedies are over, and is counted anew after each that was sought (Coercion Law, Art. 53)."""

    SERVED = date(2026, 3, 2)

    @pytest.fixture(autouse=True)
    def _in_english(self) -> Iterator[None]:
        with override("en"):
            yield

    def test_without_remedy_follows_the_six_months_to_sue(self) -> None:
        assert court_window(self.SERVED, (), OPEN).due_on == date(2026, 12, 2)  # type: ignore[union-attr]

    def test_after_a_reconsideration_follows_fifteen_days_to_sue(self) -> None:
        over = remedies_over(self.SERVED, [run()], OPEN)
        assert over is not None
        assert over.day == date(2026, 4, 27)  # the fifteenth day is a Saturday
        assert court_window(self.SERVED, [run()], OPEN).due_on == date(2026, 7, 27)  # type: ignore[union-attr]

    def test_counts_from_the_day_the_party_received_the_ruling(self) -> None:
        over = remedies_over(self.SERVED, [run(received_on=date(2026, 4, 14))], OPEN)
        assert over is not None
        assert over.day == date(2026, 4, 29)

    def test_after_a_suit_begins_with_its_end(self) -> None:
        suit = run("litigation", result="dismissed", ended_on=date(2026, 9, 1))
        found = court_window(self.SERVED, [run(), suit], OPEN)
        assert found is not None
        assert found.due_on == date(2026, 12, 1)
        assert any("local setting" in text for text in found.texts)

    def test_of_a_remedy_that_went_no_further_stays_as_it_was(self) -> None:
        gone = run(state="withdrawn", result="")
        assert court_window(self.SERVED, [gone], OPEN).due_on == date(2026, 12, 2)  # type: ignore[union-attr]

    def test_of_a_suit_not_accepted_after_a_reconsideration_keeps_the_fifteen_days(self) -> None:
        refused = run("litigation", "refused", "", ended_on=date(2026, 4, 20))
        over = remedies_over(self.SERVED, [run(), refused], OPEN)
        assert over is not None
        assert over.day == date(2026, 4, 27)

    def test_does_not_run_while_a_remedy_is_pending(self) -> None:
        assert court_window(self.SERVED, [run(state="accepted", result="", ended_on=None)], OPEN) is None

    @pytest.mark.parametrize("result", ["changed", "revoked", "void", "settled"])
    def test_does_not_open_for_what_a_ruling_replaced(self, result: str) -> None:
        assert court_window(self.SERVED, [run(result=result)], OPEN) is None

    def test_is_kept_on_the_decision_while_remedies_come_and_go(self, city: City) -> None:
        case = served(city)
        first = case.decision.court_until
        remedy = attacked(city, case)
        assert Case.objects.get(pk=case.pk).decision.court_until is None
        ruled(city, remedy, "upheld", on=DECIDED + 30 * DAY)
        after = Case.objects.get(pk=case.pk).decision.court_until
        assert after is not None
        assert first is not None
        assert after < first
        found = explained(case, "court")
        assert found.deadline.due_on == after
        assert found.steps

    def test_refuses_the_court_for_a_decision_that_a_ruling_replaced(self, city: City) -> None:
        case = served(city)
        ruled(city, attacked(city, case), "changed", on=DECIDED)
        given = {"by": city.actor("head"), "at": at_noon(date(2027, 9, 1)), "court": "示例法院"}
        with pytest.raises(Refused) as refused:
            cases.ask_court(case.pk, **given)
        assert any("took the place" in str(o.message) for o in refused.value.obstacles)


class TestMoneyInTheHandOfAnOfficer:
    """Reaches the organ within two working days and the bank within two more, each with a receipt."""

    def hand_in(self, city: City, row: Any, on: date = DECIDED) -> Any:
        return cases.hand_in_money(
            row.case_id,
            by=city.actor("officer"),
            at=at_noon(on),
            payment=row,
            handed_in_on=on,
            hand_in_receipt="收1",
        )

    def bank(self, city: City, row: Any, on: date = DECIDED) -> Any:
        return cases.bank_money(
            row.case_id,
            by=city.actor("officer"),
            at=at_noon(on),
            payment=row,
            banked_on=on,
            bank_receipt="缴1",
        )

    def test_is_handed_in_within_two_working_days(self, city: City) -> None:
        row = collected(city)
        assert (DECIDED.isoformat(), row.hand_in_by) == ("2026-11-30", date(2026, 12, 2))
        assert explained(row.case, "hand_in_money").steps

    def test_collected_on_the_water_counts_from_the_shore(self, city: City) -> None:
        row = collected(city, ashore_on=DECIDED + 2 * DAY, at=AFTER_DEFENCE + 2 * DAY)
        assert row.hand_in_by == date(2026, 12, 4)

    def test_goes_to_the_bank_within_two_more(self, city: City) -> None:
        row = collected(city)
        self.hand_in(city, row, DECIDED + DAY)
        row.refresh_from_db()
        assert (row.handed_in_on, row.bank_by) == (date(2026, 12, 1), date(2026, 12, 3))
        self.bank(city, row, DECIDED + 2 * DAY)
        row.refresh_from_db()
        assert (row.banked_on, row.is_held, row.bank_receipt) == (date(2026, 12, 2), False, "缴1")

    def test_that_is_late_is_told_to_handlers_and_heads(self, city: City) -> None:
        row = collected(city)
        sweep(at=at_noon(date(2026, 12, 2)))
        assert told("payment:hand_in_late") == set()
        sweep(at=at_noon(date(2026, 12, 3)))
        assert told("payment:hand_in_late") == {"head", "officer", "officer2"}
        self.hand_in(city, row, date(2026, 12, 3))
        sweep(at=at_noon(date(2026, 12, 9)))
        assert told("payment:bank_late") == {"head", "officer", "officer2"}

    def test_is_paid_to_the_bank_only_after_it_was_handed_in(self, city: City) -> None:
        assert refusal(self.bank, city, collected(city)) == {"payment:held"}

    def test_is_handed_in_once(self, city: City) -> None:
        row = collected(city)
        self.hand_in(city, row)
        assert refusal(self.hand_in, city, row) == {"payment:held"}

    def test_is_none_where_the_bank_was_paid(self, city: City) -> None:
        row = carried_out(city).payments.get()
        assert row.hand_in_by is None
        assert refusal(self.hand_in, city, row) == {"payment:held"}

    def test_holds_the_case_open(self, city: City) -> None:
        row = collected(city)
        cases.carry_out(row.case_id, by=city.actor("officer"), at=AFTER_DEFENCE, carried_out_on=DECIDED)
        given = {"by": city.actor("head"), "at": AFTER_DEFENCE}
        assert "payment:held" in refusal(cases.close_case, row.case_id, **given)
        self.hand_in(city, row)
        self.bank(city, row)
        assert cases.close_case(row.case_id, **given).closed_on == DECIDED

    def test_is_reckoned_anew_when_a_holiday_is_entered(self, city: City) -> None:
        row = collected(city)
        take_off(date(2026, 12, 1))
        sweep(at=AFTER_DEFENCE + timedelta(hours=1))
        row.refresh_from_db()
        assert row.hand_in_by == date(2026, 12, 3)


class TestAWindowKeptBefore:
    """A decision whose remedies are over is reckoned the same when holidays change."""

    def test_stays_where_no_holiday_touches_it(self, city: City) -> None:
        case = served(city)
        before = case.decision.court_until
        take_off(date(2026, 12, 30))
        sweep(at=AFTER_DEFENCE + DAY)
        assert Case.objects.get(pk=case.pk).decision.court_until == before
        assert decided(city).decision.court_until is None
