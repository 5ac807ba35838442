"""One's own calendar link: made, made anew, ended; shown once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.services.feeds import make_feed, revoke_feed
from enforcement.views.accounts import ACCOUNT, OwnPage


class MakeCalendarLink(OwnPage):
    """A new link ends the old one."""

    template_name = "enforcement/calendar_link.html"
    title = _("Your calendar link")
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponseBase:
        _feed, secret = make_feed(by=self.actor, at=self.now)
        link = request.build_absolute_uri(reverse("calendar_feed", args=[secret]))
        answer = self.show({"title": self.title, "link": link})
        answer["Cache-Control"] = "no-store"
        return answer


class EndCalendarLink(OwnPage):
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponseBase:
        revoke_feed(by=self.actor, at=self.now)
        messages.success(request, str(_("The calendar link has ended.")))
        return redirect(ACCOUNT)
