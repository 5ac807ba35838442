"""Somebody answers at the door from the first moment, and the door never closes when the web takes over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from tests.private_servers import _free_port

ROOT = Path(__file__).resolve().parents[2]
TAKES_OVER = """
import http.server, socket, sys, time
time.sleep(1)  # as long as the web needs to start
class Web(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(b"the web")
    def log_message(self, *a): pass
server = http.server.HTTPServer(("", 0), Web, bind_and_activate=False)
server.socket = socket.socket(fileno=int(sys.argv[-1].removeprefix("fd://")))
server.serve_forever()
"""


@dataclass
class Room:
    address: str
    progress: Path
    process: subprocess.Popen[bytes]

    def get(self, path: str) -> requests.Response:
        return requests.get(self.address + path, timeout=20)

    def status(self) -> dict[str, object]:
        return self.get("/waiting/status.json").json()  # type: ignore[no-any-return]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    port, progress, web = _free_port(), tmp_path / "starting.log", tmp_path / "web.py"
    web.write_text(TAKES_OVER)
    command = [sys.executable, "deploy/waiting/room.py", str(port), str(progress), sys.executable, str(web)]
    process = subprocess.Popen(command, cwd=ROOT)
    found = Room(f"http://127.0.0.1:{port}", progress, process)
    _until_it_answers(found)
    yield found
    process.kill()
    process.wait(timeout=10)


def _until_it_answers(room: Room) -> None:
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        try:
            room.get("/")
        except requests.ConnectionError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError


class TestTheRoom:
    def test_is_never_taken_for_the_house(self, room: Room) -> None:
        for path in (
            "/",
            "/sign-in/",
            "/healthz",
            "/api/v1/cases/",
            "/waiting/../room.py",
            "/waiting/room.py",
        ):
            answer = room.get(path)
            assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
            assert "import" not in answer.text
        assert requests.post(f"{room.address}/sign-in/", data={"a": "b"}, timeout=20).status_code == 503

    def test_tells_how_far_it_is_and_no_secret(self, room: Room) -> None:
        assert room.status() == {"step": "", "done": None, "of": None}
        room.progress.write_text("Preparing the database ...\n  cases 120 of 203 ...\n")
        assert room.status() == {"step": "cases", "done": 120, "of": 203}
        room.progress.write_text("  closing the record ...\npassword:   very-secret\n")
        assert room.status() == {"step": "closing the record", "done": None, "of": None}

    def test_keeps_the_policy_of_the_house(self, room: Room) -> None:
        page = room.get("/")
        assert "default-src 'self'" in page.headers["Content-Security-Policy"]
        assert "style=" not in page.text
        for part in ("page.css", "page.js"):
            assert f"/waiting/{part}" in page.text
            assert room.get(f"/waiting/{part}").status_code == 200

    def test_becomes_the_web_without_refusing_anybody(self, room: Room) -> None:
        os.kill(room.process.pid, signal.SIGUSR1)
        seen, ends = [], time.monotonic() + 30
        while time.monotonic() < ends and "the web" not in seen:
            seen.append(room.get("/").text)  # raises when the door is closed for a moment
        assert seen[-1] == "the web"
        assert room.process.poll() is None
