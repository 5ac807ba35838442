"""The door of a counterpart's link: counted, closed to what was not sealed here, kept out of every memory (Art. 8)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponseBase
from rest_framework.throttling import BaseThrottle

from foundation.acts.limits import Limit, count, seconds_to_wait
from foundation.pages import Page
from guidance.models import CounterpartLink
from guidance.services.links import link_of_token

WRONG = Limit("link:wrong", 30, timedelta(minutes=10))
OPENED = Limit("link:opened", 120, timedelta(hours=1))
CLOSED = "guidance/link_closed.html"


class LinkPage(Page):
    """A page behind a link: the link alone says whose guidance this is.

    The referrer stays on this site (the wall's ``same-origin``): with none at all browsers send forms without
    an origin, and every form would be refused as forged.
    """

    public = True
    http_method_names = ["get", "head", "options"]
    limit: ClassVar[Limit] = OPENED
    link: CounterpartLink

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = self._closed(kwargs["token"]) or super().dispatch(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Cache-Control"] = "private, no-store"
        response._has_been_logged = True  # type: ignore[attr-defined]  # the address is a key
        return response

    @property
    def is_officer(self) -> bool:
        """Officers look at the page; what stands on it was not read by the counterpart then."""
        return self.actor.officer_id is not None

    def _closed(self, token: str) -> HttpResponseBase | None:
        """What is told instead of the page; nothing when the link is live."""
        if wait := seconds_to_wait(WRONG, self.caller, at=self.now):
            return self.too_many(wait)
        link = link_of_token(token)
        if link is None:
            count(WRONG, self.caller, at=self.now)
            return self.nothing_here(404, None)
        if not link.is_live(self.now):
            return self.nothing_here(410, link)
        if not self.is_officer and (wait := count(self.limit, str(link.pk), at=self.now)):
            return self.too_many(wait)
        self.link = link
        return None

    @property
    def caller(self) -> str:
        """The address that asks, as far as our own proxies tell it."""
        return str(BaseThrottle().get_ident(self.request))  # type: ignore[arg-type]

    def too_many(self, wait: int) -> HttpResponseBase:
        again = self.now + timedelta(seconds=wait)
        response = self.show({"kind": "too_many", "again": again}, status=429, template=CLOSED)
        response["Retry-After"] = str(wait)
        return response

    def nothing_here(self, status: int, link: CounterpartLink | None) -> HttpResponseBase:
        organ = link.action.organ if link else None
        return self.show({"kind": "gone", "organ": organ}, status=status, template=CLOSED)
