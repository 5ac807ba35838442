"""The API: the same lists and acts, every refusal a problem document, nothing twice, nothing overwritten."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from enforcement.models import Case, Counterpart
from enforcement.services.cases import edit_case
from enforcement.services.officers import revoke_token, token_of
from foundation.endpoints.throttles import CallerThrottle
from foundation.models import AuditEntry
from foundation.permissions import Permission
from tests.city import CREDIT_CODES, NOON, City, a_clue, a_counterpart

pytestmark = pytest.mark.django_db
COUNTERPARTS, CASES = "/api/v1/sample-counterparts/", "/api/v1/sample-cases/"
Holder = Callable[..., Client]


@pytest.fixture
def case(city: City, sample: None) -> Case:
    return a_clue(city)


def new_shop(city: City, **more: Any) -> dict[str, Any]:
    region = str(city.people["officer"].organ.district_id)
    return {
        "kind": "legal_person",
        "name": "新开示例店",
        "identifier": CREDIT_CODES[0],
        "region": region,
        **more,
    }


def post(client: Client, url: str, data: Any, **headers: str) -> Any:
    return client.post(url, data, content_type="application/json", headers=headers or None)


class TestLists:
    def test_give_rows_of_the_spec(self, shops: list[Counterpart], with_token: Holder) -> None:
        body = with_token("officer").get(COUNTERPARTS, {"page_size": 1}).json()
        row = body["results"][0]
        shop = next(shop for shop in shops if str(shop.pk) == row["id"])
        assert row["url"].endswith(f"{COUNTERPARTS}{shop.pk}/")
        assert row["region"] == {"id": str(shop.region_id), "name": shop.region.name_zh}
        assert row["created_at"].endswith("+08:00")
        assert (body["previous"], "count" in body) == (None, False)

    def test_are_walked_by_next(self, shops: list[Counterpart], with_token: Holder) -> None:
        client, url, seen = with_token("officer"), f"{COUNTERPARTS}?page_size=2&name=示例", []
        while url:
            body = client.get(url).json()
            seen += [row["id"] for row in body["results"]]
            url = body["next"]
        assert sorted(seen) == sorted(str(shop.pk) for shop in shops)

    def test_count_when_asked(self, shops: list[Counterpart], with_token: Holder) -> None:
        body = with_token("officer").get(COUNTERPARTS, {"count": "true"}).json()
        assert (body["count"], body["count_is_minimum"]) == (3, False)

    def test_mask_by_role_and_by_scope(self, shops: list[Counterpart], with_token: Holder) -> None:
        narrow = with_token("officer", Permission.COUNTERPART_READ).get(COUNTERPARTS).json()["results"]
        assert all("****" in row["identifier"] for row in narrow)
        assert {row["birth_year"] for row in narrow} == {None}
        full = with_token("officer").get(COUNTERPARTS).json()["results"]
        assert {row["identifier"] for row in full} == {shop.identifier for shop in shops}

    @pytest.mark.parametrize("query", ["colour=red", "export=csv", "kind=robot", "cursor=x", "ordering=kind"])
    def test_refuse_what_they_do_not_understand(self, with_token: Holder, query: str) -> None:
        response = with_token("officer").get(f"{COUNTERPARTS}?{query}")
        assert response.status_code == 400
        assert response["Content-Type"] == "application/problem+json"
        name = query.partition("=")[0]
        assert response.json()["errors"][name][0]["message"]

    def test_cost_the_same_whatever_the_rows(
        self, city: City, shops: list[Counterpart], with_token: Holder, django_assert_max_num_queries: Any
    ) -> None:
        client = with_token("officer")
        client.get(COUNTERPARTS)
        with django_assert_max_num_queries(3):
            client.get(COUNTERPARTS)


class TestWhoMayAsk:
    def test_nobody_without_signing_in(self, client: Client, sample: None) -> None:
        response = client.get(COUNTERPARTS)
        assert (response.status_code, response["WWW-Authenticate"]) == (401, 'Bearer realm="api"')
        assert response.json()["status"] == 401

    @pytest.mark.parametrize("secret", ["", "x", "gp_" + "a" * 43, "ü", "a b", "x" * 300])
    def test_nobody_with_a_token_that_is_none(self, client: Client, sample: None, secret: str) -> None:
        response = client.get(
            COUNTERPARTS, headers={"authorization": f"Bearer {secret}".encode().decode("latin-1")}
        )
        assert response.status_code == 401

    def test_nobody_with_an_expired_or_revoked_token(self, city: City, with_token: Holder) -> None:
        assert with_token("officer", days_ago=2).get(COUNTERPARTS).status_code == 401
        client = with_token("officer")
        token = token_of(client.defaults["HTTP_AUTHORIZATION"].removeprefix("Bearer "), at=timezone.now())
        assert token is not None
        revoke_token(token.pk, by=city.actor("secadmin"), at=NOON)
        assert client.get(COUNTERPARTS).status_code == 401

    def test_a_session_too(self, shops: list[Counterpart], as_user: Callable[[str], Client]) -> None:
        assert as_user("officer").get(COUNTERPARTS).status_code == 200

    def test_a_session_writes_only_with_its_guard(
        self, city: City, sample: None, as_user: Callable[[str], Client]
    ) -> None:
        client = as_user("officer")
        client.handler.enforce_csrf_checks = True
        assert post(client, COUNTERPARTS, new_shop(city)).status_code == 403

    def test_not_what_a_role_lacks(self, with_token: Holder) -> None:
        response = with_token("evaluator").get(COUNTERPARTS)
        assert (response.status_code, response.json()["title"] != "") == (403, True)

    def test_nor_what_a_scope_lacks(self, with_token: Holder) -> None:
        assert with_token("officer", Permission.CASE_READ).get(COUNTERPARTS).status_code == 403

    def test_a_resource_without_permission_opens_to_nobody(self, with_token: Holder) -> None:
        assert with_token("officer").get("/api/v1/sample-forgotten/").status_code == 403

    @pytest.mark.parametrize("key", ["0", "x", "1" * 40, "%00", "-1", "１"])
    def test_for_nothing_that_cannot_be(self, with_token: Holder, key: str) -> None:
        assert with_token("officer").get(f"{CASES}{key}/").status_code in {400, 404}

    def test_for_nothing_that_is_foreign(self, case: Case, with_token: Holder) -> None:
        client = with_token("officer_north")
        foreign, absent = client.get(f"{CASES}{case.pk}/"), client.get(f"{CASES}{case.pk + 999}/")
        assert (foreign.status_code, absent.status_code) == (404, 404)
        assert foreign.json()["detail"] == absent.json()["detail"]


class TestSingleThings:
    def test_carry_their_tag_and_transitions(self, case: Case, with_token: Holder) -> None:
        response = with_token("officer").get(f"{CASES}{case.pk}/")
        body = response.json()
        assert response["ETag"] == f'"{case.version}"'
        assert (body["id"], body["state"], body["counterpart"]) == (
            str(case.pk),
            "clue",
            str(case.counterpart_id),
        )
        by_name = {t["name"]: t for t in body["transitions"]}
        assert not by_name["decline_filing"]["allowed"]
        assert by_name["decline_filing"]["obstacles"][0]["code"] == "actor:lacks_permission"

    def test_offer_nothing_to_who_only_looks(self, case: Case, with_token: Holder) -> None:
        assert with_token("supervisor").get(f"{CASES}{case.pk}/").json()["transitions"] == []

    def test_are_masked(self, shops: list[Counterpart], with_token: Holder) -> None:
        client = with_token("officer", Permission.COUNTERPART_READ)
        assert "****" in client.get(f"{COUNTERPARTS}{shops[0].pk}/").json()["identifier"]

    @pytest.mark.parametrize("method", ["put", "delete", "options", "trace"])
    def test_have_no_other_methods(self, case: Case, with_token: Holder, method: str) -> None:
        assert getattr(with_token("officer"), method)(f"{CASES}{case.pk}/").status_code == 405


class TestCreating:
    def test_answers_with_the_new_thing(self, city: City, with_token: Holder) -> None:
        response = post(with_token("officer"), COUNTERPARTS, new_shop(city))
        made = Counterpart.objects.get(name="新开示例店")
        assert (response.status_code, response["ETag"]) == (201, f'"{made.version}"')
        assert response["Location"].endswith(f"{COUNTERPARTS}{made.pk}/")
        assert response.json()["id"] == str(made.pk)

    def test_under_one_key_happens_once(self, city: City, with_token: Holder) -> None:
        client, headers = with_token("officer"), {"Idempotency-Key": "abc"}
        first, second = (post(client, COUNTERPARTS, new_shop(city), **headers) for _try in range(2))
        assert (first.status_code, second.status_code) == (201, 201)
        assert (first.content, second["Idempotent-Replayed"]) == (second.content, "true")
        assert AuditEntry.objects.filter(action="counterpart:register").count() == 1

    def test_under_one_key_with_another_body_is_refused(self, city: City, with_token: Holder) -> None:
        client, headers = with_token("officer"), {"Idempotency-Key": "abc"}
        post(client, COUNTERPARTS, new_shop(city), **headers)
        response = post(client, COUNTERPARTS, new_shop(city, name="另一"), **headers)
        assert (response.status_code, response.json()["type"]) == (422, "urn:guidepost:problem:key-reused")

    def test_with_errors_tells_all_of_them_by_field(self, city: City, with_token: Holder) -> None:
        data = {"kind": "robot", "name": 7, "region": "999999", "colour": "red"}
        errors = post(with_token("officer"), COUNTERPARTS, data).json()["errors"]
        assert {n: e[0]["code"] for n, e in errors.items()} == {"name": "type", "colour": "unknown"}
        errors = post(with_token("officer"), COUNTERPARTS, {**data, "name": "x", "colour": None}).json()[
            "errors"
        ]
        assert "colour" in errors

    @pytest.mark.parametrize(
        "field", ["id", "version", "organ", "expected_version", "submission_key", "created_at"]
    )
    def test_takes_nothing_that_belongs_to_the_house(
        self, city: City, with_token: Holder, field: str
    ) -> None:
        response = post(with_token("officer"), COUNTERPARTS, new_shop(city, **{field: "1"}))
        assert response.json()["errors"][field][0]["code"] == "unknown"
        assert not Counterpart.objects.exists()

    def test_refused_by_rule_gives_obstacles(self, city: City, with_token: Holder) -> None:
        a_counterpart(city, identifier=CREDIT_CODES[0])
        response = post(with_token("officer"), COUNTERPARTS, new_shop(city))
        assert response.status_code == 409
        obstacle = response.json()["obstacles"][0]
        assert set(obstacle) >= {"code", "severity", "article", "citation", "message"}
        assert obstacle["code"] == "counterpart:twin"

    def test_speaks_the_language_that_was_asked_for(self, city: City, with_token: Holder) -> None:
        client = with_token("officer")
        response = client.post(
            COUNTERPARTS, "{", content_type="application/json", headers={"accept-language": "en"}
        )
        assert response.json()["title"] == "The request is not valid"


class TestEditing:
    def patch(self, client: Client, case: Case, data: Any, match: str = "") -> Any:
        headers = {"If-Match": match} if match else {}
        return client.patch(f"{CASES}{case.pk}/", data, content_type="application/json", headers=headers)

    def test_changes_only_what_was_sent(self, case: Case, with_token: Holder) -> None:
        response = self.patch(with_token("officer"), case, {"title": "改后"}, f'"{case.version}"')
        assert response.status_code == 200
        before = case.place
        case.refresh_from_db()
        assert (case.title, case.place) == ("改后", before)
        assert response["ETag"] == f'"{case.version}"'

    def test_without_a_version_is_refused(self, case: Case, with_token: Holder) -> None:
        assert self.patch(with_token("officer"), case, {"title": "x"}).status_code == 428

    @pytest.mark.parametrize("match", ["1", '"x"', '"1", "2"', '"9999999999"'])
    def test_with_a_tag_that_is_none_is_refused(self, case: Case, with_token: Holder, match: str) -> None:
        assert self.patch(with_token("officer"), case, {"title": "x"}, match).status_code == 400

    def test_of_an_old_version_is_refused_and_tells_what_changed(
        self, city: City, case: Case, with_token: Holder
    ) -> None:
        read = case.version
        edit_case(case.pk, by=city.actor("officer"), at=NOON, place="五街道")
        response = self.patch(with_token("officer"), case, {"title": "x"}, f'"{read}"')
        assert response.status_code == 412
        assert response.json()["changed"] == [str(Case._meta.get_field("place").verbose_name)]
        assert response["ETag"] == f'"{response.json()["current_version"]}"'

    @pytest.mark.parametrize("tag", ["*", 'W/"{}"'])
    def test_takes_any_or_a_weakened_tag(self, case: Case, with_token: Holder, tag: str) -> None:
        match = tag.format(case.version)
        assert self.patch(with_token("officer"), case, {"title": "x"}, match).status_code == 200

    @pytest.mark.parametrize("data", [[], "x", 3, None, [{"title": "x"}]])
    def test_of_what_is_no_object_is_refused(self, case: Case, with_token: Holder, data: Any) -> None:
        assert self.patch(with_token("officer"), case, data, "*").status_code == 400


class TestTransitions:
    def take(self, client: Client, case: Case, name: str, data: Any, **headers: str) -> Any:
        return post(client, f"{CASES}{case.pk}/transitions/{name}/", data, **headers)

    def test_happen_once_under_a_key_though_the_version_moved_on(
        self, city: City, case: Case, with_token: Holder
    ) -> None:
        handlers = [str(city.people[name].pk) for name in ("officer", "officer2")]
        headers = {"If-Match": f'"{case.version}"', "Idempotency-Key": "file-1"}
        client = with_token("officer")
        first, second = (
            self.take(client, case, "file", {"handlers": handlers}, **headers) for _try in range(2)
        )
        assert (first.status_code, second.status_code) == (200, 200)
        assert (first.json()["state"], second.content) == ("filed", first.content)

    def test_need_a_version(self, case: Case, with_token: Holder) -> None:
        assert self.take(with_token("officer"), case, "file", {}).status_code == 428

    def test_against_a_rule_give_every_reason(self, city: City, case: Case, with_token: Holder) -> None:
        response = self.take(
            with_token("officer"), case, "decline_filing", {"reason": "轻微"}, **{"If-Match": "*"}
        )
        assert response.status_code == 409
        assert "actor:lacks_permission" in [o["code"] for o in response.json()["obstacles"]]

    def test_are_not_for_who_only_looks(self, case: Case, with_token: Holder) -> None:
        response = self.take(
            with_token("supervisor"), case, "decline_filing", {"reason": "x"}, **{"If-Match": "*"}
        )
        assert response.status_code == 403

    def test_by_an_unknown_name_do_not_exist(self, case: Case, with_token: Holder) -> None:
        assert self.take(with_token("officer"), case, "abolish", {}, **{"If-Match": "*"}).status_code == 404

    @pytest.mark.parametrize("overrides", [[], "x", {"a": 1}])
    def test_take_reasons_as_text_by_code(self, case: Case, with_token: Holder, overrides: Any) -> None:
        data = {"reason": "x", "overrides": overrides}
        response = self.take(with_token("head"), case, "decline_filing", data, **{"If-Match": "*"})
        assert (response.status_code, list(response.json()["errors"])) == (400, ["overrides"])


class TestTrouble:
    def test_too_many_requests_are_told_when_to_come_back(
        self, shops: list[Counterpart], with_token: Holder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(CallerThrottle.THROTTLE_RATES, "caller", "2/min")
        clients = [with_token("officer"), with_token("officer"), with_token("officer")]
        answers = [
            client.get(COUNTERPARTS, headers={"X-Forwarded-For": f"10.0.0.{n}"})
            for n, client in enumerate(clients)
        ]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert int(answers[-1]["Retry-After"]) > 0

    def test_a_database_that_is_away_is_503(
        self, shops: list[Counterpart], with_token: Holder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def away(*_args: Any, **_kwargs: Any) -> Any:
            raise OperationalError("server closed the connection unexpectedly")

        client = with_token("officer")
        monkeypatch.setattr("foundation.lists.keyset.Keyset.slice", away)
        response = client.get(COUNTERPARTS)
        assert (response.status_code, response["Retry-After"]) == (503, "5")
        assert response["Content-Type"] == "application/problem+json"
