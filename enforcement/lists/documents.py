"""The lists of issued documents and of their templates (Art. 6)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter

from enforcement.lists.case_cells import either_name, keeper_name, text_key
from enforcement.lists.scopes import organ_and_below
from enforcement.models import Document, DocumentTemplate
from enforcement.vocabulary import LetterKind, LetterLanguage, LetterState, TemplateState
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from foundation.vocabulary import Tone

TEMPLATE_TONES = {
    TemplateState.DRAFT: Tone.WATCH,
    TemplateState.APPROVED: Tone.GOOD,
    TemplateState.RETIRED: Tone.NEUTRAL,
}


def letter_tone(state: str, _context: RowContext | None = None) -> str:
    return Tone.GOOD.value if state == LetterState.ISSUED else Tone.NEUTRAL.value


def template_tone(state: str, _context: RowContext | None = None) -> str:
    return TEMPLATE_TONES[TemplateState(state)].value


def _search(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(Q(number__icontains=text) | Q(addressee__icontains=text) | Q(title__icontains=text))


DOCUMENT_LIST = ListSpec(
    name="documents",
    title=_("Documents"),
    columns=(
        Column("number", _("number"), kind=Kind.LINK),
        Column("title", _("title")),
        Column("kind", _("kind of document"), choices=LetterKind, filter="choices", page=False),
        Column("addressee", _("addressee")),
        Column("edition", _("version"), kind=Kind.NUMBER),
        Column("state", _("state"), kind=Kind.BADGE, choices=LetterState, filter="choices", tone=letter_tone),
        Column("language", _("language"), choices=LetterLanguage, page=False),
        Column("subject", _("about"), page=False, export=False),
        Column("case_id", _("case"), build=text_key, page=False, export=False),
        Column("issued_at", _("issued at"), kind=Kind.DATETIME, sort="issued_at", filter="date"),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
    ),
    queryset=Document.objects.all,
    default_ordering="-issued_at",
    permission=Permission.COUNTERPART_READ,
    search=_search,
    row_url="enforcement:document_detail",
    filters={"about": CharFilter(field_name="subject", label=_("about"), max_length=40, widget=forms.HiddenInput)},
)  # fmt: skip

TEMPLATE_LIST = ListSpec(
    name="document_templates",
    title=_("Templates of documents"),
    columns=(
        Column("name", _("name"), kind=Kind.LINK),
        Column("kind", _("kind of document"), choices=LetterKind, filter="choices"),
        Column("language", _("language"), choices=LetterLanguage),
        Column("edition", _("edition"), kind=Kind.NUMBER),
        Column("state", _("state"), kind=Kind.BADGE, choices=TemplateState, filter="choices", tone=template_tone),
        Column("in_force_from", _("in force from"), kind=Kind.DATE, sort="in_force_from", filter="date"),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=keeper_name),
    ),
    queryset=DocumentTemplate.objects.all,
    default_ordering="-in_force_from",
    permission=Permission.CASE_READ,
    row_url="enforcement:template_detail",
)  # fmt: skip
