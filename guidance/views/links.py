"""The link of a counterpart as officers see it: whether it is open, until when, and its square to scan (Art. 8)."""

from __future__ import annotations

from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from foundation.pages.offers import offers_of
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from guidance.forms.links import LINK_ACTS, sensible_link_acts
from guidance.models import CounterpartLink, GuidanceAction
from guidance.services.links import address_of

SVG = "http://www.w3.org/2000/svg"


class GuidanceLinkPanel(ThingPage):
    """The latest link of one action; its address only for who works on the action."""

    model = GuidanceAction
    permission = Permission.GUIDANCE_READ
    template_name = "guidance/_guidance_link.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        action: GuidanceAction = self.thing
        links = CounterpartLink.objects.visible_to(self.actor).filter(action=action)
        link = links.select_related("opening", "revoked_by").first()
        offers = self._offers(action, link)
        return self.show(
            {
                "link": link,
                "is_live": link is not None and link.is_live(self.now),
                "is_over": link is not None and link.revoked_at is None and not link.is_live(self.now),
                "opening": getattr(link, "opening", None),
                "address": address_of(action, at=self.now) if offers else "",
                "offers": offers,
                "reads_persons": self.actor.may(Permission.COUNTERPART_READ),
            }
        )

    def context(self) -> dict[str, Any]:
        return {"object": self.thing}

    def _offers(self, action: GuidanceAction, link: CounterpartLink | None) -> list[dict[str, Any]]:
        return offers_of(
            action,
            acts=sensible_link_acts(LINK_ACTS, link),
            lifecycle=None,
            act_url="guidance:guidance_act",
            by=self.actor,
            at=self.now,
        )


class GuidanceLinkSquare(ThingPage):
    """The address of the link as a picture to scan, for who works on the action."""

    model = GuidanceAction
    permission = Permission.GUIDANCE_HANDLE
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        workable = GuidanceAction.objects.workable_by(self.actor).filter(pk=self.thing.pk)
        address = address_of(self.thing, at=self.now) if workable.exists() else ""
        if not address:
            raise Http404
        picture = segno.make(address, error="m").svg_inline(scale=4, border=2, light="#fff")
        whole = picture.replace("<svg ", f'<svg xmlns="{SVG}" ', 1)
        return HttpResponse(whole, content_type="image/svg+xml")
