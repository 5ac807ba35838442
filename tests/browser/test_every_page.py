"""Every page of the house, in both languages, by day and by night, at a desk and on a phone."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest

from tests.browser.eyes import Eyes
from tests.browser.roads import Roads, Stop, signed_in
from tests.security.addresses import all_addresses

pytestmark = [pytest.mark.browser, pytest.mark.postgresql, pytest.mark.slow, pytest.mark.django_db]

NO_PAGES = {
    "account_token_revoke", "desk:notice", "desk:retry", "set_language", "sign_out",  # only sent to
    "enforcement:counterpart_find", "enforcement:counterpart_reveal",  # only sent to
    "enforcement:counterpart_duplicates", "enforcement:counterpart_pick",  # asked for while one types
    "enforcement:evidence_download", "guidance:effect_file", "healthz", "readyz",  # files, and for machines
    "account_calendar", "account_calendar_end", "account_device_remove", "account_recovery_codes",
    "account_session_end", "account_sessions_end", "job_act", "job_start",  # only sent to
    "enforcement:template_act",  # only sent to: its acts ask nothing
    "guidance:delivery_act",  # the same
    "riskcontrol:self_check_qr", "riskcontrol:self_check_typed",  # a picture, and only sent to
    "sign_in_code", "sign_in_enrol",  # asked for between word and entry, outside the demo
    "calendar_feed", "enforcement:inspection_qr", "guidance:guidance_qr",  # a file opened by a secret, pictures
}  # fmt: skip


def test_has_a_road_to_every_page_and_none_into_nothing(roads: Roads) -> None:
    reached = {name for (name, *_words), stops in roads.stops.items() if stops}
    pages = {a.name for a in all_addresses() if not _is_of_the_api(a.name)}
    assert roads.broken == []
    assert pages - reached == NO_PAGES


def test_is_without_grave_faults(roads: Roads, eyes: Eyes) -> None:
    """WCAG 2.2 A and AA by axe; no sideways scroll; nothing on the console, which also hears the policy."""
    stops = roads.fullest()
    assert len(stops) > 80
    for role in {stop.role for stop in stops}:
        _look_around(eyes, role, [stop for stop in stops if stop.role == role])
    assert eyes.faults == []


def _look_around(eyes: Eyes, role: str, stops: list[Stop]) -> None:
    enter(eyes, role)
    for stop in stops:
        eyes.look(stop.path, language="en")
    for stop in stops:
        if "/do/" not in stop.path:
            eyes.look_on_a_phone(stop.path, language="zh-hans")


def enter(eyes: Eyes, role: str) -> None:
    """Take over the session of the role's card."""
    eyes.page.goto("about:blank")
    eyes.page.context.clear_cookies()
    cookies = signed_in(eyes.house, role).cookies
    eyes.page.context.add_cookies(
        [{"name": c.name, "value": str(c.value), "url": eyes.house} for c in cookies]
    )


def _is_of_the_api(name: str) -> bool:
    return name.startswith("api_") or "-" in name


def test_sees_what_is_wrong(house: str, eyes: Eyes) -> None:
    """The eyes are not blind: a page spoiled on purpose is found out in each way."""
    eyes.look("/sign-in/", language="en")
    assert eyes.faults == []
    eyes.page.route("**/sign-in/", spoil)
    eyes.look("/sign-in/", language="en")
    found = " ".join(eyes.faults)
    for fault in ("image-alt", "color-contrast", "wider than a phone", "Content Security Policy"):
        assert fault in found


def spoil(route: Any) -> None:
    answer = route.fetch()
    wide = '<img src="/static/brand.svg"><table width="900"><tr><td>x</table><p class="pale">pale</p>'
    dark = '<p bgcolor="x"><font color="#f0f0f0">pale</font></p><script>1</script>'
    route.fulfill(response=answer, body=answer.text().replace("</body>", f"{wide}{dark}</body>"))


class TestTheFirstPage:
    def test_of_an_officer_is_light(self, house: str, eyes: Eyes) -> None:
        """Two hundred kilobytes as the deployment compresses them, all scripts and styles, an empty browser."""
        enter(eyes, "officer")
        answers: list[Any] = []
        eyes.page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - the driver marks it
        eyes.page.goto(house)
        eyes.page.wait_for_load_state("networkidle")
        weighed = {answer.url: len(gzip.compress(answer.body())) for answer in answers if answer.ok}
        assert len(weighed) > 5
        assert sum(weighed.values()) <= 200_000, sorted(weighed.items(), key=lambda w: -w[1])


class TestTheKeyboard:
    def test_leads_past_the_navigation_to_the_content(self, house: str, eyes: Eyes) -> None:
        enter(eyes, "officer")
        eyes.page.goto(f"{house}/cases/")
        eyes.page.keyboard.press("Tab")
        assert _focused(eyes)["href"] == "#content"
        eyes.page.keyboard.press("Enter")
        assert eyes.page.evaluate("document.activeElement.id") == "content"

    @pytest.mark.parametrize(
        ("path", "aim"),
        [("/cases/", "/cases/new/"), ("/guidance/", "/guidance/new/"), ("/cases/new/", "submit")],
    )
    def test_reaches_the_main_act_and_shows_where_it_is(
        self, house: str, eyes: Eyes, path: str, aim: str
    ) -> None:
        enter(eyes, "officer")
        eyes.page.goto(house + path)
        eyes.page.locator("#content").focus()
        for _step in range(40):
            eyes.page.keyboard.press("Tab")
            here = _focused(eyes)
            if aim in (here["href"], here["type"]):
                assert here["outline"] or here["shadow"]
                return
        pytest.fail(f"{aim} is more than forty steps away")

    def test_opens_what_a_case_offers(self, roads: Roads, eyes: Eyes) -> None:
        enter(eyes, "officer")
        link = eyes.page.locator("main a.btn[href*='/do/']:visible").first
        for case in (s for s in roads.stops[("enforcement:case_detail",)] if s.role == "officer"):
            eyes.page.goto(eyes.house + case.path)
            eyes.page.wait_for_load_state("networkidle")  # the panels of upper floors bring acts of their own
            if link.count():
                break
        link.focus()
        wanted = link.get_attribute("href")
        eyes.page.keyboard.press("Enter")
        eyes.page.wait_for_url(re.compile(re.escape(str(wanted))))
        assert _focused(eyes) is not None


def _focused(eyes: Eyes) -> Any:
    return eyes.page.evaluate(
        """() => { const e = document.activeElement, s = getComputedStyle(e); return {
          href: e.getAttribute("href") || "", type: e.matches(".btn-primary[type=submit]") ? "submit" : "",
          outline: s.outlineStyle !== "none" && s.outlineWidth !== "0px", shadow: s.boxShadow !== "none" }; }"""
    )
