"""A page that shows one thing and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponseBase

from foundation.acts import Act
from foundation.lifecycle import Lifecycle
from foundation.pages.offers import offers_of
from foundation.pages.thing_page import ThingPage


class DetailPage(ThingPage):
    """Shows ``model`` in ``template_name``; ``acts`` become buttons that lead to ``act_url`` (pk, act)."""

    template_name = "foundation/detail.html"
    acts: ClassVar[Mapping[str, Act]] = {}
    lifecycle: ClassVar[Lifecycle | None] = None
    act_url: ClassVar[str] = ""
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self.show({"title": self.title or str(self.thing), "object": self.thing})

    def context(self) -> dict[str, Any]:
        return {"object": self.thing, "offers": self.offers(), **super().context()}

    def offers(self) -> list[dict[str, Any]]:
        return offers_of(
            self.thing,
            acts=self.acts,
            lifecycle=self.lifecycle,
            act_url=self.act_url,
            by=self.actor,
            at=self.now,
        )
