"""Pages of the templates of documents: the list, one template, its upload, and the built-in one to begin with."""

from __future__ import annotations

import io
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from enforcement.forms.documents import TEMPLATE_ACTS, UPLOAD_TEMPLATE
from enforcement.lifecycle import TEMPLATE_LIFECYCLE
from enforcement.lists.documents import TEMPLATE_LIST, template_tone
from enforcement.models import DocumentTemplate
from enforcement.serializers.evidence_file import as_attachment
from enforcement.services.documents.docx_filling import PARTS, WORDS
from enforcement.services.documents.docx_layout import own_template
from enforcement.vocabulary import CONTENT_TYPE_OF, FileForm
from foundation.pages import CreatePage, DetailPage, ListPage, Page, TransitionPage
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of

READ = Permission.CASE_READ


class TemplateListPage(ListPage):
    spec = TEMPLATE_LIST
    permission = READ
    template_name = "enforcement/template_list.html"
    create_url = "enforcement:template_upload"
    create_label = _("Upload a template")
    create_permission = Permission.TEMPLATE_EDIT
    empty_title = _("The built-in template is in use")
    empty_text = _("For a look of your own, download it, change it and upload it here.")

    def context(self) -> dict[str, Any]:
        return {**super().context(), "words": sorted(WORDS), "parts": sorted(PARTS)}


class TemplateUpload(CreatePage):
    act = UPLOAD_TEMPLATE
    permission = Permission.TEMPLATE_EDIT
    cancel_url = "enforcement:template_list"


class TemplatePage(DetailPage):
    model = DocumentTemplate
    permission = READ
    template_name = "enforcement/template_detail.html"
    acts = TEMPLATE_ACTS
    lifecycle = TEMPLATE_LIFECYCLE
    act_url = "enforcement:template_act"

    def rows(self) -> Any:
        return DocumentTemplate.objects.select_related("approved_by", "field", "organ", "uploaded_by")

    def context(self) -> dict[str, Any]:
        template = self.thing
        return {
            **super().context(),
            "state": {"value": template.get_state_display(), "tone": template_tone(template.state)},
            "facts": _facts(template),
            "entries": entries_of(template),
        }


def _facts(template: DocumentTemplate) -> list[dict[str, Any]]:
    told = (
        (_("kind of document"), template.get_kind_display(), "text"),
        (_("language"), template.get_language_display(), "text"),
        (_("organ"), template.shown_organ, "text"),
        (_("field of enforcement"), str(template.field or _("all fields")), "text"),
        (_("edition"), template.edition, "number"),
        (_("in force from"), template.in_force_from, "date"),
        (_("uploaded by"), str(template.uploaded_by), "text"),
        (_("approved by"), str(template.approved_by or ""), "text"),
        ("SHA-256", template.sha256, "text"),
    )
    return [{"label": label, "value": value, "kind": kind} for label, value, kind in told]


class TemplateActPage(TransitionPage):
    model = DocumentTemplate
    permission = READ
    acts = TEMPLATE_ACTS
    lifecycle = TEMPLATE_LIFECYCLE


class TemplateDownload(ThingPage):
    model = DocumentTemplate
    permission = READ
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return as_attachment(self.thing)


class BuiltInTemplate(Page):
    """The built-in template, to begin with."""

    permission = READ
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        file, kind = io.BytesIO(own_template()), CONTENT_TYPE_OF[FileForm.DOCX]
        return FileResponse(file, as_attachment=True, filename="guidepost.docx", content_type=kind)
