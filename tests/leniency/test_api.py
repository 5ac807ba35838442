"""The API of lists and assessments, and what everybody may read without an account."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from enforcement.services.officers import issue_token, token_of
from foundation.actors import COMMAND
from foundation.endpoints.auth import use_token_lookup
from leniency.models import LeniencyAssessment, LeniencyEntry
from leniency.services import repeal_list, suspend_entry
from tests.city import NOON

V1 = "/api/v1"


@pytest.fixture
def api(city):
    """A client with a token of that officer."""
    use_token_lookup(token_of)

    def client(username):
        officer = city.people[username]
        scopes = sorted(officer.as_actor().permissions)
        _row, secret = issue_token(
            by=COMMAND, at=timezone.now(), officer=officer, name="test", scopes=scopes, days=30
        )
        return Client(headers={"Authorization": f"Bearer {secret}"}, raise_request_exception=False)

    return client


def post(client, path, body, **headers):
    return client.post(f"{V1}{path}", body, content_type="application/json", headers=headers)


class TestAssessments:
    def test_of_a_case_is_stored_and_explained(self, bureau, api):
        case = bureau.a_case(code="CG-001", harm="none", refuses_correction=False)
        answer = post(api("officer"), "/leniency-assessments/", {"case": case.pk})
        assert answer.status_code == 201, answer.content
        body = answer.json()
        assert (body["conclusion"], body["could_be"]) == ("unknown", "shall_not")
        entry = body["results"][0]
        assert (entry["code"], entry["answer"]) == ("CG-001", "unknown")
        unknown = [c for c in entry["conditions"] if c["verdict"] == "unknown"]
        assert [c["kind"] for c in unknown] == ["corrected_in_time"]
        assert entry["missing"] == [unknown[0]["missing"]] != [""]
        assert all(c["citation"] for c in entry["conditions"])
        assert api("officer").get(body["url"]).json()["id"] == body["id"]

    @pytest.mark.parametrize("body", [[], "x", 5, None])
    def test_takes_objects_alone(self, city, api, body):
        assert post(api("officer"), "/leniency-assessments/", body).status_code == 400

    def test_of_a_foreign_case_is_refused_as_if_there_were_none(self, bureau, api):
        case = bureau.a_case()
        assert post(api("officer_north"), "/leniency-assessments/", {"case": case.pk}).status_code == 400
        made = post(api("officer"), "/leniency-assessments/", {"case": case.pk}).json()
        assert api("officer_north").get(made["url"]).status_code == 404
        assert api("officer_north").get(f"{V1}/leniency-assessments/").json()["results"] == []

    def test_of_a_case_is_not_made_by_an_evaluator(self, bureau, api):
        case = bureau.a_case()
        assert post(api("evaluator"), "/leniency-assessments/", {"case": case.pk}).status_code == 403

    def test_repeated_with_one_key_is_made_once(self, bureau, api):
        case, client = bureau.a_case(), api("officer")
        for _time in range(2):
            post(client, "/leniency-assessments/", {"case": case.pk}, **{"Idempotency-Key": "k"})
        assert LeniencyAssessment.objects.count() == 1


class TestLists:
    def test_are_filtered_by_day_and_searched(self, bureau, api):
        client = api("evaluator")
        now = client.get(f"{V1}/leniency-entries/", {"as_of": "2026-11-20"}).json()["results"]
        assert {row["code"] for row in now} == {"SJ-001", "SJ-003", "SJ-005", "SJ-007", "CG-001", "CG-005"}
        assert client.get(f"{V1}/leniency-entries/", {"as_of": "2026-03-01"}).json()["results"] == []
        found = client.get(f"{V1}/leniency-entries/", {"search": "明码标价"}).json()["results"]
        assert [row["code"] for row in found] == ["SJ-005"]

    def test_give_their_conditions_one_by_one(self, bureau, api):
        entry = bureau.entry("SJ-005")
        body = api("officer").get(f"{V1}/leniency-entries/{entry.pk}/").json()
        assert body["conditions"][0]["kind"] == "first_time"
        assert "33(1)" in body["law"]

    def test_are_drafted_and_moved_through_the_api(self, city, api):
        client = api("head")
        made = post(client, "/leniency-lists/", {"title_zh": "区清单", "type": "lighter", "edition": "一",
                    "field": city.places.fields["market"].pk})  # fmt: skip
        assert made.status_code == 201, made.content
        names = {t["name"]: t for t in made.json()["transitions"]}
        assert names["seek_opinions"]["obstacles"][0]["code"] == "LST-1"
        path = f"/leniency-lists/{made.json()['id']}/transitions/seek_opinions/"
        assert post(client, path, {}).status_code == 428
        assert post(client, path, {}, **{"If-Match": made["ETag"]}).status_code == 409


class TestThePublic:
    def entries(self, **params):
        return Client().get(f"{V1}/public/leniency-entries/", params)

    def test_reads_what_is_in_force_today_without_an_account(self, bureau):
        codes = {row["code"] for row in self.entries().json()["results"]}
        assert codes == {"SJ-001", "SJ-003", "SJ-005", "SJ-007", "CG-001", "CG-005"}

    def test_reads_any_day_and_keeps_addresses_when_it_is_past(self, bureau):
        gone = bureau.entry("CG-001")
        repeal_list(gone.list_id, by=COMMAND, at=timezone.now(), repeal_reason="示例")
        assert "CG-001" not in {row["code"] for row in self.entries().json()["results"]}
        then = timezone.localdate() - timedelta(days=1)
        rows = {row["code"]: row for row in self.entries(as_of=then.isoformat()).json()["results"]}
        assert Client().get(rows["CG-001"]["url"]).status_code == 200
        assert Client().get(f"/public/leniency/{gone.pk}/").status_code == 200

    def test_never_sees_a_draft(self, draft, city):
        assert Client().get(f"{V1}/public/leniency-lists/").json()["results"] == []
        assert Client().get(f"{V1}/public/leniency-lists/{draft.pk}/").status_code == 404
        assert Client().get(f"/public/leniency/lists/{draft.pk}/").status_code == 404
        assert draft.title_zh not in Client().get("/public/leniency/lists/").content.decode()

    def test_is_told_when_nothing_has_changed(self, bureau):
        first = self.entries()
        assert "max-age=" in first["Cache-Control"]
        again = Client().get(f"{V1}/public/leniency-entries/", headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        suspend_entry(bureau.entry("CG-001").pk, by=COMMAND, at=NOON, reason="法条修改")
        changed = Client().get(f"{V1}/public/leniency-entries/", headers={"If-None-Match": first["ETag"]})
        assert changed.status_code == 200

    def test_may_be_read_from_another_origin_but_not_written(self, bureau):
        assert self.entries()["Access-Control-Allow-Origin"] == "*"
        assert Client().options(f"{V1}/public/leniency-entries/").status_code == 204
        for method in ("post", "put", "patch", "delete"):
            answer = getattr(Client(), method)(f"{V1}/public/leniency-entries/", {})
            assert answer.status_code == 405

    @pytest.mark.parametrize(
        "params", [{"as_of": "x"}, {"as_of": "0001-01-01"}, {"q": "\0"}, {"nonsense": 1}]
    )
    def test_gets_an_explanation_for_a_strange_question(self, bureau, params):
        assert self.entries(**params).status_code == 400
        assert Client().get("/public/leniency/", params).status_code in (200, 400)

    def test_opens_every_public_page(self, bureau):
        entry = bureau.entry("SJ-005")
        for path in (
            "/public/leniency/",
            "/public/leniency/?as_of=2026-11-20&q=价",
            f"/public/leniency/{entry.pk}/",
            "/public/leniency/lists/",
            f"/public/leniency/lists/{entry.list_id}/",
        ):
            answer = Client().get(path)
            assert answer.status_code == 200, path
            assert "max-age=" in answer["Cache-Control"]
        assert Client().get(f"/public/leniency/{2**70}/").status_code == 404

    def test_does_not_stumble_over_a_partial_request(self, bureau):
        assert Client().get("/public/leniency/", headers={"HX-Target": "list"}).status_code == 200

    def test_is_led_to_the_newer_revision(self, bureau):
        old = bureau.entry("SJ-005")
        assert LeniencyEntry.objects.in_force(date(2026, 11, 20)).filter(pk=old.pk).exists()
        assert Client().get(f"/public/leniency/{old.pk}/").context["newer"] is None
