"""What is told where an answer cannot be had: who may be the same, what is suspended, what the case itself knows."""

from __future__ import annotations

from datetime import date

import pytest

from foundation.actors import COMMAND
from leniency.services import assess_case, suspend_entry
from tests.city import NOON, a_counterpart
from tests.leniency.test_not_filing import LITTLE, assessed, decline

ASKED = {"act_on": "2026-11-12", "decide_on": "2026-11-20"}


def page_of(client, url, *args):
    answer = client.get(url, *args)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def renamed(bureau):
    """A firm that was decided against, and stands in the registry a second time under another name."""
    traits = {"legal_representative": "王某", "address": "示例路1号"}
    names = ("甲一示例商贸有限公司", "乙二示例货栈")
    return [a_counterpart(bureau.city, name=name, **traits) for name in names]


class TestAPartyThatMayBeAnother:
    def test_is_named_beside_the_condition_that_turns_on_it(self, bureau, renamed, sign_in):
        old, new = renamed
        decline(bureau, assessed(bureau, counterpart=old, **LITTLE))
        case = bureau.a_case("SJ-005", counterpart=new)
        assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
        page = page_of(sign_in("officer"), f"/cases/{case.pk}/leniency/")
        assert f"May be the same party: {old.name}" in page
        assert f'href="{new.get_absolute_url()}#same-party"' in page
        assert "Name the counterpart" not in page
        assert old.name not in page_of(sign_in("evaluator"), f"/cases/{case.pk}/leniency/")


class TestASuspendedEntry:
    def test_is_told_as_the_reason_why_none_applies(self, bureau, sign_in):
        entry = bureau.entry("CG-001")
        suspend_entry(entry.pk, by=COMMAND, at=NOON.replace(day=10), reason="所依据的条款已修改")
        page = page_of(sign_in("officer"), "/leniency/ask/", {**ASKED, "matter": entry.matter_id})
        assert "suspended since" in page
        assert "所依据的条款已修改" in page
        assert "No entry of a list in force is about this matter." not in page


class TestAQuestionOutOfACase:
    def test_says_what_it_leaves_to_the_assessment_of_the_case(self, bureau, sign_in):
        case = bureau.a_case("SJ-005", occurred_on=date(2026, 11, 2))
        client, told = sign_in("officer"), "the assessment of the case itself knows them"
        assert told in page_of(client, f"/leniency/ask/?case={case.pk}")
        asked = {**ASKED, "matter": case.matter_id, "case": case.pk}
        page = page_of(client, "/leniency/ask/", asked)
        assert told in page
        assert "looks up the earlier decisions of its party" in page
        assert "Name the counterpart" not in page
        assert told not in page_of(sign_in("officer_north"), "/leniency/ask/", asked)
