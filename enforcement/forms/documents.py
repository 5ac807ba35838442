"""Acts on documents and their templates, for browser, API and administration (Art. 6)."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.models import Field
from enforcement.rules.documents import LONGEST_ADDITION
from enforcement.services import documents
from enforcement.vocabulary import LetterKind, LetterLanguage
from foundation.acts import Act, ActForm
from foundation.permissions import Permission


class IssueDocumentForm(ActForm):
    kind = forms.ChoiceField(label=_("Kind of document"), choices=LetterKind.choices)
    language = forms.ChoiceField(
        label=_("Language"), choices=LetterLanguage.choices, initial=LetterLanguage.CHINESE
    )
    addition = text_field(
        _("Added at the end"), required=False, rows=3, longest=LONGEST_ADDITION,
        help_text=_("Only what the file does not say already."),
    )  # fmt: skip


class CorrectDocumentForm(ActForm):
    reason = text_field(_("Why it is corrected"), rows=2, longest=1_000)
    addition = text_field(_("Added at the end"), required=False, rows=3, longest=LONGEST_ADDITION)


class UploadTemplateForm(ActForm):
    kind = forms.ChoiceField(label=_("Kind of document"), choices=LetterKind.choices)
    language = forms.ChoiceField(
        label=_("Language"), choices=LetterLanguage.choices, initial=LetterLanguage.CHINESE
    )
    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("The same name makes a further edition of it.")
    )
    field = forms.ModelChoiceField(
        Field.objects.all(), label=_("Field of enforcement"), required=False, empty_label=_("all fields")
    )
    whole_city = forms.BooleanField(
        label=_("For the whole city"),
        required=False,
        help_text=_("Used by every organ that has none of its own; only organs of the city offer one."),
    )
    in_force_from = day_field(_("In force from"))
    file = forms.FileField(
        label=_("Word file"), help_text=_("DOCX, at most 2 MB. It is tried out before it is kept.")
    )


def issuing(noun: str, permission: Permission) -> Act:
    """The act that issues a document about a thing of this noun."""
    return Act(
        "issue_document",
        partial(documents.issue_document, noun=noun),
        IssueDocumentForm,
        _("Issue a document"),
        _("It is written from the file. Once issued it never changes; a correction is a new version."),
        _("The document is issued and frozen."),
        permission=permission,
    )


DOCUMENT_ACTS: dict[str, Any] = {
    "correct": Act(
        "correct",
        documents.correct_document,
        CorrectDocumentForm,
        intro=_("Correct the file first: the new version is written from it. This one stays readable."),
        done=_("The corrected version is issued."),
    ),
    "add_pdf": Act("add_pdf", documents.add_pdf, done=_("The PDF is kept with the document.")),
}

UPLOAD_TEMPLATE = Act(
    "upload",
    documents.upload_template,
    UploadTemplateForm,
    _("Upload a template"),
    _("Begin with the built-in one: download it, change its look, and keep its words in double braces."),
    _("The template passed its dry run. Another head approves it."),
    permission=Permission.TEMPLATE_EDIT,
)
TEMPLATE_ACTS: dict[str, Any] = {
    "approve": Act("approve", documents.approve_template, primary=True, done=_("The template is in use.")),
    "retire": Act("retire", documents.retire_template, done=_("The template is retired.")),
}
