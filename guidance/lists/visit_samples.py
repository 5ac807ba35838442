"""The list of draws of return visits (Art. 8 (8))."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.models import name_field
from enforcement.vocabulary import Procedure
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from guidance.models import VisitSample


def _counted(value: Any, _context: RowContext) -> int:
    return len(value)


def _organ(value: Any, _context: RowContext) -> str:
    zh, en = value
    return str((en or zh) if name_field() == "name_en" else zh)


VISIT_SAMPLES = ListSpec(
    name="visit_draws",
    title=_("Planner of return visits"),
    columns=(
        Column("last_on", _("carried out until"), kind=Kind.LINK, sort="last_on", filter="date"),
        Column("first_on", _("carried out from"), kind=Kind.DATE),
        Column("procedure", _("procedure"), choices=Procedure, filter="choices"),
        Column("percent", _("share to be visited (%)"), kind=Kind.NUMBER),
        Column("total", _("carried out since the first draw of the year"), kind=Kind.NUMBER, page=False),
        Column("visited", _("of these visited or planned before"), kind=Kind.NUMBER, page=False),
        Column("candidates", _("drawn among"), kind=Kind.NUMBER, build=_counted),
        Column("cases", _("drawn"), kind=Kind.NUMBER, build=_counted),
        Column("seed", _("seed"), page=False),
        Column("drawn_at", _("drawn at"), kind=Kind.DATETIME),
        Column("organ", _("organ"), source=("organ__name_zh", "organ__name_en"), build=_organ, tells_organs=True),
    ),
    queryset=VisitSample.objects.all,
    default_ordering="-last_on",
    permission=Permission.VISIT_READ,
    row_url="guidance:visit_sample",
)  # fmt: skip
