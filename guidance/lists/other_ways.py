"""The list of ways that organs defined themselves (Art. 8, last paragraph)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, text_key
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from guidance.lifecycle.other_ways import WAY_TONES
from guidance.models import OtherWay
from guidance.vocabulary import OtherWayState


def _search(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(
        Q(name_zh__icontains=text) | Q(name_en__icontains=text) | Q(description__icontains=text)
    )


OTHER_WAYS = ListSpec(
    name="other_ways",
    title=_("Ways of one's own"),
    columns=(
        Column("name", _("name"), ("name_zh", "name_en"), build=either_name, kind=Kind.LINK),
        Column("edition", _("edition"), kind=Kind.NUMBER),
        Column(
            "state", _("state"), kind=Kind.BADGE, choices=OtherWayState, filter="choices",
            tone=lambda state, _context: WAY_TONES[OtherWayState(state)].value,
        ),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name, tells_organs=True),
        Column("organ_id", "organ_id", build=text_key, page=False, export=False),
        Column("in_use_on", _("in use since"), kind=Kind.DATE),
        Column("retired_on", _("retired on"), kind=Kind.DATE, page=False),
        Column("created_at", _("defined"), kind=Kind.DATE, sort="created_at"),
    ),
    queryset=OtherWay.objects.all,
    default_ordering="-created_at",
    permission=Permission.GUIDANCE_DEFINE,
    search=_search,
    row_url="guidance:way_detail",
)  # fmt: skip
