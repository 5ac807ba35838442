"""Regions and organs in the administration (Art. 4)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from enforcement.models import Field, Organ, Region
from enforcement.services.organs import edit_organ, edit_region, found_organ, found_region
from foundation.acts import Act
from foundation.admin import ServiceAdmin
from foundation.admin.forms import VERSION, ServiceForm
from foundation.permissions import Permission

EDIT = Permission.ORGAN_EDIT
_BOTH = ("name_zh", "name_en")


@admin.register(Region)
class RegionAdmin(ServiceAdmin):
    view_permission = Permission.ORGAN_READ
    create = Act("found", found_region, permission=EDIT)
    edit = Act("edit", edit_region, permission=EDIT)
    list_display = ("code", "name_zh", "name_en", "level", "parent")
    list_filter = ("level",)
    list_select_related = ("parent",)
    search_fields = ("code", "name_zh", "name_en")

    def get_fields(self, request: Any, obj: Any = None) -> Any:
        """The official division gives code and place; they are entered once."""
        if obj is not None and self.has_change_permission(request, obj):
            return [*_BOTH, VERSION]
        return ["code", "level", "parent", *_BOTH]


class OrganForm(ServiceForm):
    field_list = forms.ModelMultipleChoiceField(
        label=_("Fields of enforcement"),
        queryset=Field.objects.order_by("code"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["field_list"] = [f.pk for f in self.instance.fields.all()]

    def service_data(self) -> dict[str, Any]:
        data = super().service_data()
        return {**data, "fields": list(data.pop("field_list"))}


@admin.register(Organ)
class OrganAdmin(ServiceAdmin):
    form = OrganForm
    view_permission = Permission.ORGAN_READ
    create = Act("found", found_organ, permission=EDIT)
    edit = Act("edit", edit_organ, permission=EDIT)
    list_display = ("code", "name_zh", "kind", "level", "region", "parent", "is_active")
    list_filter = ("kind", "level", "is_active", "fields")
    list_select_related = ("region", "parent")
    search_fields = ("code", "name_zh", "name_en", "sign")
    fields = ("code", "name_zh", "name_en", "sign", "kind", "level", "region", "parent", "field_list",
              "phone", "is_active")  # fmt: skip
