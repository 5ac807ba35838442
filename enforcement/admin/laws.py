"""Legal instruments and their provisions: cited, never copied (Art. 3)."""

from __future__ import annotations

from django.contrib import admin

from enforcement.forms.laws import INSTRUMENT_ACTS, VERSION_ACTS
from enforcement.models import Instrument, InstrumentVersion, Provision, ProvisionChange
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


class VersionInline(ServiceInline):
    model = InstrumentVersion
    view_permission = READ
    create = INSTRUMENT_ACTS["prepare_version"]
    fields = ("name", "valid_from", "source", "note")
    show_change_link = True


@admin.register(Instrument)
class InstrumentAdmin(ServiceAdmin):
    view_permission = READ
    create = Act("found", found_instrument, permission=EDIT)
    edit = Act("edit", edit_instrument, permission=EDIT)
    list_display = ("code", "name_zh", "name_en", "issuer", "effective_from", "repealed_on")
    search_fields = ("code", "name_zh", "name_en")
    inlines = [ProvisionInline, VersionInline]


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


class ChangeInline(ServiceInline):
    model = ProvisionChange
    view_permission = READ
    create = VERSION_ACTS["judge"]
    fields = ("provision", "fate", "moved_to", "summary", "reason")
    autocomplete_fields = ("provision",)


@admin.register(InstrumentVersion)
class InstrumentVersionAdmin(ServiceAdmin):
    """Fates are entered here too; a version is confirmed on its page, where its effects are told."""

    view_permission = READ
    list_display = ("instrument", "name", "valid_from", "state", "source")
    list_filter = ("state", "instrument")
    list_select_related = ("instrument",)
    search_fields = ("instrument__name_zh", "instrument__code", "name")
    inlines = [ChangeInline]
