"""Every refusal as a problem document (RFC 9457): one shape, all reasons at once."""

from __future__ import annotations

from decimal import InvalidOperation
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation, ValidationError
from django.db import DataError, IntegrityError, InterfaceError, OperationalError
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.response import Response

from foundation.acts import KeyReused
from foundation.acts.conflict import obstacle_of
from foundation.endpoints.field_errors import flattened, of_django
from foundation.endpoints.renderers import OrjsonRenderer
from foundation.lists.faults import BadQuery
from foundation.obstacles import Forbidden, Refused, Stale

CONTENT_TYPE = "application/problem+json"
KIND = "urn:guidepost:problem:"

TITLES: dict[int, Any] = {
    400: _("The request is not valid"),
    401: _("Sign in first"),
    403: _("Not permitted"),
    404: _("Not found"),
    405: _("Not possible here"),
    406: _("This form of answer does not exist"),
    409: _("Refused by rule"),
    412: _("Changed meanwhile"),
    413: _("Too large"),
    415: _("This form of content is not read"),
    422: _("The key was used for something else"),
    428: _("Say which version you read"),
    429: _("Too many requests"),
    503: _("Busy or under repair"),
}


class PreconditionRequired(exceptions.APIException):
    status_code = 428
    default_code = "precondition_required"
    default_detail = _("Send If-Match with the ETag that you read.")


class BadPrecondition(exceptions.ParseError):
    default_detail = _("If-Match holds one ETag of this resource.")


class ChangedMeanwhile(Exception):
    """A stale If-Match, with the names of what others changed."""

    def __init__(self, current_version: int, changed: list[str]) -> None:
        self.current_version = current_version
        self.changed = changed
        super().__init__(current_version)


def exception_handler(exc: Exception, context: dict[str, Any]) -> Response | None:
    """The answer for ``exc``; None for a fault of ours, which is logged and answered with 500."""
    found = _described(exc)
    if found is None:
        return None
    status, members, headers = found
    request = context.get("request")
    body = {
        "type": KIND + str(members.pop("code", "refused")).replace("_", "-"),
        "title": TITLES.get(status, ""),
        "status": status,
        "instance": request.path if request is not None else "",
        **members,
    }
    if request is not None:  # asked for YAML or a page, a refusal still is JSON
        request.accepted_renderer, request.accepted_media_type = OrjsonRenderer(), OrjsonRenderer.media_type
    return Response(body, status=status, headers=headers, content_type=CONTENT_TYPE)


Described = tuple[int, dict[str, Any], dict[str, str]]


def _described(exc: Exception) -> Described | None:
    if isinstance(exc, exceptions.APIException):
        return _of_rest_framework(exc)
    for kinds, describe in _DESCRIPTIONS:
        if isinstance(exc, kinds):
            return describe(exc)
    return None


def _of_rest_framework(exc: exceptions.APIException) -> Described:
    headers = {}
    if header := getattr(exc, "auth_header", None):
        headers["WWW-Authenticate"] = header
    if wait := getattr(exc, "wait", None):
        headers["Retry-After"] = str(int(wait) + 1)
    if isinstance(exc, exceptions.ValidationError):
        return (
            400,
            {"code": "invalid", "detail": _INVALID, "errors": flattened(exc.get_full_details())},
            headers,
        )
    return exc.status_code, {"code": exc.default_code, "detail": exc.detail}, headers


_INVALID = _("Some of what was sent cannot be accepted; see “errors”.")
_REFUSED = _("One or more rules stand against this; see “obstacles”.")
_UNSTORABLE = _("A value is outside what can be stored.")
_STALE = _("Somebody changed this since you read it. Read it again.")


def _of_refusal(exc: Any) -> Described:
    obstacles = [obstacle.as_dict() for obstacle in exc.obstacles]
    return 409, {"code": "refused", "detail": _REFUSED, "obstacles": obstacles}, {}


def _of_conflict(exc: Any) -> Described:
    return _of_refusal(Refused([obstacle_of(exc)]))


def _of_stale(exc: Any) -> Described:
    members = {"code": "stale", "detail": _STALE, "current_version": exc.current_version}
    return 412, {**members, "changed": getattr(exc, "changed", [])}, {"ETag": f'"{exc.current_version}"'}


def _of_bad_query(exc: Any) -> Described:
    return 400, {"code": "invalid", "detail": _INVALID, "errors": exc.as_dict()}, {}


def _of_django_validation(exc: Any) -> Described:
    return 400, {"code": "invalid", "detail": _INVALID, "errors": of_django(exc)}, {}


def _of_outage(_exc: Exception) -> Described:
    detail = _("The database cannot be reached. Nothing was changed; try again.")
    return 503, {"code": "unavailable", "detail": detail}, {"Retry-After": "5"}


def _plainly(status: int, code: str, detail: Any) -> Any:
    return lambda _exc: (status, {"code": code, "detail": detail}, {})


_DESCRIPTIONS: tuple[tuple[Any, Any], ...] = (
    (Refused, _of_refusal),
    ((Stale, ChangedMeanwhile), _of_stale),
    (BadQuery, _of_bad_query),
    (ValidationError, _of_django_validation),
    (
        (Forbidden, PermissionDenied),
        _plainly(403, "permission_denied", _("Your role does not include this.")),
    ),
    (Http404, _plainly(404, "not_found", _("There is nothing here that you may see."))),
    (KeyReused, _plainly(422, "key_reused", _("This Idempotency-Key came before with another content."))),
    (IntegrityError, _of_conflict),
    ((OperationalError, InterfaceError), _of_outage),
    ((DataError, OverflowError, InvalidOperation), _plainly(400, "invalid", _UNSTORABLE)),
    (SuspiciousOperation, _plainly(400, "invalid", _INVALID)),
)
