"""A gateway of messages: a real server on this machine that keeps what it was sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from enforcement.models import Contact, Counterpart
from enforcement.services.counterparts import add_contact
from foundation.actors import COMMAND
from guidance.models import Gateway
from guidance.services.deliveries import enter_gateway
from tests.city import NOON, City


@dataclass
class Carrier:
    """What came, and what is answered next: a status each, the last of them from then on."""

    url: str = ""
    requests: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[int] = field(default_factory=lambda: [200])
    carried: set[str] = field(default_factory=set)

    @property
    def bodies(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _headers, body in self.requests]

    def status(self) -> int:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def a_carrier() -> Iterator[Carrier]:
    """A server that drops a message that it has carried already."""
    carrier = Carrier()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            carrier.requests.append(({k.lower(): v for k, v in self.headers.items()}, body))
            status = carrier.status()
            if status < 300:
                carrier.carried.add(self.headers["Idempotency-Key"])
            self.send_response(status)
            self.end_headers()
            self.wfile.write(b"noted")

        def log_message(self, *_words: Any) -> None:
            """Nothing is said."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    carrier.url = f"http://127.0.0.1:{server.server_port}/messages?city=1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield carrier
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)


def a_gateway(url: str) -> Gateway:
    return enter_gateway(by=COMMAND, at=NOON, name="短信", kind="sms", address=url, is_active=True)


def a_contact(city: City, party: Counterpart, **values: Any) -> Contact:
    given = {"name": "店长", "post": "店长", "phone": "19900001111", **values}
    return add_contact(party.pk, by=city.actor("officer"), at=NOON, **given)
