"""Special provisions of matters, entered and changed through their services (Penalty Law, Art. 33(2))."""

from __future__ import annotations

from django.contrib import admin

from foundation.acts import Act
from foundation.admin import ServiceAdmin
from foundation.permissions import Permission
from leniency.models import SpecialProvision
from leniency.services.special_laws import edit_special_provision, enter_special_provision

EDIT = Permission.MATTER_EDIT


@admin.register(SpecialProvision)
class SpecialProvisionAdmin(ServiceAdmin):
    view_permission = Permission.LENIENCY_READ
    create = Act("enter", enter_special_provision, permission=EDIT)
    edit = Act("edit", edit_special_provision, permission=EDIT)
    list_display = ("citation_zh", "matter", "displaces", "treatment", "survives", "valid_from", "valid_to")
    list_filter = ("displaces", "treatment")
    list_select_related = ("matter",)
    search_fields = ("citation_zh", "citation_en", "matter__code", "matter__name_zh")
    autocomplete_fields = ("matter",)
