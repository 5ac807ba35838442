"""The plugin of a test run: private PostgreSQL and Redis are up before the settings are read."""

import atexit
import os
import shutil
import tempfile
from typing import Any

import pytest

from tests.private_servers import start_postgres, start_redis

SURROUNDINGS = {
    "GUIDEPOST_EMBEDDED": "1",
    "GUIDEPOST_DEMO": "0",
    "DEBUG": "0",
    "HTTPS": "0",
    "LOG_LEVEL": "ERROR",
}


def _data_folder() -> dict[str, str]:
    """A folder of its own for each process, and a SQLite file in it, used only when asked for."""
    data = tempfile.mkdtemp(prefix="guidepost-data-")
    atexit.register(shutil.rmtree, data, ignore_errors=True)
    return {"GUIDEPOST_DATA": data, "DATABASE_URL": f"sqlite:///{data}/guidepost.sqlite3"}


def _environment(*, sqlite: bool) -> dict[str, str]:
    found = _data_folder() | SURROUNDINGS
    found["REDIS_URL"] = os.environ.get("TEST_REDIS_URL") or start_redis().url
    if not sqlite:
        found["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL") or start_postgres().url
    return found


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--sqlite", action="store_true", help="run on SQLite instead of PostgreSQL")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """A parallel worker was given its surroundings already."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ.update(_environment(sqlite=early_config.known_args_namespace.sqlite))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """A parallel worker shares the servers, but has its own folder, Redis number and SQLite file."""
    number = int(node.workerinput["workerid"].removeprefix("gw")) + 1
    own = _data_folder() | {"REDIS_URL": f"{os.environ['REDIS_URL'].rpartition('/')[0]}/{number}"}
    if not node.config.getoption("sqlite"):
        own["DATABASE_URL"] = os.environ["DATABASE_URL"]
    node.gateway.remote_exec(f"import os; os.environ.update({own!r})").waitclose()
