"""What waits, what failed, and whether the machinery beats: for the system administrator."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from foundation.admin.capped import CappedPaginator
from foundation.admin.rights import actor_of
from foundation.admin.service_admin import ServiceAdmin
from foundation.due import order_retry
from foundation.models import DueItem, Heartbeat
from foundation.permissions import Permission
from foundation.vocabulary import DueState


@admin.register(DueItem)
class DueItemAdmin(ServiceAdmin):
    view_permission = Permission.SYSTEM_OPERATE
    paginator = CappedPaginator
    list_display = ("kind", "thing", "round", "due_at", "state", "attempts")
    list_filter = ("state", "kind")
    search_fields = ("^thing",)
    ordering = ("-due_at", "-id")
    actions = ["try_again"]
    fields = ("kind", "thing", "round", "due_at", "state", "attempts", "processed_at", "error")

    @admin.action(description=_("Try parked items again"), permissions=["view"])
    def try_again(self, request: HttpRequest, rows: Any) -> None:
        parked = list(rows.filter(state=DueState.PARKED).values_list("pk", flat=True))
        for key in parked:
            order_retry(key, by=actor_of(request), at=request.now)  # type: ignore[attr-defined]
        text = ngettext("%(count)s item is due again.", "%(count)s items are due again.", len(parked)) % {
            "count": len(parked)
        }
        messages.success(request, text)


@admin.register(Heartbeat)
class HeartbeatAdmin(ServiceAdmin):
    view_permission = Permission.SYSTEM_OPERATE
    list_display = ("name", "beaten_at", "note")
    fields = ("name", "beaten_at", "note")
