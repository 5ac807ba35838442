"""Answers on the port of the web until the house is ready, then becomes the web without closing the door.

Needs nothing but Python, since it stands before anything is installed. ``SIGUSR1`` says that the house is
ready: the process turns into the command that is given, with the listening socket as ``fd://N``.
Usage: room.py PORT PROGRESS COMMAND ...    (PROGRESS: a file whose last line says what is being done)
"""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
STATUS_AT = "/waiting/status.json"
BACKLOG = 128
_COUNTED = re.compile(r"(.+?) (\d+) of (\d+)")


class Door(BaseHTTPRequestHandler):
    """Whatever is asked for, the answer is 503 and the page that waits: nobody takes it for the house."""

    server_version = "Guidepost"
    sys_version = ""
    timeout = 2
    progress: Path

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == STATUS_AT:
            return self.send(503, "application/json", json.dumps(status_of(self.progress)).encode())
        part = HERE / path.removeprefix("/waiting/")
        if path.startswith("/waiting/") and part.parent == HERE and part.suffix in (".css", ".js"):
            return self.send(200, TYPES[part.suffix], part.read_bytes())
        return self.send(503, TYPES[".html"], (HERE / "page.html").read_bytes())

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_GET  # noqa: N815 - the names of http.server

    def send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("Retry-After", "2"),
            ("Connection", "close"),
            ("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'"),
            ("X-Content-Type-Options", "nosniff"),
        ):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """The console belongs to who started the house."""


class Waiting(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for the answers


def status_of(progress: Path) -> dict[str, Any]:
    """What is being done, and how far it is when that can be counted.

    Only lines of progress are told, which end in dots: logins stand in the same file.
    """
    lines = progress.read_text("utf-8", "replace").splitlines() if progress.exists() else []
    last = next((line.strip(" .") for line in reversed(lines) if line.endswith(" ...")), "")
    counted = _COUNTED.fullmatch(last)
    if counted is None:
        return {"step": last, "done": None, "of": None}
    return {"step": counted[1], "done": int(counted[2]), "of": int(counted[3])}


def wait(listener: socket.socket, progress: Path, command: list[str]) -> None:
    """Answer until SIGUSR1 comes, then become ``command``; who knocks in between waits for its answer."""
    Door.progress = progress
    server = Waiting(listener.getsockname(), Door, bind_and_activate=False)
    server.socket.close()
    server.socket = listener
    ready = threading.Event()
    signal.signal(signal.SIGUSR1, lambda *_: ready.set())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    while not ready.wait(0.2):
        pass
    door = os.dup(listener.fileno())
    os.set_inheritable(door, True)
    server.shutdown()
    server.server_close()  # who was let in already gets an answer; the door itself stays open
    os.execv(command[0], [*command, "-b", f"fd://{door}"])  # noqa: S606 - bin/serve names it


if __name__ == "__main__":
    port, told, *web = sys.argv[1:]
    try:
        door = socket.create_server(("127.0.0.1", int(port)), backlog=BACKLOG)
    except OSError:
        sys.exit(f"Port {port} is taken; choose another: PORT=8001 bin/serve")
    wait(door, Path(told), web)
