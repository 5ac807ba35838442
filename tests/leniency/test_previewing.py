"""An entry held against cases that are over: counted for who may see them, before and after, and never kept."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from enforcement.models import Case
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.models import AuditEntry
from foundation.record import audited
from leniency.rules.facts import CaseFacts, ConditionTerms, EntryTerms
from leniency.rules.previewing import lacking, tally, with_condition
from leniency.services import add_entry, preview_entry
from tests.city import NOON, a_counterpart

SMALL = ConditionTerms(1, "amount_at_most", 100)
HARMLESS = ConditionTerms(2, "harm_at_most", choice="none")
HUGE = {"try": "1", "kind": "amount_at_most", "number": "1e999"}
ENTRY = EntryTerms(1, "X-1", "minor", (SMALL, HARMLESS))


def facts(**known) -> CaseFacts:
    return CaseFacts(occurred_on=date(2026, 11, 2), discovered_on=date(2026, 11, 2), **known)


class TestCounting:
    def test_tells_which_condition_stands_alone_in_the_way(self):
        known = ({"amount": 50, "harm": "none"}, {"amount": 500, "harm": "none"},
                 {"amount": 500, "harm": "evident"}, {"amount": 50})  # fmt: skip
        found = tally(ENTRY, [facts(**one) for one in known])
        assert (found.holds, found.fails, found.unknown) == (1, 2, 1)
        small, harmless = found.conditions
        assert (small.holds, small.fails, small.unknown, small.decides) == (2, 2, 0, 1)
        assert (harmless.holds, harmless.fails, harmless.unknown, harmless.decides) == (2, 1, 1, 1)

    def test_puts_what_is_tried_in_the_place_of_its_kind(self):
        tried = ConditionTerms(0, "amount_at_most", 1000)
        assert with_condition(ENTRY, tried).conditions == (HARMLESS, tried)
        attested = ConditionTerms(0, "attested", text_zh="甲")
        assert len(with_condition(with_condition(ENTRY, attested), attested).conditions) == 4

    def test_names_what_the_law_asks_besides(self):
        assert [str(kind) for kind in lacking("minor", ENTRY.conditions)] == ["corrected_in_time"]
        assert lacking("lighter", ()) == ()


@pytest.fixture
def past(bureau):
    """Three decided cases: one harmless and corrected, one harmful, one of which nothing is known."""
    day = date(2026, 11, 2)
    known = ({"harm": "none", "corrected_on": day, "refuses_correction": False}, {"harm": "evident"}, {})
    found = []
    for number, circumstances in enumerate(known):
        party = a_counterpart(bureau.city, name=f"示例店{number}")
        case = bureau.a_case("CG-001", counterpart=party, **circumstances)
        with audited("case:decide", by=COMMAND, at=NOON, under=Article(10)):
            row = Case.objects.locked(case.pk)
            row.outcome, row.decided_on, row.state, row.number = (
                "no_penalty",
                day,
                "decided",
                f"示例{number}号",
            )
            row.save()
        found.append(row)
    return found


def preview(bureau, who="head", code="CG-001", **more):
    return preview_entry(bureau.entry(code), by=bureau.actor(who), at=NOON, **more)


class TestPastCases:
    def test_are_those_of_the_matter_that_the_reader_sees(self, bureau, past):
        found = preview(bureau)
        assert (found.now.holds, found.now.fails, found.now.unknown) == (1, 1, 1)
        assert {case.pk for case in found.cases} == {case.pk for case in past}
        assert preview(bureau, "head_north").cases == ()
        assert preview(bureau, code="SJ-005").cases == ()

    def test_are_looked_back_at_as_far_as_is_asked(self, bureau, past):
        with audited("case:test", by=COMMAND, at=NOON, under=Article(10)):
            row = Case.objects.locked(past[0].pk)
            row.decided_on = date(2026, 3, 1)
            row.save()
        assert len(preview(bureau, months=3).cases) == 2
        assert len(preview(bureau, months=12).cases) == 3

    def test_are_held_against_what_is_tried_too(self, bureau, past):
        milder = ConditionTerms(0, "harm_at_most", choice="slight")
        found = preview(bureau, tried=milder)
        assert (found.now.fails, found.tried.fails) == (1, 1)
        assert found.tried.conditions[-1].terms == milder

    def test_know_what_the_party_had_done_before_and_not_what_came_later(self, bureau):
        party = a_counterpart(bureau.city)
        for day in (date(2026, 5, 1), date(2026, 9, 1)):
            case = bureau.a_case("SJ-007", counterpart=party, occurred_on=day)
            with audited("case:test", by=COMMAND, at=NOON, under=Article(10)):
                row = Case.objects.locked(case.pk)
                row.outcome, row.decided_on, row.state = "penalty", day, "decided"
                row.save()
        found = preview(bureau, code="SJ-007")
        first = next(c for c in found.now.conditions if c.terms.kind == "first_time")
        assert (first.holds, first.fails) == (1, 1)


class TestThePage:
    def test_shows_both_languages_what_is_tried_and_stores_nothing(self, bureau, past, sign_in):
        before = AuditEntry.objects.count()
        url = f"/leniency/entries/{bureau.entry('CG-001').pk}/preview/"
        tried = {"try": "1", "kind": "amount_at_most", "number": "500", "months": "12"}
        page = sign_in("head").get(url, tried).content.decode()
        assert "amount involved at most" in page
        assert "涉案金额" in page or "金额" in page
        assert past[0].number in page
        assert past[0].number not in sign_in("head_north").get(url).content.decode()
        assert AuditEntry.objects.count() == before

    def test_asks_only_for_what_the_kind_needs(self, bureau, sign_in):
        url = f"/leniency/entries/{bureau.entry('CG-001').pk}/preview/"
        shown = sign_in("head").get(url, {"kind": "harm_at_most"}).context["page"]["form"].visible_fields()
        assert [bound.name for bound in shown] == ["kind", "choice"]
        wrong = sign_in("head").get(url, {"try": "1", "kind": "amount_at_most"})
        assert "number" in wrong.context["page"]["form"].errors

    def test_takes_the_same_queries_whatever_the_rows(self, bureau, past, sign_in):
        client, url = sign_in("head"), f"/leniency/entries/{bureau.entry('CG-001').pk}/preview/"
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        assert len(queries) <= 12 + 3, "\n".join(q["sql"][:120] for q in queries)  # session, officer, roles

    def test_survives_nonsense(self, bureau, sign_in):
        url = f"/leniency/entries/{bureau.entry('CG-001').pk}/preview/"
        for params in (
            {"months": "x"},
            {"kind": "x", "try": "1"},
            {"try": "1", "kind": "amount_at_most", "number": "1e999"},
        ):
            assert sign_in("head").get(url, params).status_code == 200


class TestByTheApi:
    URL = "/api/v1/leniency-entries/{}/preview/"

    def test_counts_as_the_page_does(self, bureau, past, sign_in):
        entry, asked = bureau.entry("CG-001"), {"months": 24, "kind": "amount_at_most", "number": 10}
        told = sign_in("head").get(self.URL.format(entry.pk), asked).json()
        assert (told["cases"], told["now"]) == (3, {"holds": 1, "fails": 1, "unknown": 1})
        assert told["tried"] == {"holds": 0, "fails": 1, "unknown": 2}
        assert (told["tried_condition"]["kind"], told["tried_condition"]["unknown"]) == ("amount_at_most", 3)
        assert {c["kind"] for c in told["conditions"]} == {c.kind for c in entry.conditions.all()}
        north = sign_in("head_north").get(self.URL.format(entry.pk)).json()
        assert (north["cases"], north["tried"]) == (0, None)

    @pytest.mark.parametrize(
        ("asked", "fault"),
        [
            ({"months": 7}, "months"),
            ({"colour": 1}, "colour"),
            ({"kind": "amount_at_most"}, "number"),
            ({"number": 5}, "kind"),
        ],
    )
    def test_names_what_it_cannot_take(self, bureau, sign_in, asked, fault):
        answer = sign_in("head").get(self.URL.format(bureau.entry("CG-001").pk), asked)
        assert answer.status_code == 400
        assert fault in answer.json()["errors"]

    def test_tells_nothing_of_a_draft_elsewhere(self, bureau, draft, sign_in):
        given = {"by": bureau.actor("head"), "at": NOON, "code": "N-1", "violation_zh": "示例"}
        entry = add_entry(draft.pk, **given)
        assert sign_in("head").get(self.URL.format(entry.pk)).status_code == 200
        assert sign_in("head_north").get(self.URL.format(entry.pk)).status_code == 404
