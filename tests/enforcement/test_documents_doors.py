"""Documents by browser and API: issued, read, previewed and taken only by who may (Art. 4, 6)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from enforcement.models import Case, Document
from enforcement.services.documents import issue_document
from tests.city import NOON, City, a_counterpart
from tests.enforcement.case_course import notified

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def issued(city: City, **party: Any) -> Document:
    more = {"counterpart": a_counterpart(city, **party)} if party else {}
    case = notified(city, **more)
    return issue_document(case.pk, noun="case", by=city.actor("officer"), at=NOON, kind="notice")


def a_citizens(city: City) -> Document:
    return issued(city, name="张三", kind="citizen", address="一路1号", industry="-")


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content)


class TestInTheBrowser:
    def test_it_is_offered_previewed_and_issued_from_the_case(
        self, city: City, as_user: Callable[[str], Client]
    ) -> None:
        case, client = notified(city), as_user("officer")
        about = f"/documents/about/case/{case.pk}/"
        assert f"{about}notice/" in client.get(about).content.decode()
        assert "拟罚款五百元。" in client.get(f"{about}notice/").content.decode()
        assert body(client.get(f"{about}notice/?form=pdf")).startswith(b"%PDF-")
        assert not Document.objects.exists()
        sent = {"kind": "notice", "language": "zh-hans", "expected_version": case.version}
        answer = client.post(f"/cases/{case.pk}/do/issue_document/", sent)
        assert answer["Location"] == Document.objects.get().get_absolute_url()
        assert case.notice.number in client.get(answer["Location"]).content.decode()

    def test_what_is_not_recorded_is_refused_with_its_reason(
        self, city: City, as_user: Callable[[str], Client]
    ) -> None:
        case = notified(city)
        assert as_user("officer").get(f"/documents/about/case/{case.pk}/decision/").status_code == 409
        assert as_user("officer").get(f"/documents/about/moon/{case.pk}/").status_code == 404
        assert as_user("reviewer").get(f"/documents/about/case/{case.pk}/notice/").status_code == 403

    def test_files_come_as_attachments_that_run_nothing(
        self, city: City, as_user: Callable[[str], Client]
    ) -> None:
        answer = as_user("officer").get(f"/documents/{issued(city).pk}/files/docx/")
        assert answer["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer["Content-Security-Policy"]
        assert body(answer).startswith(b"PK")

    def test_protected_data_is_hidden_from_who_may_not_see_it(
        self, city: City, as_user: Callable[[str], Client]
    ) -> None:
        document = a_citizens(city)
        page = f"/documents/{document.pk}/"
        assert "一路1号" in as_user("officer").get(page).content.decode()
        assert "一路1号" not in as_user("reviewer").get(page).content.decode()
        assert as_user("reviewer").get(f"{page}files/pdf/").status_code == 403

    def test_pages_cost_the_same_whatever_there_is(
        self, city: City, as_user: Callable[[str], Client]
    ) -> None:
        document, client = issued(city), as_user("officer")
        for where in (
            "/documents/",
            f"/documents/{document.pk}/",
            f"/documents/about/case/{document.case_id}/",
        ):
            client.get(where)
            with CaptureQueriesContext(connection) as caught:
                assert client.get(where).status_code == 200
            assert len([q for q in caught if "SAVEPOINT" not in q["sql"]]) <= MOST_QUERIES


class TestByTheApi:
    def test_it_is_issued_by_a_transition_and_read(
        self, city: City, with_token: Callable[..., Client]
    ) -> None:
        case, client = notified(city), with_token("officer")
        headers = {"if-match": f'"{Case.objects.get(pk=case.pk).version}"'}
        sent = json.dumps({"kind": "notice", "language": "en"})
        where = f"/api/v1/cases/{case.pk}/transitions/issue_document/"
        assert client.post(where, sent, content_type="application/json", headers=headers).status_code == 200
        found = client.get(f"/api/v1/documents/?about=case:{case.pk}").json()["results"]
        assert [row["number"] for row in found] == [case.notice.number]
        one = client.get(f"/api/v1/documents/{found[0]['id']}/").json()
        assert {"heading", "paragraph", "facts", "notice"} == {block["kind"] for block in one["blocks"]}
        assert body(client.get(one["files"][1]["content_url"])).startswith(b"%PDF-")

    def test_a_correction_names_its_reason(self, city: City, with_token: Callable[..., Client]) -> None:
        document, client = issued(city), with_token("officer")
        where, headers = f"/api/v1/documents/{document.pk}/transitions/correct/", {"if-match": '"1"'}
        empty = client.post(where, "{}", content_type="application/json", headers=headers)
        assert "reason" in empty.json()["errors"]
        told = client.post(
            where, json.dumps({"reason": "笔误"}), content_type="application/json", headers=headers
        )
        assert told.json()["state"] == "replaced"
        assert Document.objects.current().get().edition == 2

    def test_who_is_elsewhere_finds_nothing(self, city: City, with_token: Callable[..., Client]) -> None:
        document = issued(city)
        assert with_token("officer_north").get(f"/api/v1/documents/{document.pk}/").status_code == 404
        assert with_token("evaluator").get("/api/v1/documents/").status_code == 403
