"""The list of counterparts, and the one search for them (Art. 8, 9)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, text_key
from enforcement.lists.regions import region_and_below
from enforcement.models import Counterpart as Counterparts
from enforcement.models import CounterpartSearch
from enforcement.rules.counterparts import is_credit_code, looks_like_identity_number, standard_form
from enforcement.vocabulary import CounterpartKind, Industry
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from foundation.secrecy import blind_index, mask_identifier

SEARCH_CAP = 300


def search_counterparts(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By any part of the name, its pinyin or initials, or by a whole credit code.

    Of more than SEARCH_CAP hits some are left out: two signs may stand in a hundred thousand names.
    Identity numbers stand in no address and no log: they are asked by POST, with ``find_by_identifier``.
    """
    if is_credit_code(text):
        return rows.filter(identifier_index=blind_index(standard_form(text)))
    if looks_like_identity_number(text):
        return rows.none()
    named = rows.filter(pk__in=CounterpartSearch.objects.named(text).values("pk"))
    return rows.filter(pk__in=named.order_by().values("pk")[: SEARCH_CAP + 1])


def shown_identifier(value: tuple[str, str], _context: RowContext) -> str:
    """A credit code is public; an identity number is masked for everybody: revealing it asks a reason."""
    identifier, kind = value
    return mask_identifier(identifier) if kind == CounterpartKind.CITIZEN else identifier


def _key(name: str, source: str) -> Column:
    return Column(name, name, source=source, build=text_key, page=False, export=False)


COUNTERPART_LIST = ListSpec(
    name="counterparts",
    title=_("Counterparts"),
    columns=(
        Column("name", _("name"), kind=Kind.LINK, sort="name_pinyin"),
        Column("kind", _("kind"), choices=CounterpartKind, filter="choices"),
        Column("identifier", _("credit code or identity number"), ("identifier", "kind"),
               build=shown_identifier),
        Column("industry", _("industry"), choices=Industry, filter="choices"),
        Column("region", _("region"), ("region__name_zh", "region__name_en"), build=either_name,
               filter=region_and_below()),
        _key("region_id", "region_id"),
        Column("legal_representative", _("legal representative"), page=False),
        Column("is_demonstration", _("demonstration model"), kind=Kind.BOOL, filter="bool", page=False),
        Column("organ", _("registered by"), ("organ__name_zh", "organ__name_en"), build=either_name,
               page=False),
        _key("organ_id", "organ_id"),
        Column("registered", _("registered"), "created_at", Kind.DATE, sort="created_at", api=False),
    ),
    queryset=Counterparts.objects.all,
    default_ordering="name",
    permission=Permission.COUNTERPART_READ,
    search=search_counterparts,
    search_cap=SEARCH_CAP,
    row_url="enforcement:counterpart_detail",
)  # fmt: skip
