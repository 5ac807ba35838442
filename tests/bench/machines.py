"""The servers of a measurement: PostgreSQL with room to work, and gunicorns that end with it."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

from tests.private_servers import _free_port, start_postgres

ROOM = {"shared_buffers": "1GB", "max_wal_size": "8GB", "maintenance_work_mem": "256MB", "jit": "off",
        "max_parallel_workers_per_gather": "0"}  # fmt: skip
WORKERS, THREADS = 2, 4
TICKS = os.sysconf("SC_CLK_TCK")


def new_postgres(name: str) -> str:
    """The address of a new, empty database in a new cluster."""
    server = start_postgres(**ROOM)
    connection = psycopg2.connect(user="postgres", host=str(server.folder))
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    connection.close()
    return server.url.replace("/postgres?", f"/{name}?")


def surroundings(url: str, data: Path) -> dict[str, str]:
    data.mkdir(parents=True, exist_ok=True)
    own = {"DATABASE_URL": url, "GUIDEPOST_DATA": str(data), "GUIDEPOST_EMBEDDED": "1", "GUIDEPOST_DEMO": "0"}
    own["DJANGO_SETTINGS_MODULE"] = "config.settings"
    return os.environ | own | {"LOG_LEVEL": "ERROR", "DEBUG": "0", "HTTPS": "0"}


def manage(*words: str, env: dict[str, str], quiet: bool = False) -> int:
    """Run a command of manage.py; returns the most memory that it took, in megabytes."""
    out = subprocess.DEVNULL if quiet else None
    child = subprocess.Popen([sys.executable, "manage.py", *words], env=env, stdout=out)
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"manage.py {words[0]} ended with {child.returncode}")
    return usage.ru_maxrss // 1024


@dataclass(frozen=True)
class Web:
    """A running gunicorn."""

    port: int
    process: subprocess.Popen[bytes]
    database: str

    @property
    def workers(self) -> list[int]:
        text = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in text.split()]

    def memory(self) -> int:
        """The most that one of its workers took, in megabytes."""
        return max(_peak(pid) for pid in self.workers)

    def busy(self) -> float:
        """Seconds of the processors that its workers and their database sessions took so far."""
        return sum(_busy(pid) for pid in [*self.workers, *_sessions(self.database)])

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=40)


def start_web(module: str, env: dict[str, str]) -> Web:
    """Serve ``module:application`` as bin/serve does."""
    port = _free_port()
    process = subprocess.Popen(
        [
            sys.executable, "-m", "gunicorn", f"{module}:application", "-k", "gthread", "-w", str(WORKERS),
            "--threads", str(THREADS), "-b", f"127.0.0.1:{port}", "--log-level", "error", "--keep-alive", "30",
        ],
        env=env,
    )  # fmt: skip
    web = Web(port, process, urlsplit(env["DATABASE_URL"]).path[1:])
    atexit.register(_end, process)
    for _turn in range(300):
        if process.poll() is not None or _answers(port):
            break
        time.sleep(0.2)
    if process.poll() is not None:
        raise SystemExit(f"{module} could not start")
    return web


def _answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=30).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()


def _sessions(database: str) -> list[int]:
    """The processes of PostgreSQL that serve ``database``."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            words = path.read_bytes().replace(b"\0", b" ").decode(errors="replace").split()
            if words[:1] == ["postgres:"] and database in words:
                found.append(int(path.parent.name))
    return found


def _busy(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has just ended
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def _peak(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1024
    return 0
