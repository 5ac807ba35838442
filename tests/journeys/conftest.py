"""A real browser before a real server, with a real worker behind it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from enforcement.services.sample_data import load_matters
from foundation.actors import COMMAND
from foundation.middleware import actor
from foundation.models import Heartbeat
from leniency.services.importing import load_lists
from tests.city import NOON, City, small_city

ROOT = Path(__file__).resolve().parents[2]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser's driver runs a loop of its own


@pytest.fixture
def city(transactional_db: None, settings: Any, tmp_path: Path) -> City:
    """The small city with matters and published lists, as the demonstration offers it."""
    settings.DEMO = True
    settings.MEDIA_ROOT = str(tmp_path / "files")
    settings.GUIDEPOST_DATA = str(tmp_path)
    found = small_city()
    load_matters(by=COMMAND, at=NOON)
    load_lists(by=COMMAND, at=NOON)
    return found


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The clock of the doors, which no service reads; the test sets it."""
    hand = SimpleNamespace(at=NOON)
    shown = SimpleNamespace(**{**vars(timezone), "now": lambda: hand.at})
    monkeypatch.setattr(actor, "timezone", shown)
    return hand


@pytest.fixture
def worker(city: City, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Celery with its timetable, on the test's own database and Redis."""
    environment = {**os.environ, "DATABASE_URL": _address(), "GUIDEPOST_EMBEDDED": "1"}
    beat = ["-B", "-s", str(tmp_path / "beat")]
    command = [sys.executable, "-m", "celery", "-A", "config", "worker", "-P", "threads", "-c", "2", *beat]
    with (tmp_path / "worker.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        yield process
        process.terminate()
        process.wait(timeout=30)


def _address() -> str:
    given = connection.settings_dict
    host, port = given["HOST"], given["PORT"] or ""
    if str(host).startswith("/"):
        return f"postgres://{given['USER']}@/{given['NAME']}?host={host}&port={port}"
    return f"postgres://{given['USER']}:{given['PASSWORD']}@{host}:{port}/{given['NAME']}"


def wait_until(true: Any, *, seconds: float = 60, what: str = "it") -> None:
    """Wait for ``true()``; fails when it takes longer."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if true():
            return
        time.sleep(0.25)
    beats = list(Heartbeat.objects.values_list("name", "beaten_at"))
    pytest.fail(
        f"{what} did not happen within {seconds} seconds; heartbeats: {beats}; {settings.CELERY_BROKER_URL}"
    )
