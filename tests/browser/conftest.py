"""One house and one browser for all that is seen in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from tests.browser.eyes import Eyes
from tests.browser.house import run, surroundings, web
from tests.browser.roads import ROLES, Roads
from tests.databases import a_copy_of

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser's driver runs a loop of its own


@pytest.fixture(scope="session")
def house(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a house of its own, so that what happens in it touches no other test."""
    data: Path = tmp_path_factory.mktemp("house")
    own = dict(connections["default"].settings_dict)
    with a_copy_of(own) as address:
        environment = surroundings(data, DATABASE_URL=address)
        run(["manage.py", "flush", "--no-input", "--verbosity", "0"], environment)
        run(["-m", "tests.browser.world"], environment)
        with web(environment, data / "web.log") as found:
            yield found


@pytest.fixture(scope="session")
def roads(house: str) -> Roads:
    """Every page that anybody reaches by links."""
    found = Roads(house)
    for role in ROLES:
        found.walk(role)
    return found


@pytest.fixture
def eyes(house: str, browser: Any) -> Iterator[Eyes]:
    context = browser.new_context()
    yield Eyes(context.new_page(), house)
    context.close()
