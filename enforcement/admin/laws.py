"""Legal instruments and their provisions: cited, never copied (Art. 3)."""

from __future__ import annotations

from django.contrib import admin

from enforcement.models import Instrument, Provision
from enforcement.services.matters import edit_instrument, edit_provision, found_instrument, found_provision
from foundation.acts import Act
from foundation.admin import ServiceAdmin, ServiceInline
from foundation.permissions import Permission

READ, EDIT = Permission.MATTER_READ, Permission.MATTER_EDIT


class ProvisionInline(ServiceInline):
    model = Provision
    view_permission = READ
    edit = Act("edit", edit_provision, permission=EDIT)
    fields = ("article", "revision", "summary", "valid_from", "valid_to", "is_verified")


@admin.register(Instrument)
class InstrumentAdmin(ServiceAdmin):
    view_permission = READ
    create = Act("found", found_instrument, permission=EDIT)
    edit = Act("edit", edit_instrument, permission=EDIT)
    list_display = ("code", "name_zh", "name_en", "issuer", "effective_from", "repealed_on")
    search_fields = ("code", "name_zh", "name_en")
    inlines = [ProvisionInline]


@admin.register(Provision)
class ProvisionAdmin(ServiceAdmin):
    view_permission = READ
    create = Act("found", found_provision, permission=EDIT)
    edit = Act("edit", edit_provision, permission=EDIT)
    list_display = ("instrument", "article", "revision", "valid_from", "valid_to", "is_verified")
    list_filter = ("is_verified", "instrument")
    list_select_related = ("instrument",)
    search_fields = ("instrument__name_zh", "instrument__code", "article")
    autocomplete_fields = ("instrument",)
