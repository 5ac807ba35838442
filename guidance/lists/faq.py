"""Frequent questions: those of the organs, and the published ones for everybody (Art. 8 (4))."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter

from enforcement.lists.case_cells import either_name, text_key
from enforcement.models import Field
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from guidance.lifecycle.faq import FAQ_TONES
from guidance.models import FaqEntry
from guidance.vocabulary import FaqState

_ORGAN = ("organ__name_zh", "organ__name_en")
_FIELD = ("field__name_zh", "field__name_en")


def _search(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    zh = Q(question_zh__icontains=text) | Q(answer_zh__icontains=text)
    return rows.filter(
        zh | Q(question_en__icontains=text) | Q(answer_en__icontains=text) | Q(basis__icontains=text)
    )


def _fields(_request: Any) -> QuerySet[Any]:
    return Field.objects.order_by("code")


FAQ_LIST = ListSpec(
    name="faq",
    title=_("Frequent questions"),
    columns=(
        Column("question", _("question"), ("question_zh", "question_en"), build=either_name, kind=Kind.LINK, wide=True),
        Column(
            "state", _("state"), kind=Kind.BADGE, choices=FaqState, filter="choices",
            tone=lambda state, _context: FAQ_TONES[FaqState(state)].value,
        ),
        Column("field", _("field"), _FIELD, build=either_name),
        Column("organ", _("organ"), _ORGAN, build=either_name, tells_organs=True),
        Column("organ_id", "organ_id", build=text_key, page=False, export=False),
        Column("published_on", _("published on"), kind=Kind.DATE),
        Column("created_at", _("proposed"), kind=Kind.DATE, sort="created_at"),
    ),
    queryset=FaqEntry.objects.all,
    default_ordering="-created_at",
    permission=Permission.GUIDANCE_READ,
    search=_search,
    row_url="guidance:faq_detail",
)  # fmt: skip
PUBLIC_FAQ = ListSpec(
    name="public-faq",
    title=_("Frequent questions"),
    columns=(
        Column(
            "question",
            _("question"),
            ("question_zh", "question_en"),
            build=either_name,
            kind=Kind.LINK,
            wide=True,
        ),
        Column("field", _("field"), _FIELD, build=either_name),
        Column("field_id", _("field"), build=text_key, page=False, export=False),
        Column("organ", _("organ"), _ORGAN, build=either_name),
        Column("basis", _("provisions"), page=False),
        Column("published_on", _("published on"), kind=Kind.DATE),
        Column(
            "created_at",
            _("proposed"),
            kind=Kind.DATE,
            sort="created_at",
            page=False,
            api=False,
            export=False,
        ),
    ),
    queryset=FaqEntry.objects.all().published,
    default_ordering="-created_at",
    permission=None,
    public=True,
    search=_search,
    filters={"field": ModelChoiceFilter(queryset=_fields, label=_("field"), empty_label=_("All"))},
    row_url="guidance:public_faq_entry",
)
