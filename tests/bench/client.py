"""A small client: a few connections to this machine, for a few seconds, and never more."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import urlsplit

HOST = "127.0.0.1"
MOST_CONNECTIONS = 8
LONGEST = 10.0
PATIENCE = 30.0
_serial = count(1)


@dataclass(frozen=True)
class Target:
    """What is asked for: ``{n}`` in a body becomes another number each time."""

    name: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    expect: int = 200

    @property
    def port(self) -> int:
        port = urlsplit(self.url).port
        if urlsplit(self.url).hostname != HOST or port is None:
            raise ValueError(f"{self.url}: only this machine is measured")
        return port

    def request(self) -> bytes:
        parts = urlsplit(self.url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        body = self.body.replace("{n}", str(next(_serial))).encode()
        method = "POST" if self.body else "GET"
        lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}:{self.port}"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        if body:
            lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
        return "\r\n".join([*lines, "", ""]).encode() + body


@dataclass
class Sample:
    """The times of the answers of one round, in seconds."""

    times: list[float] = field(default_factory=list)
    seconds: float = 0.0
    busy: float = 0.0
    wrong: dict[int, int] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds if self.seconds else 0.0

    @property
    def cost(self) -> float:
        """Milliseconds of the processors for one answer, in the web and in the database."""
        return self.busy / len(self.times) * 1000 if self.times else float("nan")

    def at(self, share: float) -> float:
        """The time within which ``share`` of the answers came, in milliseconds."""
        ordered = sorted(self.times)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000 if ordered else float("nan")


def load(target: Target, *, connections: int, seconds: float) -> Sample:
    """Ask again and again on some connections for some seconds."""
    sample, lock = Sample(), threading.Lock()
    until = time.perf_counter() + min(seconds, LONGEST)
    workers = [
        threading.Thread(target=_ask, args=(target, until, sample, lock))
        for _one in range(min(connections, MOST_CONNECTIONS))
    ]
    start = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    sample.seconds = time.perf_counter() - start
    return sample


def _ask(target: Target, until: float, sample: Sample, lock: threading.Lock) -> None:
    times: list[float] = []
    wrong: dict[int, int] = {}
    line = _Line(target.port)
    while (start := time.perf_counter()) < until:
        status = line.ask(target.request())
        times.append(time.perf_counter() - start)
        if status != target.expect:
            wrong[status] = wrong.get(status, 0) + 1
    line.close()
    with lock:
        sample.times += times
        for status, number in wrong.items():
            sample.wrong[status] = sample.wrong.get(status, 0) + number


class _Line:
    """One connection, kept open as long as the server keeps it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.socket: socket.socket | None = None

    def ask(self, request: bytes) -> int:
        if self.socket is None:
            self.socket = socket.create_connection((HOST, self.port), timeout=PATIENCE)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall(request)
        status, stays = self._answer(self.socket)
        if not stays:
            self.close()
        return status

    def close(self) -> None:
        if self.socket is not None:
            self.socket.close()
            self.socket = None

    @staticmethod
    def _answer(line: socket.socket) -> tuple[int, bool]:
        got = b""
        while b"\r\n\r\n" not in got:
            piece = line.recv(65536)
            if not piece:
                return 0, False
            got += piece
        head, _blank, body = got.partition(b"\r\n\r\n")
        lower = head.lower()
        status = int(head.split(b" ", 2)[1])
        if b"content-length:" not in lower:
            while line.recv(65536):
                pass
            return status, False
        length = int(lower.split(b"content-length:")[1].split(b"\r\n")[0])
        received = len(body)
        while received < length:
            received += len(line.recv(65536))
        return status, b"connection: close" not in lower
