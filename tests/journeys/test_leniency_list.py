"""A list from its draft to the public page, and to the first case that it spares, told in a browser (Art. 10)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import translation

from enforcement.models import Case, Matter
from leniency.models import LeniencyEntry, LeniencyList
from tests.city import NOON, City, a_clue
from tests.journeys.test_whole_story import PDF, Story

pytestmark = [pytest.mark.browser, pytest.mark.article("10.1"), pytest.mark.django_db(transaction=True)]
TODAY, DAY = NOON.date(), timedelta(days=1)
CODE, VIOLATION = "NB-001", "逾期三十日以内未办理变更登记"
HEADING = {
    "title_zh": "南示范区轻微违法不予处罚清单",
    "title_en": "Minor violations in the south",
    "edition": "第一批",
}


def test_from_its_draft_to_a_case_and_to_a_stranger(
    city: City, clock: Any, live_server: Any, page: Any
) -> None:
    story, matter = Story(page, live_server.url), Matter.objects.get(code="SJ-002")
    case = a_clue(replace(city, matter=matter))
    entry = drafted(story, matter)
    refused_while_it_says_less_than_the_law(story, entry)
    condition(story, entry, kind="corrected_in_time", number=15)
    tried_on_past_cases(story, entry)
    on_its_way(story, entry.list)
    held_against(story, case, city, clock)
    spared(story, case)
    read_by_a_stranger(story, entry)


def drafted(story: Story, matter: Matter) -> LeniencyEntry:
    """A head drafts the list, one violation and the first of its conditions."""
    story.enter_as("head")
    story.go("/leniency/new/")
    for name, value in {**HEADING, "type": "minor", "field": matter.field_id}.items():
        story.fill(name, value)
    story.send()
    story.page.wait_for_url(re.compile(r"/leniency/\d+/$"))
    found = LeniencyList.objects.get(title_zh=HEADING["title_zh"])
    story.do(
        f"/leniency/{found.pk}/do/add_entry/", code=CODE, matter=matter.pk, violation_zh=VIOLATION,
        violation_en="Change registered up to thirty days late", basis="《市场主体登记管理条例》第46条",
    )  # fmt: skip
    entry = LeniencyEntry.objects.get(code=CODE)
    condition(story, entry, kind="harm_at_most", choice="none")
    return entry


def condition(story: Story, entry: LeniencyEntry, *, kind: str, **typed: Any) -> None:
    """Choosing the kind brings up what it asks for."""
    story.go(f"/leniency/entries/{entry.pk}/do/add_condition/")
    with story.page.expect_response(lambda response: f"kind={kind}" in response.url):
        story.fill("kind", kind)
    for name, value in typed.items():
        story.page.wait_for_selector(f"main [name={name}]")
        story.fill(name, value)
    story.send()
    story.page.wait_for_url(f"**/leniency/entries/{entry.pk}/")


def refused_while_it_says_less_than_the_law(story: Story, entry: LeniencyEntry) -> None:
    """A list may make the law handier, never wider."""
    story.go(f"/leniency/{entry.list_id}/do/seek_opinions/")
    story.send()
    assert f"Entry {CODE} leaves out what the law demands" in story.page.inner_text("main")
    entry.list.refresh_from_db()
    assert entry.list.state == "draft"


def tried_on_past_cases(story: Story, entry: LeniencyEntry) -> None:
    """The preview tells each condition, though no case of the matter has been decided yet."""
    story.go(f"/leniency/entries/{entry.pk}/preview/")
    shown = story.page.inner_text("main")
    with translation.override("en"):
        assert all(str(condition) in shown for condition in entry.conditions.all())


def on_its_way(story: Story, found: LeniencyList) -> None:
    """Opinions, legality by somebody else, the meeting, and publication from today on."""
    here = f"/leniency/{found.pk}/do"
    story.do(f"{here}/seek_opinions/")
    story.enter_as("reviewer")
    story.do(
        f"{here}/review/", opinions="征求商会和三家企业意见，无异议。", review="符合行政处罚法第三十三条。"
    )
    story.enter_as("head")
    story.do(f"{here}/approve/", approval="局长办公会十一月十八日集体审议通过。")
    story.do(f"{here}/publish/", document_number="南市监〔2026〕9号", effective_from=TODAY)
    found.refresh_from_db()
    assert found.state == "published"


def held_against(story: Story, case: Case, city: City, clock: Any) -> None:
    """Filed and investigated by two officers; the panel says that the new entry applies, and why."""
    at, pair = f"/cases/{case.pk}", [city.people[name].pk for name in ("officer", "officer2")]
    conditions = dict.fromkeys(("is_punishable", "in_jurisdiction", "within_limitation"), True)
    story.enter_as("officer")
    story.do(f"{at}/do/file/", handlers=pair, basis="登记信息与现场不符，照片在卷", **conditions)
    file = {"name": "笔录.pdf", "mimeType": "application/pdf", "buffer": PDF}
    story.do(f"{at}/do/add_evidence/", kind="record", title="现场笔录", collected_on=TODAY, file=file)
    story.do(f"{at}/do/verify_evidence/", evidence=[case.evidence.get().pk], standing="verified")
    clock.at = NOON + DAY
    story.do(f"{at}/do/record_circumstances/", harm="none", corrected_on=case.discovered_on)
    story.do(
        f"{at}/do/investigate/", facts_found="逾期二十日办理变更登记，已补办", certificates_shown_on=TODAY
    )
    story.do(f"{at}/leniency/do/assess/")
    story.do(f"{at}/do/assess/")
    story.go(f"{at}/")
    story.page.wait_for_selector(f"main >> text={CODE}")


def spared(story: Story, case: Case) -> None:
    """No reason is asked for: the entry applies. What follows instead of the penalty is named."""
    given = {"outcome": "no_penalty", "reasons": f"符合清单{CODE}。", "correction_order": "今后三十日内办理变更登记。",
             "education": "讲解登记管理条例。"}  # fmt: skip
    story.enter_as("head")
    story.go(f"/cases/{case.pk}/do/decide/")
    for name, value in given.items():
        story.fill(name, value)
    story.send()
    assert "none is planned" in story.page.inner_text("main")
    assert story.page.locator("main textarea[name^='override-']").count() == 0
    story.fill("educate_by", TODAY + 7 * DAY)
    story.send()
    assert "/do/" not in story.page.url, story.page.inner_text("main")[:1500]
    decided = Case.objects.select_related("decision").get(pk=case.pk)
    assert (decided.outcome, decided.decision.educate_by) == ("no_penalty", TODAY + 7 * DAY)


def read_by_a_stranger(story: Story, entry: LeniencyEntry) -> None:
    """Without an account: found by its words today, not there the day before, under a lasting address."""
    story.page.goto("about:blank")
    story.page.context.clear_cookies()
    story.go(f"/public/leniency/?q={VIOLATION[:6]}")
    story.page.locator(f"main a[href='/public/leniency/{entry.pk}/']").first.click()
    story.page.wait_for_url(f"**/public/leniency/{entry.pk}/")
    assert "Change registered up to thirty days late" in story.page.inner_text("main")
    for day, is_there in ((TODAY, True), (TODAY - DAY, False)):
        story.go(f"/public/leniency/?q={VIOLATION[:6]}&as_of={day}")
        assert (story.page.locator(f"main a[href='/public/leniency/{entry.pk}/']").count() > 0) is is_there
    asked_for_another_day_on_a_phone(story)


def asked_for_another_day_on_a_phone(story: Story) -> None:
    """The filters are folded away there, and open by a tap."""
    story.page.set_viewport_size({"width": 390, "height": 844})
    day = story.page.locator("[name=as_of]")
    assert not day.is_visible()
    story.page.locator(".filters-more > summary").click()
    assert day.is_visible()
