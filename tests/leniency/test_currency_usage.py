"""How the lists are used: counted in the reader's reach, and what speaks for a new entry or against an old one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from enforcement.services.sample_data import load_matters
from foundation.actors import COMMAND
from foundation.obstacles import Refused
from leniency import services
from leniency.lists.usage import FEWEST, share_again
from leniency.models import LeniencyEntry, LeniencyList
from leniency.reports.off_list_kinds import off_list_kinds
from leniency.reports.usage_rows import UsedEntries
from leniency.views.usage import ROWS_AT_ONCE
from tests.city import NOON, City
from tests.leniency.conftest import Bureau
from tests.leniency.editions import ALL_THE_SAME

GOOD: dict[str, Any] = {"harm": "none", "corrected_on": date(2026, 11, 2), "refuses_correction": False}


def figures(bureau: Bureau, who: str, code: str) -> tuple[int, int, int]:
    row = UsedEntries(LeniencyEntry).visible_to(bureau.actor(who)).get(code=code)
    return row.held, row.applied, row.chosen


class TestTheFigures:
    def test_are_those_of_the_cases_in_reach(self, bureau: Bureau) -> None:
        for _number in range(2):
            case = bureau.a_case("CG-001", **GOOD)
            services.assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
        late = bureau.a_case("CG-001", harm="serious")
        services.assess_case(late.pk, by=bureau.actor("officer"), at=NOON)
        assert figures(bureau, "officer", "CG-001") == (3, 2, 2)
        assert figures(bureau, "evaluator", "CG-001") == (3, 2, 2)
        assert figures(bureau, "head_north", "CG-001") == (0, 0, 0)

    def test_say_which_entries_nobody_needed_for_a_year(self, bureau: Bureau) -> None:
        case = bureau.a_case("CG-001", **GOOD)
        services.assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
        actor = bureau.actor("evaluator")
        unused = UsedEntries(LeniencyEntry).visible_to(actor).unused_since(date(2026, 11, 1), actor)
        codes = set(unused.values_list("code", flat=True))
        assert "CG-001" not in codes
        assert "SJ-005" in codes

    def test_give_no_share_where_few_were_spared(self) -> None:
        assert share_again((FEWEST - 1, 1), None) is None  # type: ignore[arg-type]
        assert share_again((8, 2), None) == "25%"  # type: ignore[arg-type]


class TestThePage:
    def test_shows_few_rows_at_once(self, city: City, sign_in: Callable[[str], Client]) -> None:
        load_matters(by=COMMAND, at=NOON)
        services.load_lists(by=COMMAND, at=NOON)
        page = sign_in("evaluator").get(reverse("leniency:usage")).context["page"]
        assert len(page["rows"]) == ROWS_AT_ONCE < LeniencyEntry.objects.published().count()
        assert page["next_url"]

    def test_shows_charts_figures_and_proposals(
        self, bureau: Bureau, sign_in: Callable[[str], Client]
    ) -> None:
        case = bureau.a_case("CG-001", **GOOD)
        services.assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
        page = sign_in("head").get(reverse("leniency:usage")).content.decode()
        assert "Entries chosen most often within a year" in page
        assert "CG-001" in page
        assert off_list_kinds(bureau.actor("head"), at=NOON) == []

    def test_is_a_list_of_the_api_too(self, bureau: Bureau, sign_in: Callable[[str], Client]) -> None:
        answer = sign_in("head").get("/api/v1/leniency-usage/").json()
        assert {row["code"] for row in answer["results"]} >= {"CG-001", "SJ-005"}

    def test_drafts_an_entry_with_what_is_known(
        self, bureau: Bureau, draft: LeniencyList, sign_in: Callable[[str], Client]
    ) -> None:
        matter = bureau.entry("SJ-005").matter
        assert matter is not None
        client, address = sign_in("head"), reverse("leniency:usage_propose")
        assert "SJ-005" in client.get(address, {"matter": matter.pk}).content.decode()
        made = services.propose_entry(
            by=bureau.actor("head"), at=NOON, list=draft, matter=matter, code="甲-9"
        )
        assert (made.violation_zh, made.basis) == (matter.name_zh, matter.basis)


class TestWhatAddsNothing:
    def test_is_warned_of_before_publication_and_may_stand_with_a_reason(self, draft: LeniencyList) -> None:
        entry = services.add_entry(
            draft.pk, by=COMMAND, at=NOON, code="甲-1", violation_zh="示例", correct_first=True,
            statutory_range="责令改正；拒不改正的，罚款",
        )  # fmt: skip
        for terms in ({"kind": "harm_at_most", "choice": "none"}, {"kind": "corrected_in_time"}):
            services.add_condition(entry.pk, by=COMMAND, at=NOON, **terms)
        services.seek_opinions(draft.pk, by=COMMAND, at=NOON)
        services.review_list(draft.pk, by=COMMAND, at=NOON, opinions="无", review="合法")
        services.approve_list(draft.pk, by=COMMAND, at=NOON, approval="通过")
        said = {"document_number": "示〔2026〕1号", "effective_from": NOON.date() + timedelta(days=1)}
        with pytest.raises(Refused) as caught:
            services.publish_list(draft.pk, by=COMMAND, at=NOON, **said)
        assert [o.code for o in caught.value.obstacles] == ["LST-18"]
        services.publish_list(draft.pk, by=COMMAND, at=NOON, overrides=ALL_THE_SAME, **said)

    def test_unless_the_statute_knows_a_warning_that_is_waived(self) -> None:
        entry = LeniencyEntry(correct_first=True, statutory_range="责令改正，警告")
        assert not entry.adds_nothing
        entry.statutory_range = "责令改正"
        assert entry.adds_nothing
