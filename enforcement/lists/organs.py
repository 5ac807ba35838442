"""The list of organs in both lines (Art. 4 para. 2)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, text_key
from enforcement.lists.regions import region_and_below
from enforcement.models import Organ
from enforcement.vocabulary import OrganKind, RegionLevel
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission


def search_organs(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By name in either language, code, or the sign in document numbers."""
    named = Q(name_zh__icontains=text) | Q(name_en__icontains=text)
    return rows.filter(named | Q(code__istartswith=text) | Q(sign__icontains=text))


def _key(name: str) -> Column:
    return Column(name, name, build=text_key, page=False, export=False)


ORGAN_LIST = ListSpec(
    name="organs",
    title=_("Organs"),
    columns=(
        Column("code", _("organ code"), kind=Kind.LINK, sort="code"),
        Column("name", _("name"), ("name_zh", "name_en"), build=either_name, api=False),
        Column("name_zh", _("name (Chinese)"), page=False, export=False),
        Column("name_en", _("name (English)"), page=False, export=False),
        Column("sign", _("sign in document numbers"), page=False),
        Column("kind", _("kind"), choices=OrganKind, filter="choices"),
        Column("level", _("level"), choices=RegionLevel, filter="choices"),
        Column("region", _("region"), ("region__name_zh", "region__name_en"), build=either_name,
               filter=region_and_below()),
        Column("parent", _("superior in the line"), ("parent__name_zh", "parent__name_en"),
               build=either_name, api=False),
        Column("first_responsible", _("first responsible person"),
               ("first_responsible__name_zh", "first_responsible__name_en"), build=either_name),
        *(_key(name) for name in ("parent_id", "region_id", "line_id", "branch_id", "district_id")),
        Column("phone", _("public telephone"), page=False),
        Column("is_active", _("qualified and active"), kind=Kind.BOOL, filter="bool"),
    ),
    queryset=Organ.objects.all,
    default_ordering="code",
    permission=Permission.ORGAN_READ,
    search=search_organs,
    row_url="enforcement:organ_detail",
)  # fmt: skip
