"""Workers and a Redis that may be killed; nothing of them outlives a test."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import redis
from celery import Celery
from django.db import connection
from django.utils import timezone

from desk.services.volume import load_volume
from enforcement.models import Case
from enforcement.vocabulary import PENALISING
from foundation.actors import COMMAND
from guidance.rules.visits import reasons_to_visit
from guidance.services.visits.planning import selection_of
from tests.city import City, small_city
from tests.databases import address_of
from tests.private_servers import LEASH, Server, start_redis

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Broker:
    """A Redis of the test's own, and a way to send tasks past the house."""

    server: Server

    @property
    def url(self) -> str:
        return self.server.url

    def send(self, task: str) -> None:
        with Celery(broker=self.url, set_as_current=False) as sender:
            sender.send_task(task)

    def signal(self, number: signal.Signals) -> None:
        """To the server itself, not to the shell that holds it."""
        os.kill(self._pid, number)

    def __post_init__(self) -> None:
        with redis.Redis.from_url(self.url) as asked:
            self._pid = int(asked.info("server")["process_id"])


@dataclass
class Program:
    """A running program of ours, on a leash: it ends when the test's process does."""

    shell: subprocess.Popen[bytes]
    log: Path
    begun: datetime

    def kill(self) -> None:
        """At once and without a word, as the kernel does when memory runs out."""
        self.strike()
        wait_until(lambda: _gone(self), program=self)  # the database notices the death a moment later

    def strike(self) -> None:
        """As ``kill``, while others go on."""
        os.killpg(self.shell.pid, signal.SIGKILL)
        self.shell.wait(timeout=20)

    def most_memory(self) -> int:
        """The most megabytes that any of its processes held so far."""
        return max(_peaks_of(self.shell.pid), default=0)

    def end(self) -> None:
        if self.shell.poll() is None:
            self.strike()
        if self.shell.stdin:
            self.shell.stdin.close()


def _peaks_of(group: int) -> Iterator[int]:
    """The most memory of each living process of the group, in megabytes."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, IndexError):  # it has just ended
            if int(path.read_text().rpartition(")")[2].split()[2]) != group:
                continue
            lines = (path.parent / "status").read_text().splitlines()
            yield from (int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM:"))


Start = Callable[..., Program]


@pytest.fixture
def broker() -> Iterator[Broker]:
    server = start_redis()
    yield Broker(server)
    server.stop()


@pytest.fixture
def start(broker: Broker, transactional_db: None, tmp_path: Path) -> Iterator[Start]:
    """Start ``python -m`` with these words, on the test's database and Redis."""
    running: list[Program] = []

    def begin(*words: str, database: str = "") -> Program:
        log = tmp_path / f"program{len(running)}.log"
        database = database or address_of(connection.settings_dict, connection.settings_dict["NAME"])
        environment = {**os.environ, "DATABASE_URL": database, "REDIS_URL": broker.url}
        begun = _now()
        with log.open("wb") as said:
            shell = subprocess.Popen(
                ["/bin/sh", "-c", LEASH, "sh", sys.executable, "-m", *words],
                stdin=subprocess.PIPE, stdout=said, stderr=said, cwd=ROOT, env=environment,
                start_new_session=True,
            )  # fmt: skip
        running.append(Program(shell, log, begun))
        return running[-1]

    yield begin
    for program in running:
        program.end()
    if running:
        wait_until(lambda: _gone(running[0]), program=running[-1])


@pytest.fixture
def start_worker(start: Start) -> Callable[[], Program]:
    """Celery as it is served; at its start it sweeps once by itself."""
    words = ("celery", "--quiet", "-A", "config", "worker", "-P", "threads", "-c", "2", "-l", "WARNING")
    return lambda: start(*words, "--without-gossip", "--without-mingle")


@pytest.fixture
def city(transactional_db: None, settings: Any, tmp_path: Path) -> City:
    settings.MEDIA_ROOT = str(tmp_path / "files")
    return small_city()


LOST = (
    "DELETE FROM guidance_visitperson",
    "DELETE FROM guidance_returnvisit",
    "DELETE FROM enforcement_caseperson WHERE role = 'visitor'",
    "DELETE FROM foundation_dueitem",
    "UPDATE enforcement_case SET state = 'closed' WHERE state = 'archived'",
)


@pytest.fixture
def unvisited(city: City) -> Callable[[int], int]:
    """Lead that many cases and lose their visits; says how many are needed now."""

    def lead(cases: int) -> int:
        now = timezone.now()
        load_volume(by=COMMAND, at=now, cases=cases, counterparts=50, guidance=1)
        with connection.cursor() as cursor:
            for order in LOST:
                cursor.execute(order)
        return len(missing_visits())

    return lead


def missing_visits() -> list[int]:
    """The decided cases that need a visit and have none, counted apart from the planner."""
    decided = Case.objects.filter(decided_on__isnull=False, return_visits=None)
    return [
        case.pk for case in decided.select_related("circumstances")
        if reasons_to_visit(selection_of(case)) and (case.carried_out_on or case.outcome not in PENALISING)
    ]  # fmt: skip


def _now() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
        return moment


def _gone(program: Program) -> bool:
    """Nobody who came to the test's database since the program began is still connected."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_start >= %s",
            [program.begun],
        )
        return bool(cursor.fetchone()[0] == 0)


def wait_until(true: Callable[[], bool], *, program: Program, seconds: float = 50) -> None:
    """Look again and again; fails with the program's last words."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if true():
            return
        time.sleep(0.02)
    pytest.fail(f"not within {seconds} seconds: {program.log.read_text()[-3000:]}")
