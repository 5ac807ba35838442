"""What follows when nobody is penalised: education, second looks, promises; and no case is closed without."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from desk.reports.tasks import case_tasks, open_cases_of
from enforcement.models import Case, Notification
from enforcement.services import cases
from enforcement.services.documents import preview
from foundation.actors import SCHEDULER
from foundation.due import sweep
from foundation.obstacles import Forbidden, Refused
from foundation.record import audited
from foundation.wording import day_text
from leniency.models import CorrectionCheck, EducationRecord, Promise
from leniency.rules.following_up import (
    FollowUpFacts,
    SparingFacts,
    obstacles_to_closing_unfollowed,
    obstacles_to_sparing_unprepared,
)
from leniency.services import (
    assess_case,
    draft_promise,
    educate,
    plan_check,
    plan_missing_checks,
    plan_missing_education,
    receive_promise,
    record_check,
)
from tests.city import NOON, a_clue
from tests.enforcement.case_course import (
    EDUCATION,
    OFF_LIST,
    assessed,
    decided,
    educated,
    followed_up,
    reasoned,
)

TODAY = NOON.date()
DAY = timedelta(days=1)
TAUGHT = {"given_on": TODAY, "means": "in_person", "said": "讲解价格法第十三条。", "acknowledged": "signed"}


def refused(act, *given, **more):
    with pytest.raises(Refused) as caught:
        act(*given, **more)
    return [(o.code, o.field) for o in caught.value.obstacles]


def spared(**more):
    return FollowUpFacts(**{"outcome": "no_penalty", "is_educated": True, "is_corrected": True, **more})


class TestACaseWithoutAPenaltyIsClosed:
    @pytest.mark.rule("LEN-8")
    @pytest.mark.parametrize(
        ("facts", "owed"),
        [
            (spared(), 0),
            (spared(is_educated=False), 1),
            (spared(is_corrected=False), 1),
            (spared(is_corrected=False, last_result="corrected"), 0),
            (spared(is_corrected=False, last_result="partly"), 1),
            (spared(is_check_open=True), 1),
            (spared(is_educated=False, is_corrected=False), 2),
            (spared(outcome="penalty", is_educated=False, is_corrected=False), 0),
        ],
    )
    def test_when_the_party_was_taught_and_what_was_ordered_is_done(self, facts, owed):
        assert [o.code for o in obstacles_to_closing_unfollowed(facts)] == ["LEN-8"] * owed

    def test_and_the_service_holds_to_it(self, city):
        case = educated(city)
        found = refused(cases.close_case, case.pk, by=city.actor("head"), at=NOON)
        assert [code for code, _field in found].count("LEN-8") == 2
        followed_up(case, city)
        found = refused(cases.close_case, case.pk, by=city.actor("head"), at=NOON)
        assert "LEN-8" not in {code for code, _field in found}

    def test_neither_education_alone_nor_a_look_that_is_only_planned_is_enough(self, city):
        case, head = educated(city), {"by": city.actor("head"), "at": NOON}
        educate(case.pk, by=city.actor("officer"), at=NOON, **TAUGHT)
        assert ("LEN-8", None) in refused(cases.close_case, case.pk, **head)
        cases.serve_decision(case.pk, by=city.actor("officer"), at=NOON, served_on=TODAY)
        assert ("LEN-8", None) in refused(cases.close_case, case.pk, **head)
        plan_check(case.pk, by=city.actor("officer"), at=NOON)
        assert ("LEN-8", None) in refused(cases.close_case, case.pk, **head)


class TestDaysThatCannotBe:
    def test_are_refused_beside_their_field(self, city):
        case, officer = educated(city), {"by": city.actor("officer"), "at": NOON}
        long_ago = Case.objects.get(pk=case.pk).discovered_on - DAY
        found = {"evidence": "照片", "result": "corrected"}
        assert refused(educate, case.pk, **officer, **{**TAUGHT, "given_on": long_ago}) == [
            ("leniency:check", "given_on")
        ]
        for day in (long_ago, TODAY - DAY):
            assert refused(record_check, case.pk, **officer, **found, checked_on=day) == [
                ("leniency:check", "checked_on")
            ]
        later = {**found, "checked_on": TODAY, "corrected_on": TODAY + DAY}
        assert refused(record_check, case.pk, **officer, **later) == [("leniency:check", "corrected_on")]
        assert refused(draft_promise, case.pk, **officer, correct_by=TODAY - DAY) == [
            ("leniency:check", "correct_by")
        ]
        draft_promise(case.pk, **officer)
        given = {"received_on": TODAY - DAY, "signed_by": "王某"}
        assert refused(receive_promise, case.pk, **officer, **given) == [("leniency:check", "received_on")]

    def test_the_second_look_waits_until_the_promised_day(self, city):
        case, officer = educated(city), {"by": city.actor("officer"), "at": NOON}
        promised = date(2027, 2, 1)
        draft_promise(case.pk, **officer, correct_by=promised)
        assert plan_check(case.pk, **officer).due_on > promised


class TestADecisionNotToPenalise:
    """It says by when the party corrects and is taught, or points at what was done already."""

    @pytest.mark.rule("LEN-8")
    @pytest.mark.parametrize(
        ("given", "owed"),
        [
            ({}, ["correct_by", "educate_by"]),
            ({"correct_by": TODAY, "educate_by": TODAY}, []),
            ({"is_corrected": True, "is_educated": True}, []),
            ({"is_correctable": False, "is_educated": True}, []),
            ({"correct_by": TODAY - DAY, "is_educated": True}, ["correct_by"]),
            ({"is_corrected": True, "educate_by": TODAY - DAY}, ["educate_by"]),
        ],
    )
    def test_says_by_when(self, given, owed):
        found = list(obstacles_to_sparing_unprepared(SparingFacts(today=TODAY, **given)))
        assert [o.field for o in found] == owed
        assert all(o.next_step and str(o.article) == "Article 10(1)" for o in found)

    def test_and_is_refused_without(self, city):
        case = reasoned(assessed(city), city)
        silent = {**EDUCATION, "correct_by": None, "educate_by": None, "overrides": OFF_LIST}
        found = refused(cases.decide_case, case.pk, by=city.actor("head"), at=NOON, **silent)
        assert found == [("LEN-8", "correct_by"), ("LEN-8", "educate_by")]

    def test_its_day_is_that_of_the_case_and_stands_on_page_and_paper(self, city, sign_in):
        case = Case.objects.get(pk=educated(city).pk)
        assert case.circumstances.correct_by == EDUCATION["correct_by"]
        day = day_text(EDUCATION["correct_by"])
        page = (
            sign_in("officer").get(f"/cases/{case.pk}/", headers={"accept-language": "en"}).content.decode()
        )
        assert page.count(day) >= 2
        letter = preview(
            case.pk, noun="case", by=city.actor("officer"), at=NOON, kind="no_penalty", language="en"
        )
        assert day in str(letter.as_dict())

    def test_an_order_on_the_way_goes_on_unless_its_day_is_over(self, city):
        case = assessed(city)
        cases.record_circumstances(case.pk, by=city.actor("officer"), at=NOON, correct_by=TODAY + DAY)
        assess_case(case.pk, by=city.actor("officer"), at=NOON)
        reasoned(case, city)
        given = {**EDUCATION, "correct_by": None, "overrides": OFF_LIST}
        decided_on_it = cases.decide_case(case.pk, by=city.actor("head"), at=NOON, **given)
        assert decided_on_it.decision.correct_by == TODAY + DAY


class TestPlannedEducation:
    def test_stands_on_today_and_is_told_on_its_day_once(self, city):
        case = educated(city)
        assert [plan_missing_education(at=NOON), plan_missing_education(at=NOON)] == [1, 0]
        assert "school" in {task.icon for task in case_tasks(open_cases_of(city.actor("officer")))}
        sweep(at=NOON)
        assert not Notification.objects.filter(kind="education:give").exists()
        sweep(at=NOON.replace(month=12, day=31))
        told = Notification.objects.filter(kind="education:give")
        assert {n.officer.username for n in told} == {"officer", "officer2"}
        assert {n.url for n in told} == {f"{case.get_absolute_url()}#leniency"}

    def test_is_settled_by_its_record(self, city):
        case = educated(city)
        plan_missing_education(at=NOON)
        educate(case.pk, by=city.actor("officer"), at=NOON, **TAUGHT)
        assert "school" not in {task.icon for task in case_tasks(open_cases_of(city.actor("officer")))}
        sweep(at=NOON.replace(month=12, day=31))
        assert not Notification.objects.filter(kind="education:give").exists()


class TestEducation:
    def test_says_who_when_how_and_what(self, city):
        row = educate(educated(city).pk, by=city.actor("officer"), at=NOON, **TAUGHT)
        assert (row.given_by.username, row.given_on, row.acknowledged) == ("officer", TODAY, "signed")

    def test_is_not_recorded_before_it_is_held(self, city):
        case, given = educated(city), {**TAUGHT, "given_on": TODAY + DAY}
        assert refused(educate, case.pk, by=city.actor("officer"), at=NOON, **given) == [
            ("leniency:check", "given_on")
        ]

    def test_is_recorded_by_who_handles_cases_there(self, city):
        case = educated(city)
        with pytest.raises(Forbidden):
            educate(case.pk, by=city.actor("reviewer"), at=NOON, **TAUGHT)
        with pytest.raises(Case.DoesNotExist):
            educate(case.pk, by=city.actor("officer_north"), at=NOON, **TAUGHT)


class TestTheSecondLook:
    def test_is_planned_for_every_case_that_was_spared_once(self, city):
        case, _other = educated(city), decided(city)
        assert plan_missing_checks(at=NOON) == 1
        assert plan_missing_checks(at=NOON) == 0
        assert CorrectionCheck.objects.get().case_id == case.pk

    def test_is_planned_for_a_clue_that_was_not_filed_out_of_leniency(self, city):
        case = a_clue(city)
        with audited("case:test", by=SCHEDULER, at=NOON):
            row = Case.objects.locked(case.pk)
            row.state = "not_filed"
            row.save()
            row.non_filing = row.__class__.non_filing.related.related_model(
                case=row, ground="minor", reason="轻微", education="讲解", decided_by=city.people["head"]
            )
            row.non_filing.save()
        assert plan_missing_checks(at=NOON) == 1
        assert educate(case.pk, by=city.actor("officer"), at=NOON, **TAUGHT).pk

    def test_is_told_on_its_day_and_stands_on_today(self, city):
        case = educated(city)
        check = plan_check(case.pk, by=city.actor("officer"), at=NOON, due_on=TODAY + 3 * DAY)
        assert "second look" in {str(t.what)[:11] for t in case_tasks(open_cases_of(city.actor("officer")))}
        sweep(at=NOON + 2 * DAY)
        assert not Notification.objects.filter(kind="correction:look").exists()
        sweep(at=NOON + 3 * DAY)
        told = Notification.objects.filter(kind="correction:look")
        assert {n.officer.username for n in told} == {"officer", "officer2"}
        assert {n.url for n in told} == {check.get_absolute_url()}

    def test_that_finds_all_corrected_ends_it(self, city):
        case = educated(city)
        plan_check(case.pk, by=city.actor("officer"), at=NOON)
        look(city, case, result="corrected")
        assert Case.objects.get(pk=case.pk).circumstances.corrected_on == TODAY
        assert not CorrectionCheck.objects.filter(checked_on=None).exists()

    def test_that_finds_less_plans_the_next(self, city):
        case = educated(city)
        plan_check(case.pk, by=city.actor("officer"), at=NOON)
        assert refused(look, city, case, result="partly") == [("leniency:check", "next_on")]
        look(city, case, result="partly", next_on=TODAY + 5 * DAY)
        assert CorrectionCheck.objects.get(checked_on=None).due_on == TODAY + 5 * DAY
        assert Case.objects.get(pk=case.pk).circumstances.corrected_on is None

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"result": "corrected", "next_on": TODAY + DAY}, "next_on"),
            ({"result": "partly", "next_on": TODAY}, "next_on"),
            ({"result": "corrected", "checked_on": TODAY + DAY}, "checked_on"),
        ],
    )
    def test_has_days_that_fit(self, city, given, field):
        assert refused(look, city, educated(city), **given) == [("leniency:check", field)]

    def test_is_planned_only_once_at_a_time(self, city):
        case = educated(city)
        plan_check(case.pk, by=city.actor("officer"), at=NOON)
        named = "correction_check_one_open|case_id"  # PostgreSQL names the constraint, SQLite the column
        refuses = pytest.raises(IntegrityError, match=named)
        with audited("case:test", by=SCHEDULER, at=NOON), transaction.atomic(), refuses:
            CorrectionCheck(case=case, due_on=TODAY).save()


def look(city, case, *, result, checked_on=TODAY, **more):
    return record_check(
        case.pk,
        by=city.actor("officer"),
        at=NOON,
        checked_on=checked_on,
        result=result,
        evidence="照片",
        **more,
    )


class TestThePromise:
    def test_is_worded_from_the_case_and_received_signed(self, city):
        case = educated(city)
        officer = {"by": city.actor("officer"), "at": NOON}
        row = draft_promise(case.pk, correct_by=date(2026, 12, 1), **officer)
        assert case.matter.name_zh in row.text
        receive_promise(case.pk, received_on=TODAY, signed_by="王某", **officer)
        row.refresh_from_db()
        assert (row.state, row.signed_by) == ("received", "王某")
        look(city, case, result="corrected")
        assert Promise.objects.get().state == "kept"

    def test_that_is_broken_is_told_and_nothing_follows_from_it(self, city):
        case = educated(city)
        officer = {"by": city.actor("officer"), "at": NOON}
        draft_promise(case.pk, **officer)
        receive_promise(case.pk, received_on=TODAY, signed_by="王某", **officer)
        look(city, case, result="not_corrected", next_on=TODAY + DAY, promise_broken=True)
        assert Promise.objects.get().state == "broken"
        assert {n.officer.username for n in Notification.objects.filter(kind="promise:broken")} == {
            "officer", "officer2",
        }  # fmt: skip
        assert Case.objects.get(pk=case.pk).outcome == "no_penalty"

    def test_is_not_received_before_it_is_written(self, city):
        case = assessed(city)
        given = {"by": city.actor("officer"), "at": NOON, "received_on": TODAY, "signed_by": "王某"}
        assert refused(receive_promise, case.pk, **given) == [("leniency:check", "received_on")]


class TestThePanel:
    def test_says_what_is_still_owed_and_offers_it(self, city, sign_in):
        case, client = educated(city), sign_in("officer")
        url = f"/cases/{case.pk}/leniency/follow-up/"
        page = client.get(url).content.decode()
        assert "who taught the party" in page
        assert "do/educate/" in page
        form = {"submission_key": uuid4(), "expected_version": case.version, **TAUGHT}
        assert client.post(f"/cases/{case.pk}/leniency/do/educate/", form).status_code == 302
        assert EducationRecord.objects.get().said == TAUGHT["said"]
        assert TAUGHT["said"] in client.get(url).content.decode()
        assert TAUGHT["said"] not in sign_in("evaluator").get(url).content.decode()
        assert sign_in("officer_north").get(url).status_code == 404
