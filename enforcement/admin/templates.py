"""Templates of documents: uploaded here or on their page, tried out before they are kept (Art. 6)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from enforcement.models import DocumentTemplate
from enforcement.services.documents import upload_template
from foundation.acts import Act
from foundation.admin import ServiceAdmin
from foundation.admin.forms import ServiceForm
from foundation.permissions import Permission

TYPED = ("whole_city", "word_file")


class TemplateForm(ServiceForm):
    whole_city = forms.BooleanField(label=_("For the whole city"), required=False)
    word_file = forms.FileField(
        label=_("Word file"), help_text=_("DOCX, at most 2 MB. It is tried out before it is kept.")
    )

    def service_data(self) -> dict[str, Any]:
        given = super().service_data()
        told = {
            name: given[name] for name in ("kind", "language", "name", "field", "whole_city", "in_force_from")
        }
        return {**told, "file": given["word_file"]}


@admin.register(DocumentTemplate)
class DocumentTemplateAdmin(ServiceAdmin):
    form = TemplateForm
    view_permission = Permission.TEMPLATE_EDIT
    create = Act("upload", upload_template, permission=Permission.TEMPLATE_EDIT)
    list_display = ("name", "kind", "edition", "state", "shown_organ", "in_force_from")
    list_filter = ("kind", "state")
    list_select_related = ("organ",)
    search_fields = ("name",)
    fields = ("kind", "language", "name", "field", "whole_city", "in_force_from", "word_file")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The file is taken from the page of the template; here its row is only read."""
        shown = super().get_fields(request, obj)
        return (
            shown if obj is None else [*(name for name in shown if name not in TYPED), "state", "approved_by"]
        )
