"""The list of officers with their certificates (Art. 4, 7; Penalty Law, Art. 42)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from enforcement.lists.case_cells import either_name, text_key
from enforcement.lists.certificates import certificate_text, certificate_tone
from enforcement.lists.scopes import below
from enforcement.models import Officer, Organ
from enforcement.rules.names import plain_of
from enforcement.vocabulary import CertificateState
from foundation.lists import Column, Kind, ListSpec, RowContext, SubtreeFilter
from foundation.permissions import Permission, Role


def search_officers(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By name, pinyin, user name or certificate number."""
    spelled = Q(name_pinyin__icontains=text) | Q(name_pinyin__istartswith=" ".join(plain_of(text)))
    named = Q(name_zh__icontains=text) | Q(name_en__icontains=text) | Q(username__istartswith=text)
    return rows.filter(named | spelled | Q(certificate_number__iexact=text))


def _certificate_text(value: Any, context: RowContext) -> str:
    state, until = value
    return certificate_text(state, until, today=context.today)


def _certificate_tone(value: Any, context: RowContext) -> str:
    state, until = value
    return certificate_tone(state, until, today=context.today)


def _in_organ(rows: QuerySet[Any], organ: Any) -> QuerySet[Any]:
    return rows.filter(Q(organ=organ) | Q(organ__in=Organ.objects.filter(below(organ))))


OFFICER_LIST = ListSpec(
    name="officers",
    title=_("Officers"),
    columns=(
        Column("name", _("name"), ("name_zh", "name_en"), Kind.LINK, sort="name_pinyin", build=either_name),
        Column("username", _("user name"), page=False, export=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=SubtreeFilter(choices=Organ.objects.visible_to, narrow=_in_organ, label=_("organ"))),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
        Column("post", _("post")),
        Column("certificate_number", _("enforcement certificate")),
        Column("certificate", _("state of the certificate"), ("certificate_state", "certificate_until"),
               Kind.BADGE, display=_certificate_text, tone=_certificate_tone, api=False),
        Column("certificate_state", _("state of the certificate"), choices=CertificateState,
               filter="choices", page=False, export=False),
        Column("certificate_until", _("certificate valid until"), kind=Kind.DATE, filter="date",
               page=False, export=False),
        Column("has_legal_qualification", _("national legal qualification"), kind=Kind.BOOL, page=False),
        Column("is_active", _("active"), kind=Kind.BOOL, filter="bool"),
    ),
    queryset=Officer.objects.all,
    default_ordering="name",
    permission=Permission.OFFICER_READ,
    search=search_officers,
    row_url="enforcement:officer_detail",
    filters={
        "role": ChoiceFilter(
            field_name="grants__role", choices=Role.choices, label=_("role"), empty_label=_("All")
        ),
    },
)  # fmt: skip
