"""A shop checks itself on a phone with a poor network, corrects what it found, and is better off (Art. 9, 10)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from enforcement.models import Case, Matter
from leniency.rules.correcting import corrected
from leniency.services.case_facts import facts_of
from riskcontrol.models import SelfCheck, SelfCheckDraft, SelfCheckPhoto
from riskcontrol.reports.self_checks import self_check_gaps
from riskcontrol.services.self_checks.points import editions_of
from tests.browser.eyes import PHONE
from tests.city import City, a_clue
from tests.enforcement.evidence_files import PNG
from tests.journeys.test_whole_story import Story
from tests.riskcontrol.checks import link_of, offered

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
PRICES = "FX-SJ-02"


@pytest.fixture
def shop(new_context: Any, live_server: Any) -> Story:
    context = new_context(viewport=PHONE, has_touch=True, locale="en-GB")
    return Story(context.new_page(), live_server.url)


def test_from_the_link_to_a_correction_that_counts(
    city: City, shop: Story, page: Any, live_server: Any, tmp_path: Path
) -> None:
    check = offered(city, at=timezone.now())
    found = next(row for row in editions_of(check) if row.code == PRICES)
    address = reverse("riskcontrol:self_check_link", args=[link_of(check).token])
    typed_on_a_poor_network(shop, check, address, found.pk)
    a_photo(shop, tmp_path, found.pk)
    submit(shop, check, address, found.pk)
    assert list(self_check_gaps()) == [{"counterpart_id": check.counterpart_id, "open": 1, "corrected": 0}]
    put_right(shop, address, found.pk)
    assert list(self_check_gaps()) == [{"counterpart_id": check.counterpart_id, "open": 0, "corrected": 1}]
    read_by_the_officer(Story(page, live_server.url), check)
    assert counts_in_leniency(city, check) == ("holds", "corrected_by_itself")


def typed_on_a_poor_network(shop: Story, check: SelfCheck, address: str, key: int) -> None:
    """Without a network it is kept on the phone, and sent by itself when there is one; a reload loses nothing."""
    shop.go(address)
    assert not shop.page.evaluate(WIDER)
    status = shop.page.locator("[data-saved-words]")
    shop.page.context.set_offline(True)
    shop.page.check(f"[name=answer_{key}][value=no]")
    expect(status).to_contain_text("No connection")
    assert not SelfCheckDraft.objects.exists()
    shop.page.context.set_offline(False)
    expect(status).to_contain_text("Saved at")
    shop.page.fill(f"[name=note_{key}]", "三件商品没有价签")
    shop.page.wait_for_timeout(1500)
    expect(status).to_contain_text("Saved at")
    assert SelfCheckDraft.objects.get().values[f"note_{key}"] == "三件商品没有价签"
    shop.go(address)
    expect(shop.page.locator(f"[name=note_{key}]")).to_have_value("三件商品没有价签")
    assert SelfCheck.objects.get().state == "begun"


def a_photo(shop: Story, folder: Path, key: int) -> None:
    picture = folder / "价签.png"
    picture.write_bytes(PNG)
    shop.page.set_input_files(f"[name=photos_{key}]", str(picture))
    expect(shop.page.locator("[data-saved-words]")).to_contain_text("The photo has arrived")
    photo = SelfCheckPhoto.objects.get()
    assert (photo.edition_id, photo.content_type.partition("/")[0]) == (key, "image")


def submit(shop: Story, check: SelfCheck, address: str, key: int) -> None:
    for other in check.editions:
        if other != key:
            shop.page.check(f"[name=answer_{other}][value=yes]")
    shop.page.fill(f"[name=found_on_{key}]", timezone.localdate().isoformat())
    shop.page.fill("[name=declared_by]", "店主示例")
    shop.page.check("[name=truth]")
    shop.page.click("button[name=submit]")
    shop.page.wait_for_url(f"**{address}?sent=submit")
    assert "Your self-check was submitted" in shop.page.inner_text("main")
    assert not shop.page.evaluate(WIDER)


def put_right(shop: Story, address: str, key: int) -> None:
    shop.page.click("a:has-text('Now corrected')")
    shop.page.fill("[name=note]", "已全部补齐")
    shop.page.click("main button[type=submit]")
    shop.page.wait_for_url(f"**{address}?sent=correct")
    assert "已全部补齐" in shop.page.inner_text("main")


def read_by_the_officer(story: Story, check: SelfCheck) -> None:
    story.enter_as("officer")
    story.go(check.get_absolute_url())
    told = story.page.inner_text("main")
    assert "三件商品没有价签" in told
    assert "found and corrected" in told


def counts_in_leniency(city: City, check: SelfCheck) -> tuple[str, str]:
    """Somebody complains two days later about what was put right by then."""
    later, today = timezone.now() + timedelta(days=2), timezone.localdate()
    matter = Matter.objects.get(code="SJ-005")
    case = a_clue(
        city, counterpart=check.counterpart, at=later, occurred_on=today - timedelta(days=5),
        discovered_on=today + timedelta(days=2),
    )  # fmt: skip
    found = Case.objects.select_related("matter", "counterpart").get(pk=case.pk)
    found.matter = matter
    element = corrected(facts_of(found, today=today + timedelta(days=3)))
    return element.verdict, element.word
