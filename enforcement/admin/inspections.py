"""Yearly caps of inspections in the administration (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.contrib import admin

from enforcement.models import InspectionCap
from enforcement.services.inspections import edit_cap, enter_cap
from foundation.acts import Act
from foundation.admin import ServiceAdmin
from foundation.admin.forms import VERSION
from foundation.permissions import Permission

EDIT = Permission.ORGAN_EDIT


@admin.register(InspectionCap)
class InspectionCapAdmin(ServiceAdmin):
    view_permission = Permission.ORGAN_READ
    create = Act("cap", enter_cap, permission=EDIT)
    edit = Act("edit_cap", edit_cap, permission=EDIT)
    list_display = ("shown_organ", "year", "times", "published_on")
    list_select_related = ("organ",)

    def get_fields(self, request: Any, obj: Any = None) -> Any:
        """Organ and year are entered once."""
        if obj is not None and self.has_change_permission(request, obj):
            return ["times", "published_on", VERSION]
        return ["organ", "year", "times", "published_on"]
