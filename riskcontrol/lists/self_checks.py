"""The lists of self-checks and of campaigns (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import counterpart_name, either_name, masked_counterpart, text_key
from enforcement.lists.scopes import organ_and_below
from enforcement.models import Counterpart
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.lists.filters import YesNoFilter
from foundation.permissions import Permission
from guidance.lists.action_filters import about
from guidance.lists.tip_batches import batch_tone
from guidance.vocabulary import BatchState
from riskcontrol.models import Campaign, SelfCheck
from riskcontrol.vocabulary import CHECK_TONES, CheckState

READ, PERSONS = Permission.RISK_READ, Permission.COUNTERPART_READ


class OpenGapsFilter(YesNoFilter):
    """Self-checks in which something was found that is not told as corrected; or all others."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        return queryset.filter(gaps__gt=F("corrected")) if value else queryset.filter(gaps=F("corrected"))


def check_tone(state: str, _context: RowContext | None = None) -> str:
    return CHECK_TONES[state].value


def _pair(value: tuple[int, int], _context: RowContext) -> str:
    first, second = value
    return f"{first} / {second}" if second else ""


SELF_CHECK_LIST = ListSpec(
    name="self-checks",
    title=_("Self-checks"),
    columns=(
        Column("counterpart", _("counterpart"), ("counterpart__name", "counterpart__kind"), Kind.LINK,
               mask=(PERSONS, masked_counterpart), build=counterpart_name),
        Column("counterpart_id", _("counterpart"), build=text_key, page=False, export=False),
        Column("number", _("invitation"), "invitation__number"),
        Column("field", _("field"), ("field__name_zh", "field__name_en"), build=either_name),
        Column("state", _("state"), kind=Kind.BADGE, choices=CheckState, filter="choices", tone=check_tone),
        Column("found", _("corrected of what was found"), ("corrected", "gaps"), build=_pair),
        Column("due_on", _("to be answered by"), kind=Kind.DATE, filter="date"),
        Column("submitted_at", _("submitted at"), kind=Kind.DATETIME),
        Column("created_at", _("offered"), kind=Kind.DATE, sort="created_at", page=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
        Column("campaign_id", _("campaign"), build=text_key, page=False, export=False),
    ),
    queryset=SelfCheck.objects.all,
    default_ordering="-created_at",
    permission=READ,
    filters={
        "counterpart": about(Counterpart, "counterpart", _("counterpart")),
        "campaign": about(Campaign, "campaign", _("campaign")),
        "open_gaps": OpenGapsFilter(label=_("something found is not corrected yet")),
    },
    row_url="riskcontrol:self_check_detail",
)  # fmt: skip

CAMPAIGN_LIST = ListSpec(
    name="self-check-campaigns",
    title=_("Campaigns of self-checks"),
    columns=(
        Column("title", _("title"), "batch__title", Kind.LINK),
        Column("state", _("sending"), "batch__state", Kind.BADGE, choices=BatchState, tone=batch_tone),
        Column("asked", _("offered"), ("batch__served", "batch__total"), build=_pair),
        Column("field", _("field"), ("batch__field__name_zh", "batch__field__name_en"), build=either_name),
        Column("due_on", _("to be answered by"), "batch__due_on", Kind.DATE),
        Column("created_at", _("drafted"), kind=Kind.DATE, sort="created_at", filter="date"),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
        Column("batch_id", _("tips to a group"), build=text_key, page=False, export=False),
    ),
    queryset=Campaign.objects.all,
    default_ordering="-created_at",
    permission=READ,
    search=lambda rows, text: rows.filter(batch__title__icontains=text),
    row_url="riskcontrol:campaign_detail",
)  # fmt: skip
