"""PostgreSQL is killed in mid-sweep: the worker lives on, nothing is lost, nothing done twice (RELIABILITY B6)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import pytest

from tests.browser.house import ROOT, run, surroundings
from tests.faults.conftest import LOST, Broker, Start, wait_until
from tests.private_servers import Server, start_again, start_postgres

pytestmark = [pytest.mark.faults, pytest.mark.slow, pytest.mark.article("8.8")]
CASES = 300
PREPARE = f"""
import django; django.setup()
from django.db import connection
from django.utils import timezone
from desk.services.volume import load_volume
from foundation.actors import COMMAND
from guidance.services.visits import plan_missing_visits
from tests.city import small_city
small_city()
load_volume(by=COMMAND, at=timezone.now(), cases={CASES}, counterparts=50, guidance=1)
with connection.cursor() as cursor:
    for order in {LOST!r}:
        cursor.execute(order)
plan_missing_visits(at=timezone.now())
"""
SWEEP = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from foundation.due import CLAIM, sweep
sweep(at=timezone.now() + CLAIM + timedelta(seconds=5))
"""
PENDING = "SELECT count(*) FROM foundation_dueitem WHERE state = 'pending' AND due_at <= now()"
CLAIMED = "SELECT count(*) FROM foundation_dueitem WHERE claimed_until IS NOT NULL"
LINKLESS = "SELECT count(*) FROM foundation_auditpending"
VISITS = "SELECT count(*) FROM guidance_returnvisit"
ASSIGNED = "SELECT count(*) FROM guidance_returnvisit WHERE state = 'assigned'"
VISITORS = "SELECT count(*) FROM guidance_visitperson"
TOLD = "SELECT count(*) FROM enforcement_notification WHERE kind = 'visit:assigned'"
RECORDED = "SELECT count(*) FROM foundation_auditentry WHERE action = 'visit:assign'"


@dataclass
class Cluster:
    """A PostgreSQL of the test's own, that may be killed and started again."""

    server: Server

    def count(self, question: str) -> int:
        connection = psycopg2.connect(self.server.url.replace("postgres://", "postgresql://"))
        try:
            with connection.cursor() as cursor:
                cursor.execute(question)
                return int(cursor.fetchone()[0])
        finally:
            connection.close()

    def kill(self) -> None:
        """The server and every process that serves a connection, at once."""
        keeper = int((self.server.folder / "data" / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{keeper}/task/{keeper}/children").read_text().split()
        for pid in (keeper, *map(int, children)):
            os.kill(pid, signal.SIGKILL)
        self.server.shell.stdin.close()

    def start_again(self) -> None:
        self.server = start_again(self.server)


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    found = Cluster(start_postgres())
    yield found
    found.server.stop()


@pytest.fixture
def surrounded(cluster: Cluster, broker: Broker, tmp_path: Path) -> dict[str, str]:
    found = surroundings(tmp_path, DATABASE_URL=cluster.server.url, REDIS_URL=broker.url)
    run(["manage.py", "migrate", "--verbosity", "0"], found)
    run(["-c", PREPARE], found)
    return found


def findings(command: str, surrounded: dict[str, str]) -> set[str]:
    """What ``manage.py command`` finds wrong; cases whose visits were lost on purpose are among it."""
    asked = subprocess.run(  # noqa: PLW1510 - its code is the answer
        [sys.executable, "manage.py", command], cwd=ROOT, env=surrounded, capture_output=True, text=True
    )
    return set() if asked.returncode == 0 else set(asked.stdout.splitlines())


def test_the_worker_lives_on_and_every_visit_is_assigned_once(
    cluster: Cluster, surrounded: dict[str, str], broker: Broker, start: Start
) -> None:
    before = findings("verify_audit", surrounded), findings("check_invariants", surrounded)
    due, visits = cluster.count(PENDING), cluster.count(VISITS)
    assert due >= visits >= CASES / 3
    worker = start(
        *("celery", "--quiet", "-A", "config", "worker", "-P", "threads", "-c", "2", "-l", "ERROR"),
        *("--without-gossip", "--without-mingle"),
        database=cluster.server.url,
    )
    wait_until(lambda: cluster.count(CLAIMED) > 0, program=worker)
    cluster.kill()
    cluster.start_again()
    assert worker.shell.poll() is None
    assert cluster.count(PENDING) == due
    assert cluster.count(ASSIGNED) == 0
    run(["-c", SWEEP], surrounded)  # what was claimed is left alone for five minutes
    broker.send("foundation.link_audit_entries")  # to the worker that saw its database die
    wait_until(lambda: cluster.count(LINKLESS) == 0, program=worker)
    assert cluster.count(PENDING) == 0
    assigned = cluster.count(ASSIGNED)
    assert visits * 0.8 < assigned <= visits
    assert cluster.count(VISITORS) == cluster.count(TOLD) == 2 * assigned
    assert cluster.count(RECORDED) == assigned
    after = findings("verify_audit", surrounded), findings("check_invariants", surrounded)
    assert (after[0] - before[0], after[1] - before[1]) == (set(), set())
