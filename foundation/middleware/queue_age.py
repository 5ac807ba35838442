"""Under overload, requests that waited too long are refused at once, so that the rest stay quick."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from foundation.middleware.refusals import refusal

OLDEST = 1.5
_STAMP = re.compile(r"(?:t=)?([0-9]{10})(?:\.?([0-9]{3}))?[0-9]{0,6}")


class QueueAgeMiddleware:
    """Reads ``X-Request-Start`` that the reverse proxy sets (``t=${msec}``); without it does nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = started_at(request.headers.get("X-Request-Start", ""))
        if started is not None and time.time() - started > OLDEST:
            return refusal(request, 503, retry_after=2)
        return self.get_response(request)


def started_at(header: str) -> float | None:
    """Seconds since 1970 from seconds, milliseconds or microseconds; none when it says nothing."""
    found = _STAMP.fullmatch(header.strip())
    if found is None:
        return None
    return int(found[1]) + int(found[2] or 0) / 1000
