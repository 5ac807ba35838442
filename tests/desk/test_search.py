"""One box finds by number, name, pinyin and matter, within reach, and keeps identity numbers out of addresses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from stdnum.cn import ric

from enforcement.vocabulary import CounterpartKind
from tests.city import CREDIT_CODES, City, a_clue, a_counterpart, a_filed_case

SignIn = Callable[[str], Client]
PERSON = "11010119900307" + "123"
IDENTITY = PERSON + ric.calc_check_digit(PERSON + "X")


def found(client: Client, text: str) -> dict[str, list[Any]]:
    """The rows of each group by its list, for what is typed into the box."""
    answer = client.post("/search/", {"q": text}, follow=True)
    assert answer.status_code == 200
    return {group["icon"]: [row["id"] for row in group["rows"]] for group in answer.context["groups"]}


@pytest.mark.parametrize("text", ["示例", "甲一示", "jiayi", "jysl"])
def test_finds_a_counterpart_and_its_cases_by_name_or_pinyin(city: City, as_user: SignIn, text: str) -> None:
    shop = a_counterpart(city, name="甲一示例食品店")
    case = a_clue(city, counterpart=shop)
    groups = found(as_user("officer"), text)
    assert groups["building"] == [shop.pk]
    assert groups["folder"] == [case.pk]


def test_finds_a_case_by_its_number_and_by_its_clue_number(city: City, as_user: SignIn) -> None:
    case = a_filed_case(city)
    for text in (case.number, case.clue_number, case.number[-4:]):
        assert found(as_user("officer"), text)["folder"] == [case.pk]


def test_finds_a_business_by_its_credit_code(city: City, as_user: SignIn) -> None:
    shop = a_counterpart(city, identifier=CREDIT_CODES[0])
    assert found(as_user("officer"), CREDIT_CODES[0])["building"] == [shop.pk]


def test_finds_a_matter_in_either_language(city: City, as_user: SignIn) -> None:
    for text in ("明码", "prices", "T-0"):
        assert found(as_user("officer"), text)["scale"] == [city.matter.pk]


def test_shows_nothing_of_other_districts(city: City, as_user: SignIn) -> None:
    a_clue(city, counterpart=a_counterpart(city, name="甲一示例食品店"))
    groups = found(as_user("officer_north"), "甲一示例")
    assert not {"folder", "building"} & set(groups)


def test_shows_nobody_a_group_that_the_role_does_not_read(city: City, as_user: SignIn) -> None:
    a_clue(city, counterpart=a_counterpart(city, name="甲一示例食品店"))
    assert found(as_user("sysadmin"), "示例") == {}
    assert "building" not in found(as_user("evaluator"), "示例")


def test_an_identity_number_leads_to_the_person_and_stands_in_no_address(city: City, as_user: SignIn) -> None:
    person = a_counterpart(city, name="壬某", kind=CounterpartKind.CITIZEN, identifier=IDENTITY, industry="-")
    answer = as_user("officer").post("/search/", {"q": f" {IDENTITY[:6]} {IDENTITY[6:]}"}, follow=True)
    assert answer.redirect_chain == [(person.get_absolute_url(), 302)]


def test_an_unknown_identity_number_is_not_repeated(city: City, as_user: SignIn) -> None:
    answer = as_user("officer").post("/search/", {"q": IDENTITY})
    assert answer.status_code == 200
    assert answer.context["unknown_person"] is True
    assert IDENTITY not in answer.content.decode()


def test_an_identity_number_in_an_address_is_taken_out(city: City, as_user: SignIn) -> None:
    answer = as_user("officer").get("/search/", {"q": IDENTITY})
    assert answer.headers["Location"] == "/search/"


def test_the_person_of_another_district_does_not_exist(city: City, as_user: SignIn) -> None:
    a_counterpart(city, name="壬某", kind=CounterpartKind.CITIZEN, identifier=IDENTITY, industry="-")
    assert as_user("officer_north").post("/search/", {"q": IDENTITY}).context["unknown_person"] is True
    assert as_user("sysadmin").post("/search/", {"q": IDENTITY}).context["unknown_person"] is True


@pytest.mark.parametrize(
    "text", ["", "%", "_", "' OR 1=1 --", "😀", "a" * 500, "\u200b\u202e", "\\", "示例 示例"]
)
def test_any_text_is_answered(city: City, as_user: SignIn, text: str) -> None:
    found(as_user("officer"), text)


def test_asks_as_often_for_many_as_for_none(city: City, as_user: SignIn) -> None:
    client, url = as_user("officer"), "/search/?q=示例"

    def queries() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as caught:
            client.get(url)
        return len(caught)

    few = queries()
    for number in range(4):
        a_clue(city, counterpart=a_counterpart(city, name=f"甲{number}示例食品店"))
    assert queries() == few <= 12


def test_more_than_a_few_lead_to_the_list(city: City, as_user: SignIn) -> None:
    for number in range(8):
        a_counterpart(city, name=f"甲{number}示例食品店")
    groups = as_user("officer").get("/search/?q=示例").context["groups"]
    shops = next(group for group in groups if group["icon"] == "building")
    assert len(shops["rows"]) == 6
    assert len(as_user("officer").get(shops["all_url"]).context["page"]["rows"]) == 8
