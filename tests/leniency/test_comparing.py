"""Editions against each other: what a new one adds, removes and changes, for officers and for everybody."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from foundation.actors import COMMAND
from leniency import services
from leniency.models import LeniencyList
from leniency.reports.comparing import comparison_of
from leniency.rules.comparing import EntryImage, compare, pieces_of
from leniency.vocabulary import Difference
from tests.city import NOON
from tests.leniency.conftest import Bureau
from tests.leniency.editions import publish

D = Difference
CONDITIONS = (
    {"kind": "first_time", "sameness": "matter"},
    {"kind": "harm_at_most", "choice": "none"},
    {"kind": "corrected_in_time"},
)
WORDS = st.text(alphabet="首次违法7日内改正 within days,.。", max_size=40)


@pytest.fixture
def revised(bureau: Bureau) -> LeniencyList:
    """The next edition of a list: one entry gone, one new, one with a longer time to correct."""
    old = bureau.entry("SJ-005").list
    new = services.revise_list(old.pk, by=COMMAND, at=NOON, edition="2027年版")
    entries = {entry.code: entry for entry in new.entries.all()}
    services.remove_entry(entries["SJ-001"].pk, by=COMMAND, at=NOON)
    services.edit_entry(
        entries["SJ-005"].pk, by=COMMAND, at=NOON, conditions_zh="首次；15日内改正", conditions_en=""
    )
    services.add_condition(entries["SJ-005"].pk, by=COMMAND, at=NOON, kind="not_refusing")
    services.add_entry(
        new.pk, by=COMMAND, at=NOON, code="SJ-900", violation_zh="新的示例情形", conditions=CONDITIONS
    )
    return LeniencyList.objects.get(pk=new.pk)


def published(new: LeniencyList) -> LeniencyList:
    return publish(new, document_number="市监〔2027〕9号", on=date(2027, 1, 1))


def compared(new: LeniencyList) -> dict[str, Difference]:
    assert new.supersedes is not None
    return {change.code: change.difference for change in comparison_of(new.supersedes, new).entries}


class TestANewEdition:
    def test_tells_each_entry_that_differs(self, revised: LeniencyList) -> None:
        assert compared(revised) == {
            "SJ-001": D.REMOVED, "SJ-005": D.CHANGED, "SJ-007": D.SAME, "SJ-900": D.ADDED,
        }  # fmt: skip

    def test_tells_the_parts_that_changed_and_nothing_else(self, revised: LeniencyList) -> None:
        assert revised.supersedes is not None
        found = {c.code: c for c in comparison_of(revised.supersedes, revised).entries}["SJ-005"]
        assert {part.name for part in found.parts} == {"conditions", "conditions_text"}
        (conditions,) = (part for part in found.parts if part.name == "conditions")
        added = "".join(piece.text for piece in conditions.pieces if piece.difference == D.ADDED)
        assert "does not refuse to correct" in added


class TestTheTexts:
    @given(WORDS, WORDS)
    def test_both_can_be_read_from_the_pieces(self, before: str, after: str) -> None:
        pieces = list(pieces_of(before, after))
        assert "".join(p.text for p in pieces if p.difference != D.ADDED) == before
        assert "".join(p.text for p in pieces if p.difference != D.REMOVED) == after

    def test_numbers_are_taken_whole(self) -> None:
        changed = [p.text for p in pieces_of("15日内改正", "7日内改正") if p.difference != D.SAME]
        assert changed == ["15", "7"]

    def test_an_edition_does_not_differ_from_itself(self) -> None:
        same = [EntryImage("A", "a", {"basis": "x"})]
        assert [change.difference for change in compare(same, same)] == [D.SAME]


class TestThePage:
    def test_shows_both_texts_in_a_dozen_queries(self, bureau: Bureau, revised: LeniencyList) -> None:
        client = Client(headers={"Accept-Language": "en"})
        client.force_login(bureau.city.people["supervisor"])
        address = reverse("leniency:list_compare", args=[published(revised).pk])
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            text = client.get(address).content.decode()
        assert len(queries) <= 12 + 3
        assert "<ins>15</ins>" in text or "<ins>" in text
        assert "SJ-001" in text
        assert client.get(address, {"with": "999999"}).status_code == 404

    def test_a_draft_is_not_compared_by_strangers(self, bureau: Bureau, revised: LeniencyList) -> None:
        client = Client()
        client.force_login(bureau.city.people["officer_north"])
        assert client.get(reverse("leniency:list_compare", args=[revised.pk])).status_code == 404
        assert client.get(reverse("leniency:public_compare", args=[revised.pk])).status_code == 404

    def test_everybody_reads_what_a_published_edition_changed(self, revised: LeniencyList) -> None:
        new, everybody = published(revised), Client(headers={"Accept-Language": "en"})
        assert "SJ-900" in everybody.get(reverse("leniency:public_compare", args=[new.pk])).content.decode()
        assert everybody.get(reverse("leniency:public_compare", args=[new.supersedes_id])).status_code == 404
        told = everybody.get(f"/api/v1/public/leniency-lists/{new.pk}/changes/").json()
        assert told["counts"] == {"added": 1, "removed": 1, "changed": 1, "same": 1}
        assert (told["before"], told["after"]) == (str(new.supersedes_id), str(new.pk))
        assert everybody.get(f"/api/v1/public/leniency-lists/{new.supersedes_id}/changes/").status_code == 404
