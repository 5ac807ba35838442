"""Officers, kept by the administrator of their organ; roles, granted by the security administrator (Art. 4)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer, Organ, RoleGrant
from enforcement.services.officers import edit_officer, enrol_officer, grant_role, revoke_role
from foundation.acts import Act
from foundation.admin import ServiceAdmin
from foundation.admin.forms import VERSION, ServiceForm
from foundation.admin.rights import actor_of
from foundation.permissions import Permission

EDIT, GRANT = Permission.OFFICER_EDIT, Permission.ROLE_GRANT


class RolesOfOfficer(admin.TabularInline):
    """What the officer may do, to be seen here and changed under “roles of officers”."""

    model = RoleGrant
    fields = readonly_fields = ("role",)
    extra = max_num = 0
    can_delete = False

    def has_view_permission(self, request: Any, obj: Any = None) -> bool:
        return True  # whoever reads the officer; that page asked already


@admin.register(Officer)
class OfficerAdmin(ServiceAdmin):
    view_permission = Permission.OFFICER_READ
    create = Act("enrol", enrol_officer, permission=EDIT)
    edit = Act("edit", edit_officer, permission=EDIT)
    list_display = ("username", "name_zh", "name_en", "organ", "post", "certificate_state",
                    "certificate_until", "is_active")  # fmt: skip
    list_filter = ("is_active", "certificate_state", "grants__role")
    list_select_related = ("organ",)
    search_fields = ("username", "name_zh", "name_en", "name_pinyin", "=certificate_number")
    inlines = [RolesOfOfficer]
    person = ("name_zh", "name_en", "post", "email", "has_legal_qualification")
    certificate = ("certificate_number", "certificate_state", "certificate_until")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """User name and organ are given on enrolment; moving is an act of its own."""
        if obj is not None and self.has_change_permission(request, obj):
            return [*self.person, *self.certificate, VERSION]
        return ["username", "organ", *self.person, *self.certificate]

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return super().get_inlines(request, obj) if obj is not None else []

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "organ":
            kwargs["queryset"] = Organ.objects.workable_by(actor_of(request)).active().order_by("code")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class GrantForm(ServiceForm):
    why = forms.CharField(label=_("Reason"), max_length=300, min_length=2)

    def service_data(self) -> dict[str, Any]:
        return {name: value for name, value in super().service_data().items() if name != "officer"}


@admin.register(RoleGrant)
class RoleGrantAdmin(ServiceAdmin):
    form = GrantForm
    view_permission = Permission.ROLE_GRANT
    create = Act("grant", grant_role, permission=GRANT)
    remove = Act("revoke", revoke_role, permission=GRANT)
    list_display = ("officer", "role", "organ")
    list_filter = ("role",)
    list_select_related = ("officer__organ",)
    search_fields = ("officer__username", "officer__name_zh", "officer__name_en")
    autocomplete_fields = ("officer",)
    fields = ("officer", "role", "why")
    ordering = ("officer__name_pinyin", "role")

    @admin.display(description=_("organ"))
    def organ(self, grant: RoleGrant) -> Any:
        return grant.officer.organ

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("officer", "role") if obj else self.fields

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            raise PermissionDenied
        officer = form.cleaned_data["officer"]
        self.call(request, self.create, form.service_data(), key=officer.pk)
        obj.__dict__.update(RoleGrant.objects.get(officer=officer, role=form.cleaned_data["role"]).__dict__)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        data = {"role": obj.role, "why": str(_("revoked in the administration"))}
        self.call(request, self.remove, data, key=obj.officer_id)
