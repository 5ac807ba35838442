"""Yearly reports of enforcement: for the organs that publish them, and for everybody (Art. 4; PUB-5)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, text_key
from enforcement.lists.public_penalties import OrganFilter
from enforcement.lists.scopes import organ_and_below
from enforcement.models import YearlyReport
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission

_ORGAN = ("organ__name_zh", "organ__name_en")


def search_reports(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By the name of the organ or the address."""
    found = Q(organ__name_zh__icontains=text) | Q(organ__name_en__icontains=text)
    return rows.filter(found | Q(address__icontains=text))


YEARLY_REPORTS = ListSpec(
    name="yearly_reports",
    title=_("Yearly reports"),
    columns=(
        Column("year", _("year reported on"), kind=Kind.LINK, sort="year", filter="number"),
        Column("organ", _("organ"), _ORGAN, build=either_name, filter=organ_and_below(), tells_organs=True),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
        Column("published_on", _("published on"), kind=Kind.DATE, filter="date"),
        Column("address", _("address"), wide=True),
        Column("sha256", _("fingerprint of the file (SHA-256)"), page=False),
    ),
    queryset=YearlyReport.objects.all,
    default_ordering="-year",
    permission=Permission.COUNTERPART_READ,
    search=search_reports,
    row_url="enforcement:yearly_report_detail",
)  # fmt: skip
PUBLIC_YEARLY_REPORTS = ListSpec(
    name="public_yearly_reports",
    title=_("Yearly reports of enforcement"),
    columns=(
        Column("year", _("year reported on"), kind=Kind.LINK, sort="year", filter="number"),
        Column("organ", _("organ"), _ORGAN, build=either_name),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
        Column("published_on", _("published on"), kind=Kind.DATE),
        Column("address", _("address"), wide=True),
        Column("file_name", _("name of the file"), page=False),
        Column("sha256", _("fingerprint of the file (SHA-256)"), page=False),
        Column("created_at", _("created at"), kind=Kind.DATETIME, page=False, export=False),
        Column("updated_at", _("updated at"), kind=Kind.DATETIME, page=False, export=False),
    ),
    queryset=YearlyReport.objects.published,
    default_ordering="-year",
    permission=None,
    public=True,
    search=search_reports,
    filters={"organ": OrganFilter()},
    row_url="enforcement:public_yearly_report",
)  # fmt: skip
