"""Addresses that no browser and no honest client sends are refused before anything reads them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse

from foundation.middleware.refusals import refusal

LONGEST = 8000


class HostileAddressMiddleware:
    """Refuses NUL, lone surrogates, broken UTF-8 and over-long addresses with 400."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if is_hostile(query) or "\0" in request.path_info or len(request.path_info) > LONGEST:
            return refusal(request, 400)
        return self.get_response(request)


def is_hostile(query: str) -> bool:
    """Whether a query string can only be an attack or an accident."""
    if len(query) > LONGEST:
        return True
    raw = unquote_to_bytes(query.encode("latin-1", "replace"))
    if b"\0" in raw:
        return True
    try:
        raw.decode()
    except UnicodeDecodeError:
        return True
    return False
