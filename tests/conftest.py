"""What every test stands on."""

import gc
import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import translation
from hypothesis import settings as property_settings
from pytest_django.plugin import blocking_manager_key

from tests.city import small_city
from tests.databases import close_connections

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
IN_CI = os.environ.get("CI") == "true"
LONG = ("slow", "faults", "browser")
property_settings.register_profile("untimed", deadline=None)  # how fast a machine is proves nothing here
property_settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Slow hashes protect people, not tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Files of long tests come first, so that no worker ends with one alone."""
    long = {item.path for item in items if any(item.get_closest_marker(name) for name in LONG)}
    items.sort(key=lambda item: item.path not in long)
    if config.getoption("sqlite"):
        reason = pytest.mark.skip(reason="proves something that only PostgreSQL has")
        for item in items:
            if item.get_closest_marker("postgresql"):
                item.add_marker(reason)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is there before the first test stays to the last: nobody looks through it again and again."""
    gc.freeze()
    gc.set_threshold(10_000, 20, 10)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and not CHROMIUM:
        (pytest.fail if IN_CI else pytest.skip)(
            "Chromium is missing: apt-get install chromium fonts-noto-cjk"
        )


@pytest.fixture(scope="session", autouse=True)
def _asked_database(request: pytest.FixtureRequest) -> None:
    """A run that silently fell back to another database would prove nothing."""
    assert connection.vendor == ("sqlite" if request.config.getoption("sqlite") else "postgresql")


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """Nobody speaks in the language of whom a test before let in."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The small city stands in the test database; what a test adds is rolled back."""
    with django_db_blocker.unblock():
        small_city()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A test that commits leaves an empty database: the small city is founded again for those that roll back."""
    yield
    if nextitem is not None and _commits(item) and not _commits(nextitem):
        with item.config.stash[blocking_manager_key].unblock():
            small_city()


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    named = getattr(item, "fixturenames", ())
    return (
        "transactional_db" in named
        or "live_server" in named
        or bool(marker and marker.kwargs.get("transaction"))
    )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium; as root it has no sandbox."""
    args = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": args}


@pytest.fixture(scope="session")
def playwright(playwright: Any) -> Any:
    """The browser's driver; what was connected under its loop is closed while the loop runs."""
    yield playwright
    close_connections()
