"""Who calls: an officer in a browser session, or a token bound to an officer and narrowed to its scopes."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from django.utils.translation import gettext_lazy as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from foundation.actors import ANONYMOUS, Actor
from foundation.vocabulary import Via

_LONGEST = 200


class TokenLookup(Protocol):
    def __call__(self, secret: str, *, at: datetime) -> Any: ...


_lookups: list[TokenLookup] = []


def use_token_lookup(lookup: TokenLookup) -> None:
    """Tell where tokens are kept; called once, in the ``ready()`` of the app that keeps them.

    ``lookup(secret, at=)`` gives the live token or None: not expired, not revoked, its officer active.
    The token has ``pk``, ``scopes`` and ``officer``; the lookup notes its last use.
    """
    _lookups[:] = [lookup]


class TokenAuthentication(BaseAuthentication):
    """``Authorization: Bearer <token>``."""

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        scheme, _space, text = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "bearer":
            return None
        token = self._find(text.strip(), request._request.now)  # type: ignore[attr-defined]
        if token is None:
            raise AuthenticationFailed(_("This token is unknown, expired or revoked."))
        return token.officer, token

    def authenticate_header(self, _request: Request) -> str:
        return 'Bearer realm="api"'

    def _find(self, text: str, at: datetime) -> Any:
        plausible = 0 < len(text) <= _LONGEST and text.isascii() and text.isprintable()
        return _lookups[0](text, at=at) if plausible and _lookups else None


def actor_of(request: Request) -> Actor:
    """The caller as an actor; a token gives no more than its scopes."""
    if not request.user.is_authenticated:
        return ANONYMOUS
    return request.user.as_actor(via=Via.API, token=request.auth)


class ActorRequired(BasePermission):
    """The view's ``permission``; a view that names none, and is not ``public``, opens to nobody."""

    def has_permission(self, request: Request, view: Any) -> bool:
        actor = actor_of(request)
        request._request.actor = actor  # type: ignore[attr-defined]
        if getattr(view, "public", False):
            return True
        permission = getattr(view, "permission", None)
        return permission is not None and actor.officer_id is not None and actor.may(permission)


class TokenScheme(OpenApiAuthenticationExtension):
    target_class = TokenAuthentication
    name = "token"

    def get_security_definition(self, _auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}
