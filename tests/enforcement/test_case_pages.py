"""Pages of cases: the list, the intake, the file and its acts, for whom they are and for whom not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from enforcement.models import Case
from enforcement.services import cases
from enforcement.vocabulary import CaseRole, CaseState
from tests.city import (
    CONDITIONS,
    CREDIT_CODES,
    NOON,
    City,
    a_clue,
    a_counterpart,
    a_filed_case,
    add_evidence,
    people_of,
)
from tests.enforcement.case_course import LEAD, assessed, closed, decided, notified

SignIn = Callable[[str], Client]
MOST_QUERIES = 12


def queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(url).status_code == 200
    return len([q for q in caught.captured_queries if "SAVEPOINT" not in q["sql"]])


class TestList:
    def test_shows_the_cases_of_the_own_organ_alone(self, city: City, as_user: SignIn) -> None:
        ours, theirs = a_clue(city), a_clue(city, by="officer_north")
        for username, seen in (("officer", ours), ("officer_north", theirs)):
            rows = as_user(username).get("/cases/").context["page"]["rows"]
            assert [row["id"] for row in rows] == [seen.pk]

    def test_names_the_case_number_or_the_clue_number(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        clue = a_clue(city, counterpart=case.counterpart)
        rows = as_user("officer").get("/cases/").context["page"]["rows"]
        assert {row["cells"][0]["display"] for row in rows} == {case.number, clue.clue_number}

    def test_asks_as_often_for_many_as_for_few(self, city: City, as_user: SignIn) -> None:
        shop = a_counterpart(city)
        a_clue(city, counterpart=shop)
        few = queries(as_user("officer"), "/cases/")
        for _number in range(5):
            a_clue(city, counterpart=shop)
        assert queries(as_user("officer"), "/cases/") == few <= MOST_QUERIES

    def test_offers_to_register_a_clue_to_who_may(self, city: City, as_user: SignIn) -> None:
        assert as_user("officer").get("/cases/").context["page"]["create_url"] == "/cases/new/"
        assert as_user("reviewer").get("/cases/").context["page"]["create_url"] == ""

    def test_is_not_for_administrators_of_the_system(self, city: City, as_user: SignIn) -> None:
        for username in ("sysadmin", "secadmin", "auditor"):
            assert as_user(username).get("/cases/").status_code == 403

    def test_is_given_as_a_file(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        answer = as_user("officer").get("/cases/", {"export": "csv"})
        assert case.number in b"".join(answer.streaming_content).decode("utf-8-sig")


class TestFilters:
    def found(self, client: Client, **query: Any) -> list[int]:
        return [row["id"] for row in client.get("/cases/", query).context["page"]["rows"]]

    def test_by_state_and_source(self, city: City, as_user: SignIn) -> None:
        filed = a_filed_case(city)
        clue = a_clue(city, counterpart=filed.counterpart, source="complaint")
        page = as_user("officer")
        assert self.found(page, state="filed") == [filed.pk]
        assert self.found(page, source="complaint") == [clue.pk]

    def test_by_mine(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        assert self.found(as_user("officer"), mine="true") == [case.pk]
        assert self.found(as_user("south3"), mine="true") == []

    def test_by_flagged(self, city: City, as_user: SignIn) -> None:
        case = a_clue(city)
        plain = a_clue(city, counterpart=case.counterpart)
        cases.flag_case(case.pk, by=city.actor("officer"), at=NOON, is_major=True, flag_reason="重大")
        assert self.found(as_user("officer"), flagged="true") == [case.pk]
        assert self.found(as_user("officer"), flagged="false") == [plain.pk]

    def test_by_overdue(self, city: City, as_user: SignIn, time_machine: Any) -> None:
        case = a_filed_case(city)
        page = as_user("officer")
        assert self.found(page, overdue="true") == []
        assert self.found(page, overdue="false") == [case.pk]
        time_machine.move_to("2027-03-01T12:00:00+08:00")
        assert self.found(as_user("officer"), overdue="true") == [case.pk]

    def test_by_organ_and_all_below_it(self, city: City, as_user: SignIn) -> None:
        case = a_clue(city)
        theirs = a_clue(city, by="officer_north")
        everywhere = as_user("city_supervisor")
        assert self.found(everywhere, organ=case.organ_id) == [case.pk]
        assert case.line_id == theirs.line_id
        assert set(self.found(everywhere, organ=case.line_id)) == {case.pk, theirs.pk}

    def test_an_organ_out_of_reach_is_no_choice(self, city: City, as_user: SignIn) -> None:
        a_clue(city)
        theirs = city.people["officer_north"].organ_id
        page = as_user("officer").get("/cases/", {"organ": theirs}).context["page"]
        assert page["rows"] == []

    def test_by_day(self, city: City, as_user: SignIn) -> None:
        case = a_clue(city)
        page = as_user("officer")
        assert self.found(page, opened_after="2026-11-20", opened_before="2026-11-20") == [case.pk]
        assert self.found(page, opened_after="2026-11-21") == []


class TestSearch:
    def found(self, client: Client, text: str) -> int:
        return len(client.get("/cases/", {"q": text}).context["page"]["rows"])

    @pytest.mark.parametrize("text", ["示例", "jysl", "未明码", "立〔2026〕1号", CREDIT_CODES[0]])
    def test_finds_by_name_pinyin_title_number_and_credit_code(
        self, city: City, as_user: SignIn, text: str
    ) -> None:
        a_filed_case(city, counterpart=a_counterpart(city, identifier=CREDIT_CODES[0]))
        assert self.found(as_user("officer"), text) == 1
        assert self.found(as_user("officer"), "乌有") == 0

    def test_who_reads_no_persons_finds_none_by_name(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(
            city, counterpart=a_counterpart(city, kind="citizen", name="甲某某", industry="-")
        )
        evaluator = as_user("evaluator")
        assert self.found(evaluator, "甲某某") == self.found(evaluator, "未明码") == 0
        assert self.found(evaluator, case.number) == 1


class TestIntake:
    def given(self, city: City, **more: Any) -> dict[str, Any]:
        return {
            "counterpart": a_counterpart(city).pk, "matter": city.matter.pk, "source": "complaint",
            "occurred_on": "2026-11-10", "discovered_on": "2026-11-11", "submission_key": str(uuid4()), **more,
        }  # fmt: skip

    def test_registers_and_leads_to_the_case(self, city: City, as_user: SignIn) -> None:
        answer = as_user("officer").post("/cases/new/", self.given(city))
        case = Case.objects.get()
        assert answer["Location"] == f"/cases/{case.pk}/"
        assert case.title == "甲一示例食品店 未明码标价"

    def test_sent_twice_registers_once(self, city: City, as_user: SignIn) -> None:
        page, given = as_user("officer"), self.given(city)
        assert page.post("/cases/new/", given)["Location"] == page.post("/cases/new/", given)["Location"]
        assert Case.objects.count() == 1

    def test_shows_every_error_beside_its_field(self, city: City, as_user: SignIn) -> None:
        answer = as_user("officer").post("/cases/new/", {"submission_key": str(uuid4())})
        assert answer.status_code == 400
        assert {"counterpart", "matter", "source", "occurred_on"} <= set(answer.context["form"].errors)

    def test_a_day_to_come_is_refused_beside_its_field(self, city: City, as_user: SignIn) -> None:
        answer = as_user("officer").post("/cases/new/", self.given(city, discovered_on="2099-01-01"))
        assert answer.status_code == 409
        assert "discovered_on" in answer.context["form"].errors

    def test_takes_no_counterpart_out_of_reach(self, city: City, as_user: SignIn) -> None:
        theirs = a_counterpart(city, by="officer_north", name="北方店")
        answer = as_user("officer").post("/cases/new/", self.given(city, counterpart=theirs.pk))
        assert answer.status_code == 400
        assert not Case.objects.exists()

    def test_opens_with_the_counterpart_of_the_address(self, city: City, as_user: SignIn) -> None:
        shop = a_counterpart(city)
        text = as_user("officer").get("/cases/new/", {"counterpart": shop.pk}).content.decode()
        assert f'value="{shop.pk}" checked' in text

    @pytest.mark.parametrize("hostile", ["x", "9" * 40, "-1", "１", "\x00"])
    def test_hostile_suggestions_are_ignored(self, city: City, as_user: SignIn, hostile: str) -> None:
        answer = as_user("officer").get("/cases/new/", {"counterpart": hostile, "matter": hostile})
        assert answer.status_code in (200, 400)


class TestPicker:
    def test_finds_by_two_signs_and_keeps_what_was_chosen(self, city: City, as_user: SignIn) -> None:
        first, second = a_counterpart(city, name="晴川便利店"), a_counterpart(city, name="乙二百货")
        data = {"counterpart_text": "晴川", "counterpart": second.pk}
        text = as_user("officer").post("/cases/counterparts/", data).content.decode()
        assert f'value="{second.pk}" checked' in text
        assert f'value="{first.pk}">' in text

    def test_finds_nobody_out_of_reach(self, city: City, as_user: SignIn) -> None:
        theirs = a_counterpart(city, by="officer_north", name="北方店")
        text = as_user("officer").post("/cases/counterparts/", {"counterpart_text": "北方"}).content.decode()
        assert f'value="{theirs.pk}"' not in text

    @pytest.mark.parametrize("hostile", ["", "%", "\x00", "'" * 200, "\ud800", "\u200b"])
    def test_is_never_broken_by_what_is_typed(self, city: City, as_user: SignIn, hostile: str) -> None:
        data = {"counterpart_text": hostile.encode("utf-8", "surrogatepass").decode("utf-8", "replace")}
        assert as_user("officer").post("/cases/counterparts/", data).status_code == 200


class TestFile:
    @pytest.mark.parametrize("state", LEAD)
    def test_opens_in_every_state_within_the_limit_of_queries(
        self, city: City, as_user: SignIn, state: str
    ) -> None:
        case = LEAD[CaseState(state)](city)
        for username in ("officer", "head", "evaluator"):
            assert queries(as_user(username), f"/cases/{case.pk}/") <= MOST_QUERIES

    def test_asks_as_often_for_a_thick_file_as_for_a_thin_one(self, city: City, as_user: SignIn) -> None:
        case = assessed(city)
        thin = queries(as_user("officer"), f"/cases/{case.pk}/")
        for opinion in ("returned", "returned", "passed"):
            cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON, opinion=opinion, text="意见")
        assert queries(as_user("officer"), f"/cases/{case.pk}/") == thin

    def test_does_not_exist_for_officers_of_elsewhere(self, city: City, as_user: SignIn) -> None:
        case = a_clue(city)
        for path in ("", "timeline/", "similar/", "do/edit/", "do/file/"):
            assert as_user("officer_north").get(f"/cases/{case.pk}/{path}").status_code == 404

    def test_offers_what_makes_sense_now(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        context = as_user("officer").get(f"/cases/{case.pk}/").context
        assert [offer["name"] for offer in context["offers"]] == ["investigate"]
        assert set(context["here"]) == {
            "add_evidence", "apply_recusal", "assign_handlers", "edit", "end_preservation", "flag", "hand_evidence",
            "preserve_evidence", "record_circumstances", "record_monitoring", "record_process", "suspect_crime",
            "verify_evidence", "ask_extension", "stop_clock", "issue_document",
        }  # fmt: skip

    def test_what_its_own_form_asks_for_does_not_stand_in_the_way(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        add_evidence(case, city)
        offer = as_user("officer").get(f"/cases/{case.pk}/").context["offers"][0]
        assert offer["allowed"]
        assert not offer["obstacles"]

    def test_says_why_something_is_not_possible(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        page = as_user("officer").get(f"/cases/{case.pk}/", headers={"accept-language": "en"})
        assert [o.code for o in page.context["offers"][0]["obstacles"]] == ["EVI-1", "EVI-6"]
        assert "No evidence has been filed." in page.content.decode()

    def test_who_only_looks_is_offered_nothing(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        context = as_user("supervisor").get(f"/cases/{case.pk}/").context
        assert context["offers"] == []
        assert context["here"] == {}

    def test_who_reads_no_persons_meets_no_free_text(self, city: City, as_user: SignIn) -> None:
        citizen = a_counterpart(city, kind="citizen", name="甲某某", industry="-")
        case = notified(city, counterpart=citizen, title="甲某某未明码标价", facts_found="甲某某说")
        text = as_user("evaluator").get(f"/cases/{case.pk}/").content.decode()
        assert "甲某某" not in text
        assert "拟罚款五百元" not in text
        assert "甲**" in text

    def test_what_people_typed_never_runs(self, city: City, as_user: SignIn) -> None:
        case = a_clue(city, title="<script>alert(1)</script>", facts_found="<img src=x onerror=alert(1)>")
        text = as_user("officer").get(f"/cases/{case.pk}/").content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text

    def test_speaks_both_languages(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        page = as_user("officer")
        assert (
            "Evidence" in page.get(f"/cases/{case.pk}/", headers={"accept-language": "en"}).content.decode()
        )
        with translation.override("zh-hans"):
            assert (
                "证据"
                in page.get(f"/cases/{case.pk}/", headers={"accept-language": "zh-hans"}).content.decode()
            )


class TestTimeline:
    def test_tells_in_words_who_did_what_under_which_article(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        entries = as_user("officer").get(f"/cases/{case.pk}/timeline/").context["page"]["entries"]
        assert [entry["action"] for entry in entries] == ["case:file", "case:register_clue"]
        assert all(str(entry["label"]) != entry["action"] for entry in entries)
        assert all(entry["who"] and entry["article"] for entry in entries)

    def test_chooses_one_kind_of_act(self, city: City, as_user: SignIn) -> None:
        case = decided(city)
        page = as_user("officer").get(f"/cases/{case.pk}/timeline/", {"about": "case"}).context["page"]
        assert {entry["noun"] for entry in page["entries"]} == {"case"}

    def test_shows_older_acts_when_asked(self, city: City, as_user: SignIn) -> None:
        case = a_clue(city)
        for number in range(14):
            cases.edit_case(case.pk, by=city.actor("officer"), at=NOON, place=f"{number}号")
        page, where = as_user("officer"), f"/cases/{case.pk}/timeline/"
        first, whole = (page.get(where, query).context["page"] for query in ({}, {"all": "1"}))
        assert (len(first["entries"]), first["older"]) == (12, 3)
        assert (len(whole["entries"]), whole["older"]) == (15, 0)

    def test_an_unknown_kind_is_all(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        page = as_user("officer").get(f"/cases/{case.pk}/timeline/", {"about": "x%"}).context["page"]
        assert page["about"] == ""
        assert page["entries"]


class TestComparable:
    def test_shows_decided_cases_of_the_same_matter_in_reach(self, city: City, as_user: SignIn) -> None:
        other = closed(city)
        case = a_clue(city, counterpart=other.counterpart)
        page = as_user("officer").get(f"/cases/{case.pk}/similar/").context["page"]
        assert list(page["similar"]) == [other]
        assert queries(as_user("officer"), f"/cases/{case.pk}/similar/") <= MOST_QUERIES


class TestActs:
    def test_filing_asks_for_two_certified_officers(self, city: City, as_user: SignIn) -> None:
        case = a_clue(city)
        page = as_user("officer")
        data = {"handlers": [city.people["officer"].pk], "expected_version": case.version}
        assert page.post(f"/cases/{case.pk}/do/file/", data).status_code == 400
        data |= {**CONDITIONS, "handlers": [city.people["officer"].pk, city.people["officer2"].pk]}
        assert page.post(f"/cases/{case.pk}/do/file/", data).status_code == 302
        assert len(people_of(case, CaseRole.HANDLER)) == 2

    def test_offers_no_officer_of_elsewhere(self, city: City, as_user: SignIn) -> None:
        case = a_clue(city)
        form = as_user("officer").get(f"/cases/{case.pk}/do/file/").context["form"]
        offered = set(form.fields["handlers"].queryset.values_list("organ_id", flat=True))
        assert offered == {case.organ_id}
        assert city.people["reviewer"] not in form.fields["handlers"].queryset
        assert form.initial["handlers"] == [city.people["officer"].pk]

    def test_a_stale_form_keeps_what_was_typed_and_says_what_changed(
        self, city: City, as_user: SignIn
    ) -> None:
        case = a_clue(city)
        cases.edit_case(case.pk, by=city.actor("officer2"), at=NOON, place="二街道")
        data = {"title": "新标题", "source": "media", "occurred_on": "2026-11-02", "discovered_on": "2026-11-03",
                "expected_version": case.version}  # fmt: skip
        answer = as_user("officer").post(f"/cases/{case.pk}/do/edit/", data)
        assert answer.status_code == 409
        assert "新标题" in answer.content.decode()
        assert [o.code for o in answer.context["obstacles"]] == ["version:stale"]

    def test_a_decision_shows_the_range_and_the_benchmark(self, city: City, as_user: SignIn) -> None:
        case = notified(city)
        answer = as_user("head").get(f"/cases/{case.pk}/do/decide/", headers={"accept-language": "en"})
        assert city.matter.basis in answer.content.decode()

    def test_a_decision_out_of_range_is_refused_beside_the_amount(self, city: City, as_user: SignIn) -> None:
        case = notified(city)
        data = {"outcome": "penalty", "penalty_kind": "fine", "fine": "9000", "reasons": "x",
                "expected_version": case.version}  # fmt: skip
        answer = as_user("head").post(f"/cases/{case.pk}/do/decide/", data)
        assert answer.status_code == 409
        assert "fine" in answer.context["form"].errors
        assert "DIS-0" in {o.code for o in answer.context["obstacles"]}

    def test_an_act_that_makes_no_sense_now_says_so(self, city: City, as_user: SignIn) -> None:
        case = a_clue(city)
        answer = as_user("officer").get(f"/cases/{case.pk}/do/record_defence/")
        assert [o.code for o in answer.context["obstacles"]] == ["case:wrong_state"]

    def test_an_act_that_does_not_exist_is_not_found(self, city: City, as_user: SignIn) -> None:
        assert as_user("officer").get(f"/cases/{a_clue(city).pk}/do/destroy/").status_code == 404

    def test_who_only_looks_may_not(self, city: City, as_user: SignIn) -> None:
        case = a_clue(city)
        assert as_user("supervisor").post(f"/cases/{case.pk}/do/edit/", {}).status_code == 403
