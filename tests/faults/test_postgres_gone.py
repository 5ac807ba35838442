"""The database closes its door and opens it again: people are told when to come back, and nothing answers 500."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from django.db import connections
from psycopg2.sql import SQL, Identifier

from tests.browser.house import surroundings, web
from tests.browser.roads import signed_in
from tests.city import City
from tests.databases import _order, a_copy_of

pytestmark = [
    pytest.mark.faults, pytest.mark.postgresql, pytest.mark.slow, pytest.mark.django_db(transaction=True),
]  # fmt: skip
PAGES = ("/", "/cases/", "/counterparts/?q=示例", "/jobs/", "/public/leniency/", "/sign-in/", "/admin/")
API = ("/api/v1/cases/", "/api/v1/public/leniency-entries/")


@contextmanager
def closed(server: dict[str, Any], name: str) -> Iterator[None]:
    """Nobody is let in, and who was in is put out: what a dead server looks like from outside."""
    door = SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
    put_out = SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'")
    _order(server, door.format(Identifier(name), SQL("false")))
    try:
        _order(server, put_out.format(SQL(name)))
        yield
    finally:
        _order(server, door.format(Identifier(name), SQL("true")))


def test_everybody_is_told_to_come_back_and_then_goes_on(city: City, tmp_path: Path) -> None:
    server = dict(connections["default"].settings_dict)
    with a_copy_of(server) as address:
        name = urlsplit(address).path.removeprefix("/")
        with web(surroundings(tmp_path, DATABASE_URL=address), tmp_path / "web.log") as house:
            session = signed_in(house, "officer")
            with closed(server, name):
                answers = {path: session.get(house + path, timeout=30) for path in (*PAGES, *API)}
                told = {path: (a.status_code, a.headers.get("Retry-After")) for path, a in answers.items()}
                assert told == dict.fromkeys((*PAGES, *API), (503, "5"))
                assert answers["/api/v1/cases/"].headers["Content-Type"] == "application/problem+json"
                assert requests.get(f"{house}/healthz", timeout=30).status_code == 200
                assert requests.get(f"{house}/readyz", timeout=30).status_code == 503
            after = {path: session.get(house + path, timeout=30).status_code for path in (*PAGES, *API)}
            assert {status for status in after.values() if status >= 500} == set()
            assert after["/cases/"] == after["/jobs/"] == 200
