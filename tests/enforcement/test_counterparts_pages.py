"""Pages of the registry: found, registered, corrected; personal data masked and shown for a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from enforcement.models import Contact, Counterpart, Licence
from enforcement.services.counterparts import add_contact, add_licence
from foundation.models import AuditEntry
from foundation.secrecy import mask_address
from tests.city import CREDIT_CODES, NOON, City, a_clue, a_counterpart

SignIn = Callable[[str], Client]
CITIZEN = "11010519491231002X"


@pytest.fixture
def citizen(city: City) -> Counterpart:
    return a_counterpart(
        city,
        kind="citizen",
        name="甲某某",
        identifier=CITIZEN,
        industry="-",
        address="南示范区一街道示例路一号",
    )


def registration(city: City, **more: Any) -> dict[str, Any]:
    region = city.people["officer"].organ.district_id
    given = {"kind": "legal_person", "name": "新开示例店", "identifier": CREDIT_CODES[0], "industry": "F"}
    return {**given, "region": region, "submission_key": str(uuid4()), **more}


class TestTheList:
    def test_finds_by_two_signs_and_by_pinyin_initials(self, city: City, as_user: SignIn) -> None:
        a_counterpart(city, name="晴川便利店")
        a_counterpart(city, name="乙二百货")
        for text in ("晴川", "qcbl", "qingchuan"):
            page = as_user("officer").get("/counterparts/", {"q": text}).context["page"]
            assert [row["cells"][0]["value"] for row in page["rows"]] == ["晴川便利店"]

    def test_finds_a_whole_credit_code(self, city: City, as_user: SignIn) -> None:
        shop = a_counterpart(city, identifier=CREDIT_CODES[0])
        page = as_user("officer").get("/counterparts/", {"q": CREDIT_CODES[0].lower()}).context["page"]
        assert [row["id"] for row in page["rows"]] == [shop.pk]

    def test_never_finds_an_identity_number_that_stands_in_an_address(
        self, citizen: Counterpart, as_user: SignIn
    ) -> None:
        page = as_user("officer").get("/counterparts/", {"q": CITIZEN}).context["page"]
        assert page["rows"] == []

    def test_masks_identity_numbers_and_shows_credit_codes(
        self, city: City, citizen: Counterpart, as_user: SignIn
    ) -> None:
        a_counterpart(city, identifier=CREDIT_CODES[0])
        text = as_user("officer").get("/counterparts/").content.decode()
        assert CREDIT_CODES[0] in text
        assert CITIZEN not in text
        assert "110*************2X" in text

    def test_shows_nothing_of_another_district(self, city: City, as_user: SignIn) -> None:
        shop = a_counterpart(city)
        north = as_user("officer_north")
        assert north.get("/counterparts/").context["page"]["rows"] == []
        assert north.get(shop.get_absolute_url()).status_code == 404

    def test_takes_few_queries(self, city: City, as_user: SignIn, django_assert_max_num_queries: Any) -> None:
        for name in ("甲一店", "乙二店", "丙三店"):
            a_counterpart(city, name=name)
        client = as_user("officer")
        with django_assert_max_num_queries(12):
            assert client.get("/counterparts/").status_code == 200


class TestFindingByNumber:
    def test_leads_to_the_one_with_exactly_this_number(self, citizen: Counterpart, as_user: SignIn) -> None:
        answer = as_user("officer").post("/counterparts/find/", {"identifier": f" {CITIZEN.lower()} "})
        assert answer.status_code == 302
        assert answer["Location"] == citizen.get_absolute_url()

    def test_finds_nobody_of_another_district(self, citizen: Counterpart, as_user: SignIn) -> None:
        answer = as_user("officer_north").post("/counterparts/find/", {"identifier": CITIZEN})
        assert answer.status_code == 404

    def test_is_not_possible_by_address(self, citizen: Counterpart, as_user: SignIn) -> None:
        assert as_user("officer").get("/counterparts/find/", {"identifier": CITIZEN}).status_code == 405


class TestRegistering:
    def test_asks_no_industry_of_a_citizen(self, city: City, as_user: SignIn) -> None:
        given = registration(city, kind="citizen", name="乙某某", identifier="")
        del given["industry"]
        assert as_user("officer").post("/counterparts/new/", given).status_code == 302
        assert Counterpart.objects.get(name="乙某某").industry == "-"

    def test_registers_and_shows_the_entry(self, city: City, as_user: SignIn) -> None:
        answer = as_user("officer").post("/counterparts/new/", registration(city), follow=True)
        assert answer.status_code == 200
        made = Counterpart.objects.get(name="新开示例店")
        assert made.identifier == CREDIT_CODES[0]
        assert made.organ_id == city.people["officer"].organ_id
        assert made.district_id == city.people["officer"].organ.district_id

    @pytest.mark.parametrize("number", ["91110000600037341X", "123", "110105194912310021"])
    def test_says_beside_the_field_that_a_check_digit_is_wrong(
        self, city: City, as_user: SignIn, number: str
    ) -> None:
        answer = as_user("officer").post("/counterparts/new/", registration(city, identifier=number))
        assert answer.status_code == 400
        assert answer.context["form"].has_error("identifier", "check_digit")

    def test_refuses_a_second_entry_with_the_same_number(self, city: City, as_user: SignIn) -> None:
        a_counterpart(city, identifier=CREDIT_CODES[0])
        answer = as_user("officer").post("/counterparts/new/", registration(city))
        assert answer.status_code == 409
        assert "identifier" in answer.context["form"].errors

    def test_takes_the_year_of_birth_from_the_identity_number(self, citizen: Counterpart) -> None:
        assert citizen.birth_year == 1949

    def test_keeps_in_sight_whom_the_own_organ_registered_from_elsewhere(
        self, city: City, as_user: SignIn
    ) -> None:
        north = city.people["officer_north"].organ.district
        guest = a_counterpart(city, name="外区示例店", region=north)
        assert as_user("officer").get(guest.get_absolute_url()).status_code == 200
        assert as_user("officer_north").get(guest.get_absolute_url()).status_code == 200

    def test_stores_personal_data_only_encrypted(self, citizen: Counterpart) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT identifier, address FROM enforcement_counterpart WHERE id=%s", [citizen.pk]
            )
            stored = cursor.fetchone()
        assert all(text.startswith("v1:") for text in stored)


class TestPossibleDuplicates:
    def test_names_the_likely_ones_with_their_points(self, city: City, as_user: SignIn) -> None:
        a_counterpart(city, name="南示范区晴川便利店有限公司", legal_representative="甲某")
        a_counterpart(city, name="乙二百货")
        given = {"name": "晴川便利店", "region": city.people["officer"].organ.district_id,
                 "legal_representative": "甲某"}  # fmt: skip
        answer = as_user("officer").post("/counterparts/possible-duplicates/", given)
        found = answer.context["page"]["duplicates"]
        assert [d.counterpart.name for d in found] == ["南示范区晴川便利店有限公司"]
        assert found[0].likeness.score == 100
        assert len(found[0].likeness.reasons) == 3

    def test_names_nobody_of_another_district(self, city: City, as_user: SignIn) -> None:
        a_counterpart(city, name="晴川便利店")
        answer = as_user("officer_north").post("/counterparts/possible-duplicates/", {"name": "晴川便利店"})
        assert answer.context["page"]["duplicates"] == []


class TestTheEntry:
    def test_shows_licences_contacts_cases_and_story(self, city: City, as_user: SignIn) -> None:
        shop = a_counterpart(city)
        by = city.actor("officer")
        add_licence(shop.pk, by=by, at=NOON, name="食品经营许可证", number="JY-1", issued_on=date(2024, 1, 1),
                    expires_on=date(2024, 12, 31))  # fmt: skip
        add_contact(shop.pk, by=by, at=NOON, name="乙某", phone="13800001234")
        case = a_clue(city, counterpart=shop)
        text = as_user("officer").get(shop.get_absolute_url()).content.decode()
        assert "13800001234" not in text
        assert "138******34" in text
        assert "已过期" in text or "expired" in text
        assert case.clue_number in text

    def test_shows_only_cases_that_the_reader_may_see(self, city: City, as_user: SignIn) -> None:
        shop = a_counterpart(city)
        case = a_clue(city, by="city_market1", counterpart=shop)
        text = as_user("officer").get(shop.get_absolute_url()).content.decode()
        assert case.clue_number not in text

    def test_takes_few_queries(self, city: City, as_user: SignIn, django_assert_max_num_queries: Any) -> None:
        shop = a_counterpart(city)
        for _number in range(3):
            a_clue(city, counterpart=shop)
        client = as_user("officer")
        with django_assert_max_num_queries(12):
            assert client.get(shop.get_absolute_url()).status_code == 200

    def test_is_edited_without_sending_stored_personal_data_to_the_browser(
        self, citizen: Counterpart, as_user: SignIn
    ) -> None:
        client = as_user("officer")
        url = reverse("enforcement:counterpart_act", args=[citizen.pk, "edit"])
        form = client.get(url)
        assert CITIZEN not in form.content.decode()
        given = {"kind": "citizen", "name": "甲某", "industry": "-", "region": citizen.region_id,
                 "expected_version": citizen.version}  # fmt: skip
        assert client.post(url, given).status_code == 302
        citizen.refresh_from_db()
        assert (citizen.name, citizen.identifier) == ("甲某", CITIZEN)

    def test_a_contact_is_edited_and_removed(self, city: City, as_user: SignIn) -> None:
        shop = a_counterpart(city)
        contact = add_contact(shop.pk, by=city.actor("officer"), at=NOON, name="乙某", phone="13800001234")
        client = as_user("officer")
        edit = reverse("enforcement:contact_act", args=[contact.pk, "edit"])
        given = {"name": "丙某", "expected_version": contact.version}
        assert client.post(edit, given)["Location"] == shop.get_absolute_url()
        contact.refresh_from_db()
        assert (contact.name, contact.phone) == ("丙某", "13800001234")
        remove = reverse("enforcement:contact_act", args=[contact.pk, "remove"])
        client.post(remove, {"expected_version": contact.version})
        assert not Contact.objects.filter(pk=contact.pk).exists()

    def test_a_contact_of_another_district_does_not_exist(self, city: City, as_user: SignIn) -> None:
        shop = a_counterpart(city)
        contact = add_contact(shop.pk, by=city.actor("officer"), at=NOON, name="乙某")
        url = reverse("enforcement:contact_act", args=[contact.pk, "edit"])
        assert as_user("officer_north").get(url).status_code == 404

    def test_a_licence_cannot_end_before_it_begins(self, city: City, as_user: SignIn) -> None:
        shop = a_counterpart(city)
        url = reverse("enforcement:counterpart_act", args=[shop.pk, "add_licence"])
        given = {"name": "许可证", "number": "1", "issued_on": "2026-01-02", "expires_on": "2026-01-01",
                 "expected_version": shop.version}  # fmt: skip
        answer = as_user("officer").post(url, given)
        assert answer.status_code == 400
        assert "expires_on" in answer.context["form"].errors
        assert not Licence.objects.exists()


class TestRevealing:
    def test_shows_the_number_once_and_records_who_and_why(
        self, city: City, citizen: Counterpart, as_user: SignIn
    ) -> None:
        url = reverse("enforcement:counterpart_reveal", args=[citizen.pk])
        answer = as_user("officer").post(url, {"why": "送达告知书"}, headers={"hx-request": "true"})
        text = answer.content.decode()
        assert CITIZEN in text
        assert "<html" not in text
        assert "no-store" in answer["Cache-Control"]
        entry = AuditEntry.objects.get(action="counterpart:reveal")
        assert (entry.actor_name, entry.why) == (city.people["officer"].name_zh, "送达告知书")

    @pytest.mark.parametrize("why", ["", " ", "x"])
    def test_asks_for_a_reason(self, citizen: Counterpart, as_user: SignIn, why: str) -> None:
        answer = as_user("officer").post(
            reverse("enforcement:counterpart_reveal", args=[citizen.pk]), {"why": why}
        )
        assert answer.status_code == 400
        assert CITIZEN not in answer.content.decode()
        assert not AuditEntry.objects.filter(action="counterpart:reveal").exists()

    def test_is_no_part_of_a_supervisors_role(self, citizen: Counterpart, as_user: SignIn) -> None:
        url = reverse("enforcement:counterpart_reveal", args=[citizen.pk])
        assert as_user("supervisor").post(url, {"why": "复查案件"}).status_code == 403

    def test_an_evaluator_reads_no_registry_at_all(self, citizen: Counterpart, as_user: SignIn) -> None:
        client = as_user("evaluator")
        assert client.get("/counterparts/").status_code == 403
        assert client.get(citizen.get_absolute_url()).status_code == 403


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("南示范区一街道示例路一号", "南示范区一街道****"),
        ("示例路120号", "****"),
        ("南示范区示例小区3号楼", "南示范区****"),
        ("示例省善治市东示范县甲镇乙村", "示例省善治市东示范县甲镇****"),
        ("", ""),
    ],
)
def test_an_address_keeps_its_administrative_head_only(address: str, shown: str) -> None:
    assert mask_address(address) == shown
