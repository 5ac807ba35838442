"""A counterpart reads guidance on its phone, without an account, and answers as it likes (Art. 8)."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from enforcement.services.documents import issue_document
from enforcement.services.forbidden_times import next_free_at
from enforcement.vocabulary import TimedAct
from foundation.wording import day_text
from guidance.models import CounterpartLink, CounterpartReply, GuidanceAction
from guidance.models.interviews import appointed_of
from guidance.vocabulary import Way
from tests.browser.eyes import PHONE
from tests.city import City
from tests.enforcement.evidence_files import PNG
from tests.guidance.drafts import DETAILS, a_draft, issued
from tests.journeys.test_whole_story import Story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def link_of(action: GuidanceAction) -> str:
    return CounterpartLink.objects.standing().get(action=action).get_absolute_url()


@pytest.fixture
def shop(new_context: Any, live_server: Any) -> Story:
    """The counterpart, on a phone that runs no scripts."""
    context = new_context(viewport=PHONE, has_touch=True, locale="zh-CN", java_script_enabled=False)
    return Story(context.new_page(), live_server.url)


def test_a_shop_declines_and_nothing_follows(city: City, live_server: Any, page: Any, shop: Story) -> None:
    """Issued in a browser; the square leads to the page; declined without a reason; told in the timeline."""
    story = Story(page, live_server.url)
    draft = a_draft(city, Way.TIP, at=timezone.now())
    story.enter_as("officer")
    story.do(f"/guidance/{draft.pk}/do/issue/", voluntariness_shown=True)
    square = story.page.locator("img.link-qr")
    expect(square).to_have_js_property("complete", True)
    assert square.evaluate("image => image.naturalWidth > 0")
    shop.go(link_of(draft))
    told = shop.page.inner_text("main")
    assert "自愿" in told
    assert draft.content in told
    assert not shop.page.evaluate(WIDER)
    shop.page.click(f"form[action='{link_of(draft)}do/decline/'] button")
    assert shop.page.locator("main [role=status]").is_visible()
    assert not shop.page.evaluate(WIDER)
    draft.refresh_from_db()
    assert (draft.state, draft.response_note) == ("declined", "")
    story.go(f"/guidance/{draft.pk}/")
    assert "its link" in story.page.inner_text("main")


def test_a_shop_writes_and_moves_its_interview(
    city: City, live_server: Any, page: Any, shop: Story, tmp_path: Path
) -> None:
    """A picture with a few words, then another time, which the officer accepts; the link tells it."""
    action = an_interview(city)
    written_with_a_picture(shop, action, tmp_path)
    wanted = next_free_at(act=TimedAct.INTERVIEW, organ=action.organ, at=morning(8)) or morning(8)
    shop.go(f"{link_of(action)}do/time/")
    shop.fill("proposed_for", f"{timezone.localtime(wanted):%Y-%m-%dT%H:%M}")
    shop.fill("text", "那天上午要进货")
    shop.send()
    assert shop.page.locator("main [role=status]").is_visible()
    accepted_on_today(Story(page, live_server.url))
    assert appointed_of(GuidanceAction.objects.get(pk=action.pk))[0] == wanted
    shop.go(link_of(action))
    assert day_text(timezone.localdate(wanted)) in shop.page.inner_text("main")
    with shop.page.expect_download() as download:
        shop.page.click(f"a[href='{link_of(action)}document/']")
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")


def an_interview(city: City) -> GuidanceAction:
    """Appointed for a free hour in five days, with its notice on paper."""
    organ = city.people["officer"].organ
    at = next_free_at(act=TimedAct.INTERVIEW, organ=organ, at=morning(5)) or morning(5)
    action = issued(
        city, Way.INTERVIEW, at=timezone.now(), detail={**DETAILS[Way.INTERVIEW], "invited_for": at}
    )
    issue_document(action.pk, noun="guidance", by=city.actor("officer"), at=timezone.now(), kind="guidance")
    return action


def morning(days: int) -> datetime:
    return timezone.localtime().replace(hour=10, minute=0, second=0, microsecond=0) + timedelta(days=days)


def written_with_a_picture(shop: Story, action: GuidanceAction, folder: Path) -> None:
    picture = folder / "改正.png"
    picture.write_bytes(PNG)
    shop.go(f"{link_of(action)}do/message/")
    shop.fill("text", "价签已经补齐，请看照片")
    shop.page.set_input_files("[name=attachments]", str(picture))
    assert not shop.page.evaluate(WIDER)
    shop.send()
    assert "改正.png" in shop.page.inner_text("main")
    assert CounterpartReply.objects.get().files.get().content_type == "image/png"


def accepted_on_today(story: Story) -> None:
    """It stands on Today; opening it offers to accept the time."""
    reply = CounterpartReply.objects.get(kind="time")
    story.enter_as("officer2")
    story.page.locator(f"a[href='{reply.get_absolute_url()}']").first.click()
    story.page.wait_for_url(f"**{reply.get_absolute_url()}")
    story.page.click(f"form[action='{reply.get_absolute_url()}do/accept_time/'] button")
    story.page.wait_for_load_state()
    reply.refresh_from_db()
    assert reply.outcome == "accepted"
