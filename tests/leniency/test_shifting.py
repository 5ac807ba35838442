"""An edition that is coming is told where the one in force is read, with what becomes milder or harsher by it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given

from foundation.actors import COMMAND
from leniency import services
from leniency.models import LeniencyList
from leniency.rules.facts import ConditionTerms
from leniency.rules.shifting import shift_of
from leniency.serializers.answers import answer_as_json
from leniency.vocabulary import ConditionKind, Shift, Standing
from tests.city import NOON
from tests.leniency.editions import publish
from tests.leniency.test_rules_are_monotone import entries

K = ConditionKind
DAY = date(2026, 11, 2)
OPPOSITE = {Shift.MILDER: Shift.HARSHER, Shift.HARSHER: Shift.MILDER}


def one(kind: str, number: int | None = None, **more: Any) -> ConditionTerms:
    return ConditionTerms(1, kind, None if number is None else Decimal(number), **more)


@pytest.mark.parametrize(
    ("before", "after", "shift"),
    [
        (one(K.AMOUNT_AT_MOST, 5), one(K.AMOUNT_AT_MOST, 9), "milder"),
        (one(K.CORRECTED_IN_TIME, 15), one(K.CORRECTED_IN_TIME, 0), "harsher"),
        (one(K.CORRECTED_IN_TIME), one(K.CORRECTED_IN_TIME, 7), "unclear"),
        (one(K.HARM_AT_MOST, choice="none"), one(K.HARM_AT_MOST, choice="slight"), "milder"),
        (one(K.FIRST_TIME, 24, sameness="matter"), one(K.FIRST_TIME, 12, sameness="matter"), "milder"),
        (one(K.FIRST_TIME, 24, sameness="matter"), one(K.FIRST_TIME, sameness="matter"), "harsher"),
        (one(K.FIRST_TIME, 24, sameness="matter"), one(K.FIRST_TIME, 12, sameness="any"), "unclear"),
        (one(K.QUANTITY_AT_MOST, 2, text_zh="具"), one(K.QUANTITY_AT_MOST, 3, text_zh="箱"), "unclear"),
        (one(K.NOT_REFUSING), one(K.NOT_REFUSING), "same"),
    ],
)
def test_a_condition_asks_for_less_or_for_more(before, after, shift):
    assert shift_of([before], [after]) == shift


def test_a_condition_more_is_harsher_and_an_entry_more_is_milder():
    harmless, polite = one(K.HARM_AT_MOST, choice="none"), one(K.NOT_REFUSING)
    assert shift_of([harmless], [harmless, polite]) == Shift.HARSHER
    assert shift_of([harmless], [polite]) == Shift.UNCLEAR
    assert shift_of(None, [polite]) == Shift.MILDER
    assert shift_of([polite], None) == Shift.HARSHER


@given(entries, entries)
def test_the_way_back_is_the_opposite(before, after):
    there, back = (
        shift_of(before.conditions, after.conditions),
        shift_of(after.conditions, before.conditions),
    )
    assert back == OPPOSITE.get(there, there)


@pytest.fixture
def coming(bureau):
    """The edition of next year: one entry gone, one with a longer time to correct."""
    old = bureau.entry("SJ-005").list
    new = services.revise_list(old.pk, by=COMMAND, at=NOON, edition="2027年版")
    rows = {entry.code: entry for entry in new.entries.all()}
    services.remove_entry(rows["SJ-001"].pk, by=COMMAND, at=NOON)
    corrected = rows["SJ-005"].conditions.get(kind="corrected_in_time")
    services.edit_condition(corrected.pk, by=COMMAND, at=NOON, kind="corrected_in_time", number=Decimal(7))
    return publish(
        LeniencyList.objects.get(pk=new.pk), document_number="市监〔2027〕9号", on=date(2027, 1, 1)
    )


class TestItIsTold:
    @pytest.mark.parametrize("page", ["/leniency/{}/", "/public/leniency/lists/{}/"])
    def test_on_the_page_of_the_list(self, coming, sign_in, page):
        found = sign_in("officer").get(page.format(coming.supersedes_id)).context["coming"]
        assert (found.edition, found.on) == (coming, date(2027, 1, 1))
        assert {code: found.shifts[code] for code in ("SJ-001", "SJ-005", "SJ-007")} == {
            "SJ-001": "harsher", "SJ-005": "milder", "SJ-007": "same",
        }  # fmt: skip

    @pytest.mark.parametrize("page", ["/leniency/entries/{}/", "/public/leniency/{}/"])
    def test_on_the_page_of_the_entry(self, coming, bureau, sign_in, page):
        client = sign_in("officer")
        told = client.get(page.format(bureau.entry("SJ-005").pk)).content.decode()
        assert page.format(coming.entries.get(code="SJ-005").pk) in told
        gone = client.get(page.format(bureau.entry("SJ-001").pk)).content.decode()
        assert "It has no such entry any more" in gone

    @pytest.mark.parametrize("page", ["/leniency/entries/{}/", "/public/leniency/{}/"])
    def test_an_entry_of_it_is_not_yet_in_force(self, coming, sign_in, page):
        told = sign_in("officer").get(page.format(coming.entries.get(code="SJ-005").pk))
        assert told.context["standing"]["value"] == Standing.COMING.label

    @pytest.mark.parametrize(
        ("corrected", "told"), [(6, True), (0, False), (9, False), (None, False)],
        ids=["only by it", "by both", "by neither", "not known"],
    )  # fmt: skip
    def test_to_who_asks_about_facts_that_it_alone_spares(self, coming, bureau, sign_in, corrected, told):
        entry = coming.entries.get(code="SJ-005")
        asked = {"matter": entry.matter_id, "act_on": DAY.isoformat(), "decide_on": "2026-11-20",
                 "discovered_on": DAY.isoformat(), "harm": "none", "refused_correction": "false",
                 "circumstances": "minor", "first_time": "true"}  # fmt: skip
        if corrected is not None:
            asked["corrected_on"] = (DAY + timedelta(days=corrected)).isoformat()
        client = sign_in("officer")
        page = client.get("/leniency/ask/", asked)
        assert page.status_code == 200, page.context["form"].errors
        found = page.context["page"]["found"].asked.coming
        assert bool(found) is told
        assert ("From 1 Jan 2027 a list would apply" in page.content.decode()) is told
        if told:
            said = answer_as_json(page.context["page"]["found"].asked)["coming"]
            assert (said["code"], said["begins_on"]) == ("SJ-005", date(2027, 1, 1))

    def test_but_no_draft_and_not_once_it_is_in_force(self, coming, sign_in):
        assert sign_in("officer").get(f"/leniency/{coming.pk}/").context["coming"] is None

    def test_with_few_queries(self, coming, sign_in):
        client, page = sign_in("officer"), f"/leniency/{coming.supersedes_id}/"
        client.get(page)
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        assert len(queries) <= 12 + 3, "\n".join(q["sql"][:120] for q in queries)
