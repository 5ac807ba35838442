"""The resource /cases/: everything that the browser can do, through the same services."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from drf_spectacular.generators import SchemaGenerator

from enforcement.models import Case
from enforcement.services import cases
from tests.city import CONDITIONS, NOON, City, a_clue, a_counterpart, a_filed_case, add_evidence
from tests.enforcement.case_course import assessed, decided, notified, reasoned
from tests.enforcement.evidence_files import PDF, PNG, upload

Holder = Callable[..., Client]
MOST_QUERIES = 12


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def url(case: Case, path: str = "") -> str:
    return f"/api/v1/cases/{case.pk}/{path}"


def etag(case: Case) -> dict[str, str]:
    return {"if-match": f'"{Case.objects.get(pk=case.pk).version}"'}


def post(client: Client, where: str, data: Any, headers: dict[str, str] | None = None) -> Any:
    return client.post(where, json.dumps(data), content_type="application/json", headers=headers or {})


def queries(client: Client, where: str) -> int:
    client.get(where)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(where).status_code == 200
    return len([q for q in caught.captured_queries if "SAVEPOINT" not in q["sql"]])


class TestList:
    def test_gives_the_cases_in_reach_with_codes_and_keys_as_text(
        self, city: City, with_token: Holder
    ) -> None:
        case = a_filed_case(city)
        a_clue(city, by="officer_north")
        body = with_token("officer").get("/api/v1/cases/?count=true").json()
        assert body["count"] == 1
        row = body["results"][0]
        assert row["id"] == str(case.pk)
        assert row["number"] == case.number
        assert row["state"] == "filed"
        assert row["counterpart_id"] == str(case.counterpart_id)
        assert row["is_major"] is False

    def test_refuses_a_parameter_that_it_does_not_know(self, city: City, with_token: Holder) -> None:
        answer = with_token("officer").get("/api/v1/cases/?colour=red")
        assert answer.status_code == 400
        assert "colour" in answer.json()["errors"]

    def test_filters_and_orders(self, city: City, with_token: Holder) -> None:
        filed = a_filed_case(city)
        a_clue(city, counterpart=filed.counterpart)
        client = with_token("officer")
        where = f"/api/v1/cases/?state=filed&organ={filed.organ_id}&mine=true&ordering=opened_at"
        assert [row["id"] for row in client.get(where).json()["results"]] == [str(filed.pk)]

    def test_asks_a_constant_number_of_times(self, city: City, with_token: Holder) -> None:
        shop = a_counterpart(city)
        a_clue(city, counterpart=shop)
        client = with_token("officer")
        few = queries(client, "/api/v1/cases/")
        for _number in range(4):
            a_clue(city, counterpart=shop)
        assert queries(client, "/api/v1/cases/") == few <= MOST_QUERIES

    def test_an_evaluator_meets_masked_rows(self, city: City, with_token: Holder) -> None:
        citizen = a_counterpart(city, kind="citizen", name="甲某某", industry="-")
        a_clue(city, counterpart=citizen, title="甲某某未明码标价")
        text = with_token("evaluator").get("/api/v1/cases/").content.decode()
        assert "甲某某" not in text
        assert "甲**" in text

    def test_needs_the_scope_of_reading(self, city: City, with_token: Holder) -> None:
        assert with_token("officer", "guidance:read").get("/api/v1/cases/").status_code == 403
        assert Client().get("/api/v1/cases/").status_code == 401


class TestOne:
    def test_tells_everything_with_its_transitions(self, city: City, with_token: Holder) -> None:
        case = notified(city)
        answer = with_token("officer").get(url(case), headers={"accept-language": "en"})
        body = answer.json()
        assert answer["ETag"] == f'"{Case.objects.get(pk=case.pk).version}"'
        assert body["notice"]["defence_until"] == "2026-11-27"
        assert {p["role"] for p in body["people"]} == {"handler"}
        assert body["decision"] is None
        decide = next(t for t in body["transitions"] if t["name"] == "decide")
        assert not decide["allowed"]
        assert "actor:lacks_permission" in {o["code"] for o in decide["obstacles"]}
        assert "record_defence" in {t["name"] for t in body["transitions"]}

    def test_keeps_within_the_limit_of_queries(self, city: City, with_token: Holder) -> None:
        for case in (decided(city), a_clue(city, counterpart=a_counterpart(city, name="乙二店"))):
            assert queries(with_token("officer"), url(case)) <= MOST_QUERIES

    def test_does_not_exist_elsewhere(self, city: City, with_token: Holder) -> None:
        case = a_clue(city)
        client = with_token("officer_north")
        for path in ("", "timeline/", "deadlines/", "evidence/", "similar/"):
            assert client.get(url(case, path)).status_code == 404
        assert post(client, url(case, "transitions/file/"), {}, etag(case)).status_code == 404

    @pytest.mark.parametrize("key", ["0", "x", "9" * 30, "1.5", "%00"])
    def test_a_key_that_no_case_has_is_not_found(self, city: City, with_token: Holder, key: str) -> None:
        assert with_token("officer").get(f"/api/v1/cases/{key}/").status_code in (400, 404)

    def test_an_evaluator_meets_no_free_text(self, city: City, with_token: Holder) -> None:
        citizen = a_counterpart(city, kind="citizen", name="甲某某", industry="-")
        case = notified(city, counterpart=citizen, facts_found="甲某某说", place="甲某某家")
        text = with_token("evaluator").get(url(case)).content.decode()
        assert "甲某某" not in text
        assert "拟罚款五百元" not in text


class TestWriting:
    def clue(self, city: City, **more: Any) -> dict[str, Any]:
        return {
            "counterpart": a_counterpart(city).pk, "matter": city.matter.pk, "source": "complaint",
            "occurred_on": "2026-11-10", "discovered_on": "2026-11-11", **more,
        }  # fmt: skip

    def test_registers_once_however_often_it_is_sent(self, city: City, with_token: Holder) -> None:
        client, data = with_token("officer"), self.clue(city)
        key = {"idempotency-key": "abc"}
        first, second = (post(client, "/api/v1/cases/", data, key) for _ in range(2))
        assert (first.status_code, second.status_code) == (201, 201)
        assert first.json()["id"] == second.json()["id"]
        assert second["Idempotent-Replayed"] == "true"
        changed = {**data, "place": "别处"}
        assert post(client, "/api/v1/cases/", changed, key).status_code == 422

    def test_takes_no_field_that_is_not_asked_for(self, city: City, with_token: Holder) -> None:
        answer = post(with_token("officer"), "/api/v1/cases/", self.clue(city, state="closed", organ=1))
        assert answer.status_code == 400
        assert {"state", "organ"} <= set(answer.json()["errors"])

    def test_a_token_without_the_scope_of_handling_writes_nothing(
        self, city: City, with_token: Holder
    ) -> None:
        client = with_token("officer", "case:read", "counterpart:read")
        assert post(client, "/api/v1/cases/", self.clue(city)).status_code == 403
        assert not Case.objects.exists()

    def test_edits_what_it_names_and_leaves_the_rest(self, city: City, with_token: Holder) -> None:
        case = a_clue(city)
        answer = with_token("officer").patch(
            url(case), json.dumps({"place": "二街道"}), content_type="application/json", headers=etag(case)
        )
        assert answer.status_code == 200
        assert (answer.json()["place"], answer.json()["title"]) == ("二街道", "未明码标价")

    def test_asks_which_version_was_read(self, city: City, with_token: Holder) -> None:
        case = a_clue(city)
        client = with_token("officer")
        assert post(client, url(case, "transitions/flag/"), {}).status_code == 428
        old = etag(case)
        cases.edit_case(case.pk, by=city.actor("officer2"), at=NOON, place="二街道")
        data = {"is_major": True, "flag_reason": "重大"}
        assert post(client, url(case, "transitions/flag/"), data, old).status_code == 412

    def test_files_with_two_officers(self, city: City, with_token: Holder) -> None:
        case = a_clue(city)
        handlers = [city.people["officer"].pk, city.people["officer2"].pk]
        data = {"handlers": handlers, **CONDITIONS}
        answer = post(with_token("officer"), url(case, "transitions/file/"), data, etag(case))
        assert answer.status_code == 200
        assert answer.json()["state"] == "filed"

    def test_a_refusal_gives_every_reason_at_once(self, city: City, with_token: Holder) -> None:
        case = assessed(city)
        data = {"outcome": "penalty", "reasons": "x", "fine": "9000"}
        answer = post(with_token("head"), url(case, "transitions/decide/"), data, etag(case))
        assert answer.status_code == 409
        assert answer["Content-Type"] == "application/problem+json"
        assert {"RGT-1", "DEC-6", "DIS-0"} <= {o["code"] for o in answer.json()["obstacles"]}

    def test_a_warning_is_answered_by_a_reason(self, city: City, with_token: Holder) -> None:
        case = reasoned(assessed(city), city)
        data = {"outcome": "no_penalty", "reasons": "轻微", "education": "教育", "correction_order": "改正",
                "correct_by": "2026-12-31", "educate_by": "2026-12-31"}  # fmt: skip
        client = with_token("head")
        refused = post(client, url(case, "transitions/decide/"), data, etag(case))
        assert [o["code"] for o in refused.json()["obstacles"]] == ["LEN-9"]
        answered = {**data, "overrides": {"LEN-9": "清单外"}}
        done = post(client, url(case, "transitions/decide/"), answered, etag(case))
        assert done.status_code == 200
        assert done.json()["decision"]["outcome"] == "no_penalty"

    def test_names_one_circumstance_without_touching_the_others(self, city: City, with_token: Holder) -> None:
        case = a_filed_case(city)
        client = with_token("officer")
        for data in ({"harm": "none"}, {"refuses_correction": False}):
            post(client, url(case, "transitions/record_circumstances/"), data, etag(case))
        known = client.get(url(case)).json()["circumstances"]
        assert (known["harm"], known["refuses_correction"], known["found_by_self"]) == ("none", False, None)


class TestParts:
    def test_the_timeline_tells_in_words(self, city: City, with_token: Holder) -> None:
        case = a_filed_case(city)
        rows = with_token("officer").get(url(case, "timeline/"), headers={"accept-language": "en"}).json()
        assert [row["label"] for row in rows] == ["Case filed", "Clue registered"]
        assert rows[0]["article"] == "Article 6"

    def test_deadlines_say_what_is_left(self, city: City, with_token: Holder, time_machine: Any) -> None:
        case = notified(city)
        time_machine.move_to(NOON)
        rows = {row["code"]: row for row in with_token("officer").get(url(case, "deadlines/")).json()}
        assert rows["decide"]["days_left"] == 90
        assert (rows["defence"]["due_on"], rows["defence"]["days_left"]) == ("2026-11-27", 7)

    def test_a_deadline_that_was_met_does_not_run(self, city: City, with_token: Holder) -> None:
        rows = {
            row["code"]: row for row in with_token("officer").get(url(decided(city), "deadlines/")).json()
        }
        assert rows["decide"]["days_left"] is None
        assert rows["decide"]["met_on"] == "2026-11-30"

    def test_comparable_cases_show_how_they_ended(self, city: City, with_token: Holder) -> None:
        other = decided(city)
        case = a_clue(city, counterpart=other.counterpart)
        rows = with_token("officer").get(url(case, "similar/")).json()
        assert [(row["id"], row["outcome"], row["fine"]) for row in rows] == [
            (str(other.pk), "penalty", "500.00")
        ]
        assert with_token("officer_north").get(url(other, "similar/")).status_code == 404


class TestEvidence:
    given = {"kind": "record", "title": "笔录", "collected_on": "2026-11-19"}

    def test_is_sent_listed_and_taken_back_byte_for_byte(self, city: City, with_token: Holder) -> None:
        case, client = a_clue(city), with_token("officer")
        made = client.post(url(case, "evidence/"), {**self.given, "file": upload()})
        assert made.status_code == 201
        row = client.get(url(case, "evidence/")).json()[0]
        assert row == made.json()
        assert row["original_name"] == "现场笔录.pdf"
        taken = client.get(row["content_url"])
        assert b"".join(taken.streaming_content) == PDF
        assert taken["Content-Security-Policy"] == "default-src 'none'; sandbox"

    def test_is_kept_once_however_often_it_is_sent(self, city: City, with_token: Holder) -> None:
        case, client = a_clue(city), with_token("officer")
        answers = [
            client.post(
                url(case, "evidence/"), {**self.given, "file": upload()}, headers={"idempotency-key": "one"}
            )
            for _ in range(2)
        ]
        assert [a.status_code for a in answers] == [201, 201]
        assert answers[0].json() == answers[1].json()
        assert case.evidence.count() == 1

    def test_is_refused_with_its_reason(self, city: City, with_token: Holder) -> None:
        case = a_clue(city)
        answer = with_token("officer").post(
            url(case, "evidence/"), {**self.given, "file": upload("a.pdf", PNG)}
        )
        assert answer.status_code == 409
        assert [o["code"] for o in answer.json()["obstacles"]] == ["evidence:type"]

    def test_without_a_file_is_no_evidence(self, city: City, with_token: Holder) -> None:
        answer = with_token("officer").post(url(a_clue(city), "evidence/"), self.given)
        assert answer.status_code == 400
        assert "file" in answer.json()["errors"]

    def test_is_not_for_who_reads_no_persons_or_works_elsewhere(self, city: City, with_token: Holder) -> None:
        row = add_evidence(a_clue(city), city)
        evaluator, stranger = with_token("evaluator"), with_token("officer_north")
        content = url(row.case, f"evidence/{row.pk}/content/")
        assert [c.get(content).status_code for c in (evaluator, stranger)] == [403, 404]
        assert evaluator.get(url(row.case, "evidence/")).status_code == 403
        sent = {**self.given, "file": upload()}
        assert with_token("supervisor").post(url(row.case, "evidence/"), sent).status_code == 403


def test_the_schema_tells_of_everything(db: None) -> None:
    paths = SchemaGenerator(api_version="1").get_schema(public=True)["paths"]
    told = {path.replace("{pk}", "{id}") for path in paths}
    parts = ("", "{id}/", "{id}/timeline/", "{id}/deadlines/", "{id}/evidence/", "{id}/similar/")
    assert {f"/api/v1/cases/{part}" for part in parts} <= told
    assert "multipart/form-data" in str(paths["/api/v1/cases/{id}/evidence/"]["post"]["requestBody"])
