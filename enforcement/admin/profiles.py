"""Rules of procedure by field: entered with their sources; what has none is a local setting (Art. 3, 6)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from enforcement.models import ProcedureProfile, ProfileExtension
from enforcement.rules.profiles import PARAMETERS
from enforcement.services.profiles import add_step, edit_profile, edit_step, enter_profile, remove_step
from foundation.acts import Act
from foundation.admin import ServiceAdmin, ServiceInline
from foundation.admin.forms import VERSION, ServiceForm
from foundation.permissions import Permission

READ, EDIT = Permission.MATTER_READ, Permission.MATTER_EDIT
SOURCE = "source_"
VALUES = (
    "verification_days", "verification_extension_days", "verification_counting", "defence_days",
    "defence_counting", "review_days", "review_extension_days", "review_counting", "decision_days",
    "excludes_suspension", "excludes_hearing", "excludes_announcement", "excludes_testing",
    "hearing_person_fine", "hearing_organisation_fine", "summary_filing_days", "summary_filing_counting",
)  # fmt: skip


def _source_field(label: Any) -> forms.CharField:
    help_text = _("The provision, as market_procedure:57 or in words. Empty: a local setting.")
    return forms.CharField(label=label, max_length=120, required=False, help_text=help_text)


class SourcesForm(ServiceForm):
    """One line a parameter for the provision that it rests on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in PARAMETERS:
            self.initial.setdefault(SOURCE + name, (self.instance.sources or {}).get(name, ""))

    def service_data(self) -> dict[str, Any]:
        data = super().service_data()
        sources = {name: data.pop(SOURCE + name, "") for name in PARAMETERS}
        return {**data, "sources": {name: text for name, text in sources.items() if text}}


ProfileForm: Any = type(
    "ProfileForm",
    (SourcesForm,),
    {SOURCE + name: _source_field(label) for name, label in PARAMETERS.items()},
)


class StepInline(ServiceInline):
    model = ProfileExtension
    view_permission = READ
    create = Act("add_step", add_step, permission=EDIT)
    edit = Act("edit_step", edit_step, permission=EDIT)
    remove = Act("remove_step", remove_step, permission=EDIT)


@admin.register(ProcedureProfile)
class ProfileAdmin(ServiceAdmin):
    form = ProfileForm
    view_permission = READ
    create = Act("enter", enter_profile, permission=EDIT)
    edit = Act("edit", edit_profile, permission=EDIT)
    list_display = ("__str__", "verification_days", "defence_days", "review_days", "decision_days")
    list_select_related = ("field",)
    inlines = [StepInline]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The field is chosen once."""
        if obj is not None and not self.has_change_permission(request, obj):
            return ["field", *VALUES, "sources"]
        named = [*VALUES, *(SOURCE + name for name in PARAMETERS)]
        return ["field", *named] if obj is None else [*named, VERSION]
