"""Whoever is from elsewhere meets nothing of the south, by any door (Art. 4)."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from enforcement.models import Officer
from tests.city import City, small_city
from tests.security.addresses import Address, all_addresses, fill
from tests.security.world import MARK, South, marked_south

pytestmark = pytest.mark.slow
STRANGERS = ("officer_north", "head_north", "sysadmin", "secadmin", "auditor", "integrity", None)
QUERIES = ("", "?q=" + MARK, "?search=" + MARK, "?export=csv", "?count=true", "?page_size=1")
ALL_AT_ONCE = "?" + "&".join(query.removeprefix("?") for query in QUERIES if query)
CLOSED = (401, 403, 404)
ADDRESSES = all_addresses()


@pytest.fixture
def city(settings: Any, tmp_path: Any) -> City:
    settings.MEDIA_ROOT = str(tmp_path)
    return small_city()


@pytest.fixture
def south(city: City) -> South:
    return marked_south(city)


def client_of(username: str | None) -> Client:
    client = Client(raise_request_exception=True)
    if username is not None:
        client.force_login(
            Officer.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend"
        )
    return client


def body_of(response: Any) -> str:
    raw = b"".join(response.streaming_content) if response.streaming else response.content
    return raw.decode("utf-8", "replace")


def paths(south: South) -> list[tuple[Address, str]]:
    found = []
    for address in ADDRESSES:
        path = fill(address, south)
        if path is not None:
            found.append((address, path))
    return found


@pytest.mark.django_db
@pytest.mark.article("4")
def test_finds_nothing_of_the_south(south: South) -> None:
    found = paths(south)
    read = [(address, path) for address, path in found if "-transition-" not in address.name]
    first, *others = STRANGERS  # what is only sent to is opened by one of them; the next test sends to it
    assert _leaks_to(client_of(first), found) == []
    assert [leak for username in others for leak in _leaks_to(client_of(username), read)] == []


def _leaks_to(client: Client, found: list[tuple[Address, str]]) -> list[str]:
    leaks = []
    for address, path in found:
        closed = _look(client, path, leaks) in CLOSED
        for query in () if address.arguments else (ALL_AT_ONCE,) if closed else QUERIES[1:]:
            _look(client, path + query, leaks)
    return leaks


def _look(client: Client, path: str, leaks: list[str]) -> int:
    response = client.get(path)
    leak = f"GET {path}: {response.status_code}"
    told_nothing = response.status_code == 429 or response.status_code >= 500
    if told_nothing or (MARK in body_of(response) and not _echoes(leak)):
        leaks.append(leak)
    return int(response.status_code)


def _echoes(leak: str) -> bool:
    """A search page repeats what was typed; it says so with status 200 and is looked at by the next test."""
    return ("?q=" in leak or "?search=" in leak) and leak.endswith(": 200")


@pytest.mark.django_db
def test_cannot_act_on_anything_of_the_south(south: South) -> None:
    found = [path for address, path in paths(south) if address.arguments]
    assert [done for username in STRANGERS for done in _acts_by(client_of(username), found)] == []


def _acts_by(client: Client, found: list[str]) -> list[str]:
    done = []
    for path in found:
        response = client.post(path, {"expected_version": "1", "reason": "x", "note": "x"})
        entrance = response.status_code == 302 and "/sign-in/" in response["Location"]
        if response.status_code not in (401, 403, 404, 405) and not entrance:
            done.append(f"POST {path}: {response.status_code}")
    return done


@pytest.mark.django_db
def test_the_officer_at_home_finds_it(south: South) -> None:
    """The walk can fail: the same walk by an officer of the south meets the marker."""
    client = client_of("officer")
    met = [path for _a, path in paths(south) if MARK in body_of(client.get(path))]
    assert len(met) > 10
