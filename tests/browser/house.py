"""A whole Guidepost for a browser: a database of its own with an invented city, and the web before it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from tests.private_servers import LEASH, _free_port

ROOT = Path(__file__).resolve().parents[2]
START_WITHIN = 120  # seconds


def surroundings(data: Path, **more: str) -> dict[str, str]:
    """The environment of a demonstration in the folder ``data``."""
    own = {
        "GUIDEPOST_DATA": str(data),
        "GUIDEPOST_EMBEDDED": "1",
        "GUIDEPOST_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "LOG_LEVEL": "ERROR",
        "REDIS_URL": "",
    }
    return {**os.environ, **own, **more}


def run(words: list[str], environment: dict[str, str]) -> None:
    """Run a Python program to its end; raises CalledProcessError with what it said."""
    subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, check=True, timeout=START_WITHIN * 3)


@contextmanager
def web(environment: dict[str, str], log: Path) -> Iterator[str]:
    """The address of a running web; it ends with the caller, however that ends."""
    address = f"127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--preload", "-k", "gthread", "-w", "2"]
    command += ["--threads", "4", "-b", address, "--log-level", "warning"]
    with log.open("wb") as said:
        shell = subprocess.Popen(
            ["/bin/sh", "-c", LEASH, "sh", *command],
            stdin=subprocess.PIPE, stdout=said, stderr=said, cwd=ROOT, env=environment, start_new_session=True,
        )  # fmt: skip
    try:
        _wait_for(f"http://{address}", log)
        yield f"http://{address}"
    finally:
        if shell.stdin:
            shell.stdin.close()
        shell.wait(timeout=30)


def _wait_for(address: str, log: Path) -> None:
    ends = time.monotonic() + START_WITHIN
    while time.monotonic() < ends:
        try:
            requests.get(f"{address}/healthz", timeout=5)
        except requests.RequestException:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(log.read_text()[-2000:])
