"""What a request says of organ and period; anything else in the query is an error."""

from __future__ import annotations

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from evaluation.reports.choosing import Choice, OutOfReach, choose
from foundation.actors import Actor
from foundation.lists import BadQuery, Fault

CHOOSING = [
    OpenApiParameter("organ", str, description="An organ with all below it; “all” for everything in reach."),
    OpenApiParameter(
        "period", str, description="2026-11, 2026-Q4, 2026-H2 or 2026; else the running quarter."
    ),
]


def refuse_unknown(request: Request, known: frozenset[str]) -> None:
    """Raise BadQuery for parameters that mean nothing here."""
    unknown = sorted(set(request.query_params) - known)
    if unknown:
        fault = Fault("unknown", _("There is no such parameter."))
        raise BadQuery({name[:100]: [fault] for name in unknown})


def chosen(request: Request, actor: Actor) -> Choice:
    """Raises Http404 for a period or organ that does not exist for ``actor``."""
    asked = request.query_params
    try:
        found = choose(
            actor,
            at=request._request.now,  # type: ignore[attr-defined]
            organ=asked.get("organ", ""),
            period=asked.get("period", ""),
        )
    except OutOfReach as error:
        raise Http404 from error
    if found.period is None:
        raise Http404
    return found
