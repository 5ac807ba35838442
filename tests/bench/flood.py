"""What happens at twice the capacity: who is let in stays quick, the rest are told to come back (QUALITY, Safety 8)."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field, replace

from tests.bench.client import HOST, Target

OVER = 2
SECONDS = 8.0
SLOWEST = 2.0  # seconds, of the accepted


@dataclass
class Flood:
    """The answers to requests that came at a fixed rate, whether or not those before were answered."""

    rate: float
    accepted: list[float] = field(default_factory=list)
    refused: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def p99(self) -> float:
        """Seconds from when a request came to the end of its answer."""
        ordered = sorted(self.accepted)
        return ordered[int(len(ordered) * 0.99)] if ordered else float("nan")

    @property
    def share(self) -> float:
        """Of all answers, those that were let in."""
        return len(self.accepted) / max(len(self.accepted) + self.refused + len(self.wrong), 1)


def flood(target: Target, *, rate: float, seconds: float = SECONDS) -> Flood:
    """Ask ``rate`` times a second, stamped as the reverse proxy stamps what it passes on."""
    found = Flood(rate)
    asyncio.run(_flood(target, found, int(rate * seconds)))
    return found


async def _flood(target: Target, found: Flood, number: int) -> None:
    start = time.monotonic()
    await asyncio.gather(*(_ask(target, found, start + turn / found.rate) for turn in range(number)))


async def _ask(target: Target, found: Flood, due: float) -> None:
    await asyncio.sleep(max(due - time.monotonic(), 0))
    begun = time.monotonic()
    stamped = {"X-Request-Start": f"t={time.time():.3f}", "Connection": "close"}
    try:
        reader, writer = await asyncio.open_connection(HOST, target.port)
        writer.write(replace(target, headers=target.headers | stamped).request())
        answer = await reader.read()
        writer.close()
    except OSError as error:
        found.wrong.append(type(error).__name__)
        return
    _note(found, answer, time.monotonic() - begun)


def _note(found: Flood, answer: bytes, took: float) -> None:
    head = answer.partition(b"\r\n\r\n")[0].lower()
    status = head[9:12].decode()
    if status == "200":
        found.accepted.append(took)
    elif status == "503" and b"retry-after:" in head:
        found.refused += 1
    else:
        found.wrong.append(status or "nothing")
