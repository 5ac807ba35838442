"""Answers given before or beside the views: without database, session or navigation."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext_lazy as _

API = "/api/"
TITLES: dict[int, Any] = {
    400: _("This request cannot be understood."),
    503: _("The system is busy or under repair. Nothing was lost; try again in a moment."),
}


def refusal(request: HttpRequest, status: int, *, retry_after: int | None = None) -> HttpResponse:
    """The plain answer ``status``: a page for people, a problem document for machines."""
    if request.path_info.startswith(API):
        response = HttpResponse(_problem(status), status=status, content_type="application/problem+json")
    else:
        page = loader.render_to_string(f"{status}.html", {"title": TITLES[status]})
        response = HttpResponse(page, status=status)
    if retry_after is not None:
        response["Retry-After"] = str(retry_after)
    return response


def _problem(status: int) -> str:
    title = str(TITLES[status])
    return json.dumps({"type": "about:blank", "title": title, "status": status, "detail": title})
