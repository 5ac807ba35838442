"""A visit is registered at the door, and the firm verifies and rates it on its phone (Art. 4, 6)."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from enforcement.models import Inspection, InspectionRating
from enforcement.services.inspections import rate_inspection
from enforcement.vocabulary import InspectionState
from foundation.actors import ANONYMOUS
from tests.browser.eyes import PHONE
from tests.city import City, a_counterpart
from tests.enforcement.inspection_course import concluded
from tests.journeys.test_whole_story import Story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PURPOSE, BASIS = "查看明码标价和进货记录", "价格法 33"
WORDS = "来得突然，没有说依据。"
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def test_a_firm_verifies_and_rates_a_visit(city: City, live_server: Any, page: Any, new_context: Any) -> None:
    spoken_before(city)
    story = Story(page, live_server.url)
    visit = registered_at_the_door(story, city)
    phone = new_context(viewport=PHONE, has_touch=True, locale="zh-CN")
    firm = Story(phone.new_page(), live_server.url)
    verified(firm, city, visit)
    concluded_inside(story, city, visit)
    rated(firm, visit)
    read_past_the_organ(story, visit)


def spoken_before(city: City) -> None:
    """Four firms have rated already: the fifth makes five, and something is shown."""
    for number in range(4):
        row = concluded(city, counterpart=a_counterpart(city, name=f"第{number}示例店"))
        rate_inspection(by=ANONYMOUS, at=row.ended_at, code=row.code, manner=5)


def registered_at_the_door(story: Story, city: City) -> Inspection:
    """What could not be planned: typed at the door, with two officers and the head who approved."""
    shop = a_counterpart(city, name="乙二示例饮品店")
    story.enter_as("officer")
    story.page.set_viewport_size(PHONE)
    story.go(f"/inspections/on-spot/?counterpart={shop.pk}")
    assert not story.page.evaluate(WIDER)
    known = {
        "matters": [city.matter.pk], "officers": [city.people["officer"].pk, city.people["officer2"].pk],
        "purpose": PURPOSE, "basis": BASIS, "why_on_site": "须现场查看", "origin": "complaint",
        "approver": city.people["head"].pk, "exception": "complaint",
        "started_at": f"{timezone.localtime():%Y-%m-%dT%H:%M}",
        "certificates_shown": True, "check_in": "91110000",
    }  # fmt: skip
    for name, value in known.items():
        story.fill(name, value)
    story.send()
    story.answer_warnings()
    visit = Inspection.objects.get(purpose=PURPOSE)
    assert visit.state == InspectionState.UNDER_WAY
    assert visit.code in story.page.inner_text("main")
    assert story.page.locator("img.qr").evaluate("image => image.complete && image.naturalWidth > 0")
    return visit


def verified(firm: Story, city: City, visit: Inspection) -> None:
    """A wrong code is told as such; the right one shows officers, certificates, purpose and basis."""
    type_code(firm, "AAAAAAAAAA")
    assert firm.page.locator("[role=alert]").is_visible()
    type_code(firm, visit.code.lower())
    shown = firm.page.inner_text("main")
    for word in (visit.organ.name_zh, "甲明", city.people["officer"].certificate_number, PURPOSE, BASIS):
        assert word in shown
    assert not firm.page.evaluate(WIDER)
    assert firm.page.locator("main form").count() == 0


def type_code(firm: Story, code: str) -> None:
    firm.page.goto(f"{firm.address}/visit/")
    firm.fill("code", code)
    firm.send()


def concluded_inside(story: Story, city: City, visit: Inspection) -> None:
    story.do(
        f"/inspections/{visit.pk}/do/conclude/", ended_at=f"{timezone.localtime():%Y-%m-%dT%H:%M}",
        in_order=[city.matter.pk], note="现场查看货架，标价齐全。", note_sign="signed", result="nothing",
    )  # fmt: skip
    visit.refresh_from_db()
    assert visit.state == InspectionState.CONCLUDED


def rated(firm: Story, visit: Inspection) -> None:
    """With the same code it says what was not shown, and how it was."""
    firm.go(f"/visit/{visit.code}/")
    firm.fill("manner", 2)
    firm.fill("not_shown", ["basis", "rights"])
    firm.fill("words", WORDS)
    assert not firm.page.evaluate(WIDER)
    firm.send()
    assert firm.page.locator("main [role=status]").is_visible()
    assert InspectionRating.objects.get(inspection=visit).not_shown == ["basis", "rights"]
    firm.go(f"/visit/{visit.code}/")
    assert firm.page.locator("main form").count() == 0


def read_past_the_organ(story: Story, visit: Inspection) -> None:
    """The supervisor reads it; neither officer nor head of the organ does, anywhere."""
    for username in ("officer", "head"):
        story.enter_as(username)
        story.go(f"/inspections/{visit.pk}/")
        assert WORDS not in story.page.content()
        assert story.page.goto(f"{story.address}/inspections/ratings/").status == 403
    story.enter_as("supervisor")
    story.go("/inspections/ratings/")
    told = story.page.inner_text("main")
    assert WORDS in told
    assert "legal basis" in told
