"""Fields and matters with their discretion bands and provisions (Art. 3, 5)."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from enforcement.models import DiscretionBand, Field, Matter, MatterProvision
from enforcement.services.matters import (
    cite_provision,
    edit_band,
    edit_field,
    edit_matter,
    enter_band,
    found_field,
    found_matter,
    remove_band,
    uncite_provision,
)
from foundation.acts import Act
from foundation.admin import ServiceAdmin, ServiceInline
from foundation.admin.forms import VERSION
from foundation.permissions import Permission

READ, EDIT = Permission.MATTER_READ, Permission.MATTER_EDIT


@admin.register(Field)
class FieldAdmin(ServiceAdmin):
    view_permission = READ
    create = Act("found", found_field, permission=EDIT)
    edit = Act("edit", edit_field, permission=EDIT)
    list_display = ("code", "name_zh", "name_en")
    search_fields = ("code", "name_zh", "name_en")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Other systems know the code: it is entered once."""
        names = ["name_zh", "name_en"]
        if obj is None or not self.has_change_permission(request, obj):
            return ["code", *names]
        return [*names, VERSION]


class BandInline(ServiceInline):
    model = DiscretionBand
    view_permission = READ
    create = Act("enter", enter_band, permission=EDIT)
    edit = Act("edit", edit_band, permission=EDIT)
    remove = Act("remove", remove_band, permission=EDIT)


class ProvisionInline(ServiceInline):
    model = MatterProvision
    view_permission = READ
    create = Act("cite", cite_provision, permission=EDIT)
    remove = Act("uncite", uncite_provision, permission=EDIT)
    autocomplete_fields = ("provision",)


@admin.register(Matter)
class MatterAdmin(ServiceAdmin):
    view_permission = READ
    create = Act("found", found_matter, permission=EDIT)
    edit = Act("edit", edit_matter, permission=EDIT)
    list_display = ("code", "name_zh", "field", "statutory_range", "fine_min", "fine_max", "is_active")
    list_filter = ("field", "is_active", "correct_first")
    list_select_related = ("field",)
    search_fields = ("code", "name_zh", "name_en")
    inlines = [BandInline, ProvisionInline]
