"""A head binds a device at the first sign-in, comes back with its code, and loses it (等保 2.0)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from enforcement.rules.one_time_codes import code_at
from enforcement.services.officers import reset_second_factor
from foundation.models import AuditEntry, SecondFactor
from tests.city import PASSWORD, City

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class Person:
    """Somebody at a browser of the own, with a phone in the hand."""

    def __init__(self, page: Any, address: str, username: str) -> None:
        self.page, self.address, self.username = page, address, username
        self.secret = ""
        page.set_default_timeout(20_000)
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.complaints: list[str] = []

    def give_password(self, wanted: str = "/") -> None:
        self.page.goto(f"{self.address}{wanted}")
        self.page.fill("input[name=username]", self.username)
        self.page.fill("input[name=password]", PASSWORD)
        self.press()

    def scan(self) -> None:
        assert self.page.locator(".square img").evaluate("image => image.naturalWidth") > 100
        self.secret = self.page.inner_text(".square-key code").replace(" ", "")

    def type_code(self, code: str) -> None:
        self.page.fill("input[name=code]", code)
        self.press()

    def code(self, ahead: int = 0) -> str:
        return code_at(self.secret, timezone.now() + timedelta(seconds=ahead))

    def press(self) -> None:
        self.page.locator("main form button[type=submit].btn-primary").first.click()
        self.page.wait_for_load_state()

    def leave(self) -> None:
        self.page.goto("about:blank")
        self.page.context.clear_cookies()

    @property
    def place(self) -> str:
        return str(self.page.url).removeprefix(self.address)


@pytest.fixture
def head(city: City, settings: Any, live_server: Any, page: Any) -> Person:
    settings.REQUIRE_SECOND_FACTOR, settings.IDLE_MINUTES = True, 30
    return Person(page, live_server.url, "head")


def test_a_device_is_bound_asked_lost_and_bound_again(head: Person, city: City) -> None:
    codes = bind(head)
    come_back(head)
    come_back_without_the_device(head, codes[0])
    look_at_the_own_account(head)
    lose_everything(head, city)
    assert head.complaints == []  # the policy of the browser had nothing to refuse


def bind(head: Person) -> list[str]:
    head.give_password("/cases/?ordering=-opened_at")
    assert head.place == "/sign-in/second-factor/"
    head.page.goto(f"{head.address}/cases/")
    assert head.place.startswith("/sign-in/?next=")
    head.page.goto(f"{head.address}/sign-in/second-factor/")
    head.scan()
    head.type_code("000000")
    assert head.page.locator("[aria-invalid=true]").count() == 1
    head.type_code(head.code())
    codes = [str(text) for text in head.page.locator(".codes code").all_inner_texts()]
    assert len(set(codes)) == 10
    head.page.click("a.btn-primary")
    assert head.place == "/cases/?ordering=-opened_at"
    head.complaints.clear()  # the browser itself tells of the answer 400
    return codes


def come_back(head: Person) -> None:
    head.leave()
    head.give_password()
    assert head.place == "/sign-in/code/"
    head.type_code(head.code(ahead=30))
    assert head.place == "/"


def come_back_without_the_device(head: Person, code: str) -> None:
    head.leave()
    head.give_password()
    head.type_code(code.lower())
    assert head.place == "/"


def look_at_the_own_account(head: Person) -> None:
    head.page.goto(f"{head.address}/account/")
    assert head.page.locator("section:has(#sessions-title) li").count() == 3
    head.page.click("section:has(#sessions-title) .card-actions button")
    head.page.wait_for_load_state()
    assert head.page.locator("section:has(#sessions-title) li").count() == 1


def lose_everything(head: Person, city: City) -> None:
    officer = city.people["head"]
    reset_second_factor(officer.pk, by=city.actor("secadmin"), at=timezone.now(), why="手机遗失，已当面核实")
    head.page.goto(f"{head.address}/cases/")
    assert head.place.startswith("/sign-in/")
    head.give_password()
    assert head.place == "/sign-in/second-factor/"
    assert not SecondFactor.objects.exists()
    assert AuditEntry.objects.filter(action="auth:sign_in", actor_id=officer.pk).count() == 3
