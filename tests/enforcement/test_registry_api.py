"""The API of the registry: masked, scoped, through the same services as the browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from enforcement.models import Counterpart, Organ
from enforcement.services.counterparts import add_contact, add_licence
from enforcement.services.matters import edit_matter, enter_band
from foundation.actors import COMMAND
from foundation.models import AuditEntry
from tests.city import CREDIT_CODES, NOON, City, a_counterpart

SignIn = Callable[[str], Client]
CITIZEN = "11010519491231002X"
BASE = "/api/v1"


@pytest.fixture
def citizen(city: City) -> Counterpart:
    made = a_counterpart(
        city,
        kind="citizen",
        name="甲某某",
        identifier=CITIZEN,
        industry="-",
        address="南示范区一街道示例路一号",
    )
    add_contact(made.pk, by=city.actor("officer"), at=NOON, name="乙某", phone="13800001234")
    return made


def post(client: Client, path: str, body: Any, **headers: str) -> Any:
    return client.post(f"{BASE}{path}", json.dumps(body), content_type="application/json", headers=headers)


class TestCounterparts:
    def test_are_masked_in_list_and_detail_for_everybody(self, citizen: Counterpart, as_user: SignIn) -> None:
        for username in ("officer", "head", "supervisor"):
            client = as_user(username)
            for path in ("/counterparts/", f"/counterparts/{citizen.pk}/"):
                text = client.get(f"{BASE}{path}").content.decode()
                assert CITIZEN not in text
                assert "13800001234" not in text
                assert "示例路" not in text

    def test_of_another_district_do_not_exist(self, citizen: Counterpart, as_user: SignIn) -> None:
        north = as_user("officer_north")
        assert north.get(f"{BASE}/counterparts/").json()["results"] == []
        for path in ("", "timeline/"):
            assert north.get(f"{BASE}/counterparts/{citizen.pk}/{path}").status_code == 404
        assert post(north, f"/counterparts/{citizen.pk}/reveal/", {"why": "核对身份"}).status_code == 404
        assert post(north, "/counterparts/find/", {"identifier": CITIZEN}).status_code == 404

    def test_are_found_by_name_pinyin_and_credit_code(self, city: City, as_user: SignIn) -> None:
        shop = a_counterpart(city, name="晴川便利店", identifier=CREDIT_CODES[0])
        client = as_user("officer")
        for text in ("晴川", "qcbld", CREDIT_CODES[0]):
            results = client.get(f"{BASE}/counterparts/", {"q": text}).json()["results"]
            assert [row["id"] for row in results] == [str(shop.pk)], text

    def test_are_registered_and_corrected_with_a_precondition(self, city: City, as_user: SignIn) -> None:
        region = str(city.people["officer"].organ.district_id)
        client = as_user("officer")
        body = {"kind": "legal_person", "name": "新开示例店", "identifier": CREDIT_CODES[0], "industry": "F",
                "region": region}  # fmt: skip
        made = post(client, "/counterparts/", body)
        assert made.status_code == 201
        url, tag = made["Location"], made["ETag"]
        change = json.dumps({"legal_representative": "丙某"})
        assert client.patch(url, change, content_type="application/json").status_code == 428
        done = client.patch(url, change, content_type="application/json", headers={"if-match": tag})
        assert done.status_code == 200
        assert done.json()["legal_representative"] == "丙某"
        assert Counterpart.objects.get().identifier == CREDIT_CODES[0]
        late = client.patch(url, change, content_type="application/json", headers={"if-match": tag})
        assert late.status_code == 412

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"identifier": "91110000600037341X"}, "identifier"),
            ({"kind": "robot"}, "kind"),
            ({"name": ""}, "name"),
            ({"colour": "red"}, "colour"),
            ({"region": "999999999999"}, "region"),
        ],
    )
    def test_say_by_field_what_is_wrong(
        self, city: City, as_user: SignIn, change: dict[str, str], field: str
    ) -> None:
        body = {"kind": "legal_person", "name": "新开示例店", "industry": "F",
                "region": str(city.people["officer"].organ.district_id), **change}  # fmt: skip
        answer = post(as_user("officer"), "/counterparts/", body)
        assert answer.status_code == 400
        assert field in answer.json()["errors"]

    def test_take_contacts_and_licences(self, city: City, as_user: SignIn) -> None:
        shop = a_counterpart(city)
        body = {
            "name": "食品经营许可证",
            "number": "JY-1",
            "issued_on": "2024-01-01",
            "expires_on": "2029-01-01",
        }
        answer = post(
            as_user("officer"), f"/counterparts/{shop.pk}/transitions/add_licence/", body, **{"if-match": "*"}
        )
        assert answer.status_code == 200
        assert answer.json()["licences"][0]["number"] == "JY-1"

    def test_are_shown_in_full_for_a_reason_on_record(self, citizen: Counterpart, as_user: SignIn) -> None:
        client = as_user("officer")
        assert post(client, f"/counterparts/{citizen.pk}/reveal/", {"why": ""}).status_code == 400
        answer = post(client, f"/counterparts/{citizen.pk}/reveal/", {"why": "送达告知书"})
        assert answer.json()["identifier"] == CITIZEN
        assert answer.json()["contacts"][0]["phone"] == "13800001234"
        assert AuditEntry.objects.get(action="counterpart:reveal").why == "送达告知书"

    def test_are_not_revealed_through_a_token_without_that_right(
        self, citizen: Counterpart, with_token: Any
    ) -> None:
        client = with_token("officer", "counterpart:read")
        assert post(client, f"/counterparts/{citizen.pk}/reveal/", {"why": "送达告知书"}).status_code == 403

    def test_name_possible_duplicates_with_their_points(self, city: City, as_user: SignIn) -> None:
        a_counterpart(city, name="晴川便利店")
        answer = post(as_user("officer"), "/counterparts/possible-duplicates/", {"name": "晴川便利"})
        assert [row["name"] for row in answer.json()] == ["晴川便利店"]
        assert answer.json()[0]["score"] >= 55
        assert answer.json()[0]["reasons"]

    def test_tell_their_story(self, citizen: Counterpart, as_user: SignIn) -> None:
        story = as_user("officer").get(f"{BASE}/counterparts/{citizen.pk}/timeline/").json()
        assert [entry["action"] for entry in story] == ["counterpart:add_contact", "counterpart:register"]

    def test_take_few_queries(self, city: City, as_user: SignIn, django_assert_max_num_queries: Any) -> None:
        shop = a_counterpart(city)
        add_licence(
            shop.pk, by=city.actor("officer"), at=NOON, name="x", number="1", issued_on=date(2024, 1, 1)
        )
        client = as_user("officer")
        for path in ("/counterparts/?count=true", f"/counterparts/{shop.pk}/"):
            with django_assert_max_num_queries(12):
                assert client.get(f"{BASE}{path}").status_code == 200


class TestReferenceData:
    @pytest.mark.parametrize("name", ["matters", "officers", "organs", "provisions", "regions"])
    def test_is_read_by_officers_and_by_nobody_without_an_account(
        self, city: City, as_user: SignIn, name: str, django_assert_max_num_queries: Any
    ) -> None:
        client = as_user("officer")
        with django_assert_max_num_queries(12):
            answer = client.get(f"{BASE}/{name}/")
        assert answer.status_code == 200
        for row in answer.json()["results"][:1]:
            assert client.get(row["url"]).status_code == 200
        assert Client().get(f"{BASE}/{name}/").status_code in (401, 403)
        assert client.get(f"{BASE}/{name}/", {"nonsense": "1"}).status_code == 400

    def test_organs_come_as_a_tree(self, city: City, as_user: SignIn) -> None:
        tree = as_user("officer").get(f"{BASE}/organs/", {"tree": "true"}).json()["results"]
        market = next(branch for branch in tree if branch["code"] == "SC01")
        assert [branch["code"] for branch in market["below"]] == ["SD11", "SD21"]

    def test_regions_come_as_a_tree_with_their_organs(self, city: City, as_user: SignIn) -> None:
        tree = as_user("officer").get(f"{BASE}/regions/", {"tree": "true"}).json()["results"]
        kinds = {branch["kind"] for branch in tree[0]["below"]}
        assert kinds == {"organ", "region"}

    def test_an_organ_is_edited_by_its_administrator(self, city: City, as_user: SignIn) -> None:
        organ = Organ.objects.get(code="ST12")
        body = json.dumps({"phone": "0000-9"})
        kind = {"content_type": "application/json", "headers": {"if-match": f'"{organ.version}"'}}
        url = f"{BASE}/organs/{organ.pk}/"
        assert as_user("head").patch(url, body, **kind).status_code == 403
        answer = as_user("orgadmin").patch(url, body, **kind)
        assert answer.status_code == 200
        organ.refresh_from_db()
        assert (organ.phone, organ.parent.code if organ.parent else "") == ("0000-9", "SD11")
        assert answer.json()["fields_of_enforcement"] == ["market"]

    def test_an_officer_is_deactivated_through_the_same_service(self, city: City, as_user: SignIn) -> None:
        officer = city.people["head"]
        path = f"/officers/{officer.pk}/transitions/deactivate/"
        answer = post(as_user("orgadmin"), path, {"why": "退休"}, **{"if-match": "*"})
        assert answer.status_code == 409
        assert [o["code"] for o in answer.json()["obstacles"]] == ["officer:first_responsible"]

    def test_a_matter_is_shown_as_it_stood(self, city: City, as_user: SignIn) -> None:
        later = datetime(2026, 12, 1, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
        edit_matter(city.matter.pk, by=COMMAND, at=later, name_zh="改名以后")
        enter_band(city.matter.pk, by=COMMAND, at=later + timedelta(hours=1), tier="light", condition_zh="甲")
        client = as_user("officer")
        url = f"{BASE}/matters/{city.matter.pk}/"
        then, now = client.get(url, {"as_of": "2026-11-30"}).json(), client.get(url).json()
        assert (then["name_zh"], then["bands"]) == ("未明码标价", [])
        assert (now["name_zh"], len(now["bands"])) == ("改名以后", 1)
        assert client.get(url, {"as_of": "2020-01-01"}).status_code == 404
        assert client.get(url, {"as_of": "2026-13-40"}).status_code == 400
