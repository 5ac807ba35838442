"""Speaking to other machines: signed, short, by https, and never to an address inside our own walls."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import SplitResult, urlsplit

import orjson
from django.conf import settings

TIMEOUT = 5.0
SKEW = 300  # seconds by which the two clocks may differ
LONGEST_ANSWER = 300
TIMESTAMP, SIGNATURE, ONCE = "X-Guidepost-Timestamp", "X-Guidepost-Signature", "Idempotency-Key"
_AGAIN = frozenset({408, 425, 429})
_USER_AGENT = "Guidepost"


class NotAllowed(ValueError):
    """The address lies inside, or is not reached by https."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the other machine said: taken, refused for good, or to be tried again."""

    taken: bool
    is_final: bool
    text: str


def signature(key: str, timestamp: str, body: bytes) -> str:
    """HMAC-SHA256 over the time, a full stop, and the body."""
    sealed = hmac.new(key.encode(), timestamp.encode() + b"." + body, hashlib.sha256)
    return f"v1={sealed.hexdigest()}"


def is_signed(key: str, *, timestamp: str, body: bytes, given: str, at: datetime) -> bool:
    """Whether ``body`` was signed with ``key`` within the last minutes."""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        return False
    fresh = abs(at.timestamp() - int(timestamp)) <= SKEW
    return (
        hmac.compare_digest(signature(key, timestamp, body), given.encode("ascii", "replace").decode())
        and fresh
    )


def check_address(url: str) -> SplitResult:
    """The parts of ``url``; raises NotAllowed for anything but https to a named host without credentials."""
    try:
        parts = urlsplit(url)
        _port = parts.port
    except ValueError as error:
        raise NotAllowed(url) from error
    schemes = {"https", "http"} if settings.GATEWAYS_INSIDE else {"https"}
    if parts.scheme not in schemes or not parts.hostname or parts.username or parts.password:
        raise NotAllowed(url)
    return parts


def post_signed(url: str, *, key: str, once: str, body: dict[str, Any], at: datetime) -> Reply:
    """Send ``body`` as JSON, signed; the other side drops a second message with the same ``once``.

    Never raises for what the network or the other side does; redirects are not followed.
    """
    content, timestamp = orjson.dumps(body), str(int(at.timestamp()))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": _USER_AGENT,
        ONCE: once,
        TIMESTAMP: timestamp,
        SIGNATURE: signature(key, timestamp, content),
    }
    try:
        return _posted(check_address(url), content, headers)
    except NotAllowed:
        return Reply(taken=False, is_final=True, text="the address is not allowed")
    except (OSError, http.client.HTTPException) as error:
        return Reply(taken=False, is_final=False, text=f"{type(error).__name__}: {error}"[:LONGEST_ANSWER])


def _posted(parts: SplitResult, content: bytes, headers: dict[str, str]) -> Reply:
    connection = _connection(parts)
    try:
        path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        connection.request("POST", path, body=content, headers=headers)
        answer = connection.getresponse()
        said = answer.read(LONGEST_ANSWER).decode("utf-8", "replace").replace("\0", "")
    finally:
        connection.close()
    taken = 200 <= answer.status < 300
    is_final = 300 <= answer.status < 500 and answer.status not in _AGAIN
    return Reply(taken, is_final, f"HTTP {answer.status} {said}".strip()[:LONGEST_ANSWER])


def _connection(parts: SplitResult) -> http.client.HTTPConnection:
    """To the very address that was looked at: a name that points elsewhere a moment later gains nothing."""
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    connected = socket.create_connection((_outer_address(host, port), port), timeout=TIMEOUT)
    if parts.scheme == "https":
        secure = http.client.HTTPSConnection(host, port, timeout=TIMEOUT)
        secure.sock = ssl.create_default_context().wrap_socket(connected, server_hostname=host)
        return secure
    plain = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
    plain.sock = connected
    return plain


def _outer_address(host: str, port: int) -> str:
    """An address of ``host``; raises NotAllowed when any of its addresses lies inside."""
    found = {str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    if not settings.GATEWAYS_INSIDE and not all(is_outside(address) for address in found):
        raise NotAllowed(host)
    return min(found)


def is_outside(address: str) -> bool:
    """Whether ``address`` belongs to the open network, also when an old address is wrapped in a new one."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    return parsed.is_global and not parsed.is_multicast and (inner is None or inner.is_global)
