"""Who asks, and when: the clock is read here and nowhere below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from foundation.actors import ANONYMOUS, Actor
from foundation.vocabulary import Via

Next = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """Sets ``request.now``, and ``request.actor`` lazily: public pages ask no database who is there."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.now = timezone.now()
        request.actor = SimpleLazyObject(lambda: actor_in_session(request))
        return self.get_response(request)


def actor_in_session(request: Any) -> Actor:
    """The signed-in officer as an actor, or nobody."""
    user = request.user
    if not user.is_authenticated:
        return ANONYMOUS
    return user.as_actor(via=Via.BROWSER)
