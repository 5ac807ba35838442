"""Without its database the house says so and when to come back; it never answers 500 for that."""

from __future__ import annotations

from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from foundation.middleware.refusals import refusal

DOWN = (OperationalError, InterfaceError)
RETRY_AFTER = 5


class DatabaseDownMiddleware:
    """Answers for views; ``foundation.pages.faults.server_error`` does so for what fails around them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, DOWN):
            return refusal(request, 503, retry_after=RETRY_AFTER)
        return None
