"""Notices: what the officer was told, read or not."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from desk.reports.bundles import sections_of
from enforcement.models import Notification
from enforcement.services.notifications import read_all, read_one
from foundation.pages import Page

SHOWN = 100


class NoticesPage(Page):
    """The newest notices; POST marks all of them as read."""

    template_name = "desk/notices.html"
    title = _("Notices")
    http_method_names = ["get", "head", "post", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self.show({"title": self.title})

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        read_all(by=self.actor, at=self.now)
        return redirect(request.path)

    def context(self) -> dict[str, Any]:
        notices = list(Notification.objects.visible_to(self.actor)[:SHOWN])
        sections = sections_of(notices, timezone.localdate(self.now))
        unread = sum(notice.read_at is None for notice in notices)
        return {
            "notices": notices,
            "sections": sections,
            "unread": unread,
            "is_cut": len(notices) == SHOWN,
            "shown": SHOWN,
        }


class NoticePage(Page):
    """POST marks one notice as read and leads to what it speaks of."""

    http_method_names = ["post", "options"]

    def post(self, _request: HttpRequest, pk: int, **_kwargs: Any) -> HttpResponseBase:
        if pk >= 2**63:
            raise Http404
        notice = read_one(pk, by=self.actor, at=self.now)
        if notice is None:
            raise Http404
        ours = url_has_allowed_host_and_scheme(notice.url, allowed_hosts=None)
        return redirect(notice.url if notice.url and ours else "notifications")
