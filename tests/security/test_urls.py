"""Every address opens for those whom the table names and for nobody else, and nothing typed grows there (Art. 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from django.test import Client
from django.utils import timezone

from enforcement.models import Officer
from enforcement.services.officers import issue_token
from foundation.actors import COMMAND
from foundation.permissions import Permission
from tests.security.addresses import all_addresses
from tests.security.house import PEOPLE, House, InTheHouse, client_of
from tests.security.markup import PLANTED, grown_in
from tests.security.urls import EVERYBODY, OPENED_BY, SIGNED_IN, WHO_OPENS

pytestmark = pytest.mark.slow
ADDRESSES = all_addresses()
READ = [a for a in ADDRESSES if "-transition-" not in a.name]
MAYBE_NOTHING_THERE = {
    "calendar_feed",
    "desk:notice", "desk:retry", "desk:system", "evaluation:evidence", "guidance:guidance_draft", "set_language",
    "sign_in", "sign_in_code", "sign_in_enrol", "account_device_remove", "account_recovery_codes",
    "job-detail", "job-file", "job_file",
    "leniency:condition_act", "leniency:entry_act", "leniency:list_act",
}  # fmt: skip
ASKS_TWICE = {
    "api_docs": "the browsable form asks for an account in its own way",
    "case-evidence": "a file shows persons: as who may read counterparts too",
    "case-evidence-content": "the same",
    "counterpart-reply-content": "a file shows persons: as who may read counterparts too",
    "desk:system": "for who operates and who audits",
    "enforcement:document_preview": "for who works on the thing",
    "enforcement:evidence_download": "the same as by the API",
    "guidance-action-effect-file": "a file shows persons: as who may read counterparts too",
    "tip-batch-preview": "names of counterparts: as who may read them too",
    "leniency-assessment-detail": "the facts of a case: as who may read cases too",
    "leniency-assessment-list": "the same",
}


def asks_twice(name: str) -> bool:
    """Where the permission opens nothing by itself: an act is for who works on the thing."""
    return name in ASKS_TWICE or name.endswith("_act")


class TestTheTable:
    def test_names_every_address_once(self) -> None:
        named = [name for names in OPENED_BY.values() for name in names]
        assert sorted(named) == sorted({a.name for a in READ})

    def test_gives_each_transition_a_resource(self) -> None:
        resources = {a.name.partition("-transition-")[0] for a in ADDRESSES if "-transition-" in a.name}
        assert [name for name in resources if f"{name}-list" not in WHO_OPENS] == []


def status_of(client: Client, path: str) -> int:
    response = client.get(path)
    if response.streaming:
        b"".join(response)  # read to its end, a file is closed
    return meaning_of(response)


def meaning_of(response: Any) -> int:
    """Its status; being sent to the entrance is being unknown."""
    sent_away = response.status_code == 302 and "/sign-in/" in response["Location"]
    return 401 if sent_away else int(response.status_code)


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody was told at an address, and what of it shows."""

    username: str
    name: str
    status: int
    may: bool
    is_page: bool
    is_planted: bool
    grown: tuple[str, ...]
    sniffing: str

    @property
    def is_wrong(self) -> bool:
        closed = self.status in {401, 403}
        open_to_the_wrong = closed is self.may and not (self.may and asks_twice(self.name))
        return self.status == 429 or self.status >= 500 or open_to_the_wrong


def answer_to(response: Any, username: str, name: str, *, may: bool) -> Answer:
    raw = b"".join(response.streaming_content) if response.streaming else response.content
    text, is_page = raw.decode("utf-8", "replace"), response["Content-Type"].startswith("text/html")
    found = response.status_code == 200
    return Answer(
        username, name, meaning_of(response), may, is_page, found and "zqx" in text,
        tuple(grown_in(text)) if found and is_page else (), response.get("X-Content-Type-Options", ""),
    )  # fmt: skip


class TestEveryAddress(InTheHouse):
    """One walk by everybody in a house where people typed markup: who is let in, and what grows there."""

    mark = PLANTED
    answers: ClassVar[list[Answer]] = []

    def walked(self) -> list[Answer]:
        if not self.answers:
            self.answers.extend(answer for username in PEOPLE for answer in self.walk(username))
        return self.answers

    def walk(self, username: str) -> Iterator[Answer]:
        client, actor = client_of(username), self.house.city.actor(username)
        for address in READ:
            who = WHO_OPENS[address.name]
            may = who in {EVERYBODY, SIGNED_IN} or actor.may(Permission(who))
            yield answer_to(client.get(self.house.path_to(address)), username, address.name, may=may)

    def test_opens_by_permission_alone(self) -> None:
        assert [str(answer) for answer in self.walked() if answer.is_wrong] == []

    def test_grows_nothing_from_what_people_typed(self) -> None:
        assert [str(answer) for answer in self.walked() if answer.grown] == []
        assert sum(answer.is_planted for answer in self.walked()) > 30  # the text was on the pages

    def test_lets_no_browser_guess_what_a_file_is(self) -> None:
        files = [answer for answer in self.walked() if answer.status == 200 and not answer.is_page]
        assert len(files) > 30
        assert {answer.sniffing for answer in files} == {"nosniff"}

    def test_is_there_for_those_who_work_with_it(self) -> None:
        """The walk above could be satisfied by addresses that lead nowhere."""
        clients = [client_of(name) for name in ("officer", "head", "secadmin", "orgadmin", "supervisor")]
        paths = {a.name: self.house.path_to(a) for a in READ if a.name not in MAYBE_NOTHING_THERE}
        lost = {n for n, p in paths.items() if not any(status_of(c, p) in {200, 405} for c in clients)}
        assert lost == set()

    def test_of_the_house_is_closed_to_the_unknown(self) -> None:
        client = client_of(None)
        found = {a.name: status_of(client, self.house.path_to(a)) for a in ADDRESSES}
        closed = {n for n, status in found.items() if status in {401, 403}}
        everybody = {n for n in found if WHO_OPENS.get(n) == EVERYBODY}
        assert closed == set(found) - everybody
        assert {n: s for n, s in found.items() if n in everybody and s >= 500} == {}


def token_of(username: str, *scopes: str) -> Client:
    officer = Officer.objects.get(username=username)
    _row, secret = issue_token(
        by=COMMAND, at=timezone.now(), officer=officer, name="walk", scopes=list(scopes), days=1
    )
    return Client(headers={"authorization": f"Bearer {secret}"})


def lists_of_the_api(house: House) -> Iterator[tuple[str, str, str]]:
    for address in READ:
        who = WHO_OPENS[address.name]
        if address.name.endswith("-list") and ":" not in address.name and who not in {EVERYBODY, SIGNED_IN}:
            yield address.name, house.path_to(address), who


class TestATokenOfFewerScopes(InTheHouse):
    def test_opens_what_its_scope_names_and_nothing_else(self) -> None:
        lists = list(lists_of_the_api(self.house))
        for scope in ("case:read", "organ:read", "evaluation:read"):
            client = token_of("head", scope)
            opened = {name for name, path, _who in lists if status_of(client, path) == 200}
            assert opened == {name for name, _path, who in lists if who == scope}

    def test_does_not_act_with_a_right_to_read(self) -> None:
        response = token_of("officer", "case:read").post(
            f"/api/v1/cases/{self.house.south.case.pk}/transitions/flag/",
            {"is_major": True, "flag_reason": "x"},
            content_type="application/json",
            headers={"If-Match": "*"},
        )
        assert response.status_code == 403

    def test_opens_no_page(self) -> None:
        assert status_of(token_of("head", "case:read"), "/cases/") == 401
