"""A list without wording of its own tells its conditions by what they are (Art. 10 para. 1)."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from docx import Document

from enforcement.services.sample_data import load_matters, sample_matters
from foundation.actors import COMMAND
from leniency.models import LeniencyEntry
from leniency.serializers.list_file import list_file
from leniency.services import load_lists, sample_lists
from tests.city import City
from tests.leniency.conftest import SPRING

ENGLISH = (
    "first within 24 months, counting violations of the same kind; "
    "nothing was overcharged, or all of it was paid back; at most: slight consequence; corrected on the spot"
)
CHINESE = "24个月内首次（按同类违法行为计）；没有多收价款，或者已全部退还；至多为：危害后果轻微；当场改正"
WORDING = ("conditions_zh", "conditions_en")


@pytest.fixture
def bare(city: City) -> LeniencyEntry:
    """An entry in force that has its conditions as data alone."""
    matters, data = sample_matters(), sample_lists()
    matters["matters"] = [row for row in matters["matters"] if row["code"] == "SJ-005"]
    data["lists"] = [_with_one(found) for found in data["lists"]]
    data["lists"] = [found for found in data["lists"] if found["entries"]]
    load_matters(by=COMMAND, at=SPRING, data=matters)
    load_lists(by=COMMAND, at=SPRING, data=data)
    return LeniencyEntry.objects.get(code="SJ-005")


def _with_one(found: dict[str, Any]) -> dict[str, Any]:
    entries = [entry for entry in found["entries"] if entry["code"] == "SJ-005"]
    return {**found, "entries": [{**entry, **dict.fromkeys(WORDING, "")} for entry in entries]}


@pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("zh-hans", CHINESE)])
def test_everybody_reads_them_on_page_and_list(bare: LeniencyEntry, language: str, words: str) -> None:
    reader = Client(headers={"Accept-Language": language})
    for address in ("/public/leniency/", reverse("leniency:public_list", args=[bare.list_id])):
        assert words in reader.get(address).content.decode(), address


def test_the_api_and_the_export_give_them(bare: LeniencyEntry, sign_in: Any) -> None:
    told = Client(headers={"Accept-Language": "en"}).get("/api/v1/public/leniency-entries/").json()["results"]
    assert [row["conditions"] for row in told] == [ENGLISH]
    file = sign_in("officer").get(reverse("leniency:entry_list"), {"export": "csv"})
    assert ENGLISH in b"".join(file.streaming_content).decode("utf-8-sig")


def test_the_list_on_paper_prints_them(bare: LeniencyEntry) -> None:
    with translation.override("en"):
        table = Document(io.BytesIO(list_file(bare.list, "docx").content)).tables[0]
    assert table.rows[1].cells[2].text == ENGLISH


def test_wording_of_its_own_goes_first(bare: LeniencyEntry) -> None:
    bare.conditions_zh = "首次"
    assert bare.conditions_text == "首次"


def test_a_phone_is_given_a_dozen_entries_a_page(bureau: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leniency.views.public.ON_A_PHONE", 4)
    first = Client().get("/public/leniency/", {"as_of": "2026-11-20"}).context["page"]
    rest = Client().get(f"/public/leniency/{first['next_url']}").context["page"]
    assert [len(page["rows"]) for page in (first, rest)] == [4, 2]
    assert rest["previous_url"]
    assert not rest["next_url"]
    assert len(Client().get("/api/v1/public/leniency-entries/").json()["results"]) == 6
