"""Pages that say what went wrong and what to do next; the API gets problem documents."""

from __future__ import annotations

import sys
from http import HTTPStatus
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import loader

from foundation.obstacles import Forbidden, Refused

_DOWN = (OperationalError, InterfaceError)


def _fault(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    if request.path_info.startswith("/api/"):
        return _problem(status)
    return render(request, f"{status}.html", context, status=status)


def _problem(status: int) -> HttpResponse:
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return JsonResponse(body, status=status, content_type="application/problem+json")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _fault(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    permission = exception.permission if isinstance(exception, Forbidden) else ""
    return _fault(request, 403, permission=permission)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _fault(request, 404)


def refused(request: HttpRequest, exception: Refused) -> HttpResponse:
    return _fault(request, 409, obstacles=exception.obstacles)


def server_error(request: HttpRequest) -> HttpResponse:
    """500; or 503 when the database was away, since then nothing is broken but the line to it."""
    down = isinstance(sys.exc_info()[1], _DOWN)
    status = 503 if down else 500
    if request.path_info.startswith("/api/"):
        response = _problem(status)
    else:
        response = HttpResponse(loader.render_to_string(f"{status}.html"), status=status)
    if down:
        response["Retry-After"] = "5"
    return response
