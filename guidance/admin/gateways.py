"""Gateways of messages in the administration (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from foundation.acts import Act
from foundation.admin import ServiceAdmin
from foundation.admin.forms import VERSION
from foundation.permissions import Permission
from guidance.models import Gateway
from guidance.services.deliveries import change_key, edit_gateway, enter_gateway

OPERATE = Permission.SYSTEM_OPERATE
COLUMNS = ["name", "kind", "address", "is_active"]


@admin.register(Gateway)
class GatewayAdmin(ServiceAdmin):
    view_permission = OPERATE
    create = Act("enter", enter_gateway, permission=OPERATE)
    edit = Act("edit", edit_gateway, permission=OPERATE)
    list_display = ("name", "kind", "address", "is_active")
    actions = ["give_new_key"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The key is never shown again."""
        return [*COLUMNS, VERSION] if obj is not None else COLUMNS

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """The key stands in this one answer: neither in a message nor in the session."""
        return self._shown(request, obj)

    @admin.action(description=_("Give it a new key"), permissions=["view"])
    def give_new_key(self, request: HttpRequest, rows: Any) -> HttpResponse | None:
        if len(rows) != 1:
            messages.error(request, _("Choose one gateway: its new key is shown once."))
            return None
        act = Act("change_key", change_key, permission=OPERATE)
        return self._shown(request, self.call(request, act, {}, key=rows[0].pk))

    def _shown(self, request: HttpRequest, gateway: Gateway) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("The key of the gateway"),
            "opts": self.opts,
            "gateway": gateway,
        }
        return render(request, "admin/gateway_key.html", context)
