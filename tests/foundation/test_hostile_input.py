"""Hostile input is answered with 4xx through every door, and leaves nothing that breaks a later page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote_from_bytes
from uuid import uuid4

import pytest
from django.test import Client

from enforcement.models import Case, Counterpart
from tests.city import City, a_clue, a_counterpart
from tests.foundation.test_parsers import HOSTILE

pytestmark = pytest.mark.django_db
COUNTERPARTS, CASES = "/api/v1/sample-counterparts/", "/api/v1/sample-cases/"

TEXTS = [
    "\0", "\ud800", "\u200b", "ＨＸ０", "'; DROP TABLE enforcement_case; --", "%", "_", "\\", "{{7*7}}", "../" * 20,
    "a" * 100_000, "字" * 201, "<script>alert(1)</script>", "\u202e", "=1+1", "\r\nSet-Cookie: a=b", "1e400", "-1",
    "9" * 40, "NaN", "Infinity", "１２", "null", "[]", "0001-01-01", "9999-12-31", "2026-02-30", " ".join("x" * 3000),
]  # fmt: skip
VALUES: list[Any] = [
    None, True, -1, 2**63, 2**64, 1.5, 1e308, [], {}, [[]], ["x"], [None], {"a": {"b": 1}}, ["1"] * 1001, "", *TEXTS,
]  # fmt: skip
PARAMETERS = [
    "kind", "name", "region", "is_demonstration", "birth_year_min", "registered_after", "ordering", "page_size",
    "cursor", "count", "search", "q", "export", "unheard",
]  # fmt: skip


def sent(text: str) -> str:
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"))


@pytest.fixture
def case(city: City, sample: None) -> Case:
    return a_clue(city)


class TestAddresses:
    @pytest.mark.parametrize("parameter", PARAMETERS)
    def test_of_lists(
        self,
        case: Case,
        with_token: Callable[..., Client],
        as_user: Callable[[str], Client],
        parameter: str,
    ) -> None:
        api, page = with_token("officer"), as_user("officer")
        for text in TEXTS:
            query = f"{parameter}={sent(text)}"
            assert api.get(COUNTERPARTS, QUERY_STRING=query).status_code < 500, query[:80]
            assert page.get("/sample/counterparts/", QUERY_STRING=query).status_code < 500, query[:80]


class TestBodies:
    @pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
    def test_that_are_no_json(self, city: City, with_token: Callable[..., Client], raw: bytes) -> None:
        response = with_token("officer").post(COUNTERPARTS, raw, content_type="application/json")
        assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
        assert not Counterpart.objects.exists()

    @pytest.mark.parametrize(
        ("content_type", "status"),
        [
            ("application/json; charset=bogus", 400),
            ("application/json; charset=utf-16", 400),
            ("text/xml", 415),
            ("multipart/form-data", 400),
            ("multipart/form-data; boundary=x", 400),
            ("application/x-www-form-urlencoded", 415),
        ],
    )
    def test_of_another_kind(
        self, city: City, with_token: Callable[..., Client], content_type: str, status: int
    ) -> None:
        body = '{"name": "x"}'.encode("utf-16" if "utf-16" in content_type else "utf-8")
        response = with_token("officer").generic("POST", COUNTERPARTS, body, content_type=content_type)
        assert response.status_code == status

    @pytest.mark.parametrize(
        "field", ["kind", "name", "identifier", "region", "is_demonstration", "overrides"]
    )
    def test_with_any_value_in_any_field(
        self, city: City, with_token: Callable[..., Client], field: str
    ) -> None:
        client, good = with_token("officer"), {"kind": "legal_person", "name": "示例", "region": "1"}
        for value in VALUES:
            response = client.post(COUNTERPARTS, {**good, field: value}, content_type="application/json")
            assert response.status_code < 500, str(value)[:80]

    def test_with_any_value_in_a_form_of_the_browser(self, city: City, sample: None, as_user: Any) -> None:
        client, region = as_user("officer"), city.people["officer"].organ.district_id
        for field in (
            "kind",
            "name",
            "identifier",
            "region",
            "expected_version",
            "submission_key",
            "override-x",
        ):
            for text in TEXTS:
                good = {"kind": "legal_person", "name": "示例", "region": region, "submission_key": uuid4()}
                body = "&".join(f"{n}={sent(str(v))}" for n, v in {**good, field: text}.items())
                response = client.post(
                    "/sample/counterparts/new/", body, content_type="application/x-www-form-urlencoded"
                )
                assert response.status_code < 500, (field, text[:40])

    def test_with_any_value_in_a_transition(self, case: Case, with_token: Callable[..., Client]) -> None:
        client = with_token("officer")
        for value in VALUES:
            response = client.post(
                f"{CASES}{case.pk}/transitions/file/",
                {"handlers": value},
                content_type="application/json",
                headers={"If-Match": "*"},
            )
            assert response.status_code < 500, str(value)[:80]

    @pytest.mark.parametrize(
        "header", ["If-Match", "Idempotency-Key", "Accept", "Accept-Language", "Authorization"]
    )
    def test_with_any_header(self, case: Case, with_token: Callable[..., Client], header: str) -> None:
        client = with_token("officer")
        for text in (
            "",
            "x" * 5000,
            '"' * 50,
            "\x7f",
            "é",
            "Bearer",
            "Bearer  ",
            "*/*;q=x",
            "a/b;c",
            "zz-!!",
        ):
            response = client.patch(
                f"{CASES}{case.pk}/", {"title": "x"}, content_type="application/json", headers={header: text}
            )
            assert response.status_code < 500, text[:40]


class TestAfterwards:
    def test_every_list_and_export_still_opens(
        self, city: City, with_token: Callable[..., Client], as_user: Callable[[str], Client]
    ) -> None:
        for number, text in enumerate(["=1+1", "a\u202eb", "\u200b", "𠮷" * 50, "\x0b", "<b>", "'\""]):
            a_counterpart(city, name=f"{text}{number}")
        client = as_user("officer")
        assert with_token("officer").get(COUNTERPARTS).status_code == 200
        for query in ("", "?export=csv", "?export=xlsx"):
            response = client.get(f"/sample/counterparts/{query}")
            assert response.status_code == 200
            assert b"".join(response)
