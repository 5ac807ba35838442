"""An ordinary case: defence, hearing, review, discussion, and a fine outside its tier with approval (Art. 5, 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from enforcement.models import Case, Matter
from tests.city import NOON, City, a_clue
from tests.journeys.test_whole_story import PDF, Story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = timedelta(days=1)
HEARING = NOON + 14 * DAY  # Friday, ten working days later
AFTERWARDS = HEARING + 3 * DAY
WHY = "企业主动召回全部商品并先行赔付消费者，基准没有列明这种情形。"
LEAVE = "经集体讨论，同意罚款六万元。"


def test_of_a_large_fine_with_a_hearing(city: City, clock: Any, live_server: Any, page: Any) -> None:
    registered = a_clue(replace(city, matter=Matter.objects.get(code="SJ-002")))
    story, case = Story(page, live_server.url), f"/cases/{registered.pk}/"
    investigate(story, case, registered, city)
    defended_and_heard(story, case, city, clock)
    clock.at = AFTERWARDS
    reviewed_by_another(story, case)
    discussed(story, case, city)
    refused_outside_its_tier(story, case)
    approved_in_writing(story, case, registered)
    decided_and_served(story, case, registered)


def investigate(story: Story, case: str, registered: Case, city: City) -> None:
    """From filing to the assessment, by the two officers who handle it."""
    pair, today = [city.people["officer"].pk, city.people["officer2"].pk], NOON.date()
    story.enter_as("officer")
    conditions = dict.fromkeys(("is_punishable", "in_jurisdiction", "within_limitation"), True)
    story.do(f"{case}do/file/", handlers=pair, basis="登记信息与现场不符，照片在卷", **conditions)
    file = {"name": "笔录.pdf", "mimeType": "application/pdf", "buffer": PDF}
    story.do(f"{case}do/add_evidence/", kind="record", title="现场笔录", collected_on=today, file=file)
    story.do(f"{case}do/verify_evidence/", evidence=[registered.evidence.get().pk], standing="verified")
    story.do(f"{case}do/record_circumstances/", harm="evident", fault="negligent")
    story.do(f"{case}do/flag/", is_major=True, flag_reason="拟处罚款数额较大")
    story.do(
        f"{case}do/investigate/", facts_found="变更住所后一年未办理变更登记", certificates_shown_on=today
    )
    story.do(f"{case}leniency/do/assess/")
    story.do(f"{case}do/assess/")


def defended_and_heard(story: Story, case: str, city: City, clock: Any) -> None:
    """The party is told, defends itself and asks for a hearing, which somebody else leads two weeks later."""
    today = NOON.date()
    story.do(
        f"{case}do/notify/", content="拟罚款十万元。", intended_fine=100_000, intended_kind="fine",
        served_on=today, hearing_told=True, rights_told=True,
    )  # fmt: skip
    story.do(
        f"{case}do/record_defence/", defence="已主动召回并赔付。", defence_answer="予以采纳，听证后综合考虑。"
    )
    story.do(f"{case}do/request_hearing/", requested_on=today, request="数额过高")
    story.go(f"{case}deadlines/")
    assert "听证" in story.page.content() or "hearing" in story.page.content()
    story.enter_as("head")
    presider = city.people["south3"]
    story.do(
        f"{case}do/arrange_hearing/", presider=presider.pk, held_at=f"{HEARING:%Y-%m-%dT09:00}", place="听证室",
        notice_on=today,
    )  # fmt: skip
    clock.at = HEARING
    story.enter_by_word(presider)
    story.do(
        f"{case}do/hold_hearing/",
        record="双方陈述、质证。",
        signature="pages",
        opinion="事实清楚，召回和赔付属实。",
    )


def reviewed_by_another(story: Story, case: str) -> None:
    story.enter_as("officer")
    story.do(f"{case}do/ask_review/", note="听证笔录在卷")
    story.enter_as("reviewer")
    story.do(f"{case}do/review/", opinion="passed", text="程序合法，同意。")


def discussed(story: Story, case: str, city: City) -> None:
    members = [city.people["head"].pk, city.people["south4"].pk]
    story.enter_as("head")
    story.do(
        f"{case}do/record_discussion/", held_on=AFTERWARDS.date(), chair=members[0], members=members,
        opinions="均同意罚款六万元。", conclusion="同意。",
    )  # fmt: skip


def refused_outside_its_tier(story: Story, case: str) -> None:
    """No reason that the head gives replaces the approval; what was typed stays."""
    story.go(f"{case}do/decide/")
    assert "100,000" in story.page.inner_text("main")
    fill_decision(story)
    story.send()
    assert "/do/decide/" in story.page.url
    assert story.page.locator("main [name=fine]").input_value() == "60000"
    assert story.page.locator("main textarea[name='override-DIS-2']").count() == 0


def approved_in_writing(story: Story, case: str, registered: Case) -> None:
    story.enter_as("officer")
    story.do(
        f"{case}do/ask_departure/",
        tier="grave",
        fine=60_000,
        ground="special_facts",
        reason=WHY,
        approver="collective",
    )
    departure = registered.departures.get()
    story.enter_as("head")
    story.go("/")
    story.page.locator(f"main a[href='{departure.get_absolute_url()}']").first.click()
    story.page.wait_for_url(f"**{departure.get_absolute_url()}")
    assert WHY in story.page.inner_text("main")
    story.do(f"/departures/{departure.pk}/do/approve/", answer=LEAVE)


def decided_and_served(story: Story, case: str, registered: Case) -> None:
    story.go(f"{case}do/decide/")
    fill_decision(story)
    story.send()
    story.answer_warnings()
    assert "/do/" not in story.page.url, story.page.inner_text("main")[:1500]
    story.page.locator("#discretion summary").click()
    story.page.wait_for_selector(f"#discretion >> text={LEAVE}")
    story.enter_as("officer")
    story.do(f"{case}do/serve_decision/", served_on=AFTERWARDS.date())
    decided = Case.objects.select_related("decision").get(pk=registered.pk)
    assert (decided.state, decided.decision.fine) == ("decided", Decimal(60_000))
    span = decided.intervals.get()
    assert (span.begins_on, span.ends_on) == (NOON.date(), HEARING.date())


def fill_decision(story: Story) -> None:
    given = {"outcome": "penalty", "penalty_kind": "fine", "fine": 60_000, "tier": "grave",
             "reasons": "事实清楚；采纳申辩，经批准在阶次以下处罚。",
             "correction_order": "十日内办理变更登记。"}  # fmt: skip
    for name, value in given.items():
        story.fill(name, value)
