"""The lists of instruments and of their versions (Art. 3, 10)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter

from enforcement.lists.case_cells import either_name, text_key
from enforcement.models import Instrument, InstrumentVersion
from enforcement.vocabulary.laws import TONE_OF_VERSION, VersionState
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission


def _counted() -> QuerySet[Any]:
    return Instrument.objects.annotate(
        cited=Count("provisions", filter=Q(provisions__valid_to=None), distinct=True),
        latest=Max("versions__valid_from", filter=~Q(versions__state=VersionState.WITHDRAWN)),
    )


def search_instruments(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By code, name in either language, or issuer."""
    named = Q(name_zh__icontains=text) | Q(name_en__icontains=text)
    return rows.filter(named | Q(code__istartswith=text) | Q(issuer__icontains=text))


def version_tone(state: Any, _context: RowContext | None = None) -> str:
    return TONE_OF_VERSION[VersionState(state)].value


INSTRUMENT_LIST = ListSpec(
    name="instruments",
    title=_("Laws"),
    columns=(
        Column("name", _("name"), ("name_zh", "name_en"), Kind.LINK, build=either_name, api=False),
        Column("code", _("code"), sort="code", page=False),
        Column("name_zh", _("name (Chinese)"), page=False, export=False),
        Column("name_en", _("name (English)"), page=False, export=False),
        Column("issuer", _("issued by")),
        Column("cited", _("provisions cited in force"), kind=Kind.NUMBER),
        Column("latest", _("latest version from"), kind=Kind.DATE),
        Column("effective_from", _("in force from"), kind=Kind.DATE, page=False),
        Column("repealed_on", _("repealed on"), kind=Kind.DATE),
    ),
    queryset=_counted,
    default_ordering="code",
    permission=Permission.MATTER_READ,
    search=search_instruments,
    row_url="enforcement:instrument_detail",
)
VERSION_LIST = ListSpec(
    name="instrument_versions",
    title=_("Versions of laws"),
    columns=(
        Column("name", _("version"), kind=Kind.LINK),
        Column("instrument", _("instrument"), ("instrument__name_zh", "instrument__name_en"), build=either_name,
               filter=ModelChoiceFilter(queryset=lambda _request: Instrument.objects.order_by("code"),
                                        label=_("instrument"), empty_label=_("All"))),
        Column("instrument_id", _("instrument"), build=text_key, page=False, export=False),
        Column("valid_from", _("in force from"), kind=Kind.DATE, sort="valid_from"),
        Column("state", _("state"), kind=Kind.BADGE, choices=VersionState, filter="choices", tone=version_tone),
        Column("source", _("where it was published")),
    ),
    queryset=InstrumentVersion.objects.all,
    default_ordering="-valid_from",
    permission=Permission.MATTER_READ,
    row_url="enforcement:version_detail",
)  # fmt: skip
