"""The list of measures that risk proposes, the nearest day first (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import counterpart_name, either_name, masked_counterpart, text_key
from enforcement.lists.scopes import organ_and_below
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.lists.filters import YesNoFilter
from foundation.permissions import Permission
from riskcontrol.lists.points import level_tone
from riskcontrol.models import RiskPlan
from riskcontrol.vocabulary import OPEN_PLANS, PLAN_TONES, DropReason, Level, PlanMeasure, PlanState

PERSONS = Permission.COUNTERPART_READ


class MineFilter(YesNoFilter):
    """What the reader took on."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        actor = self.parent.request.actor
        return queryset.filter(officer=actor.officer_id) if value else queryset


def plan_tone(state: str, _context: RowContext | None = None) -> str:
    return PLAN_TONES[state].value


def _left(value: tuple[Any, str], _context: RowContext) -> Any:
    due_on, state = value
    return due_on if state in OPEN_PLANS else None


PLAN_LIST = ListSpec(
    name="risk-plans",
    title=_("Risk plans"),
    columns=(
        Column("counterpart", _("counterpart"), ("counterpart__name", "counterpart__kind"), Kind.LINK,
               mask=(PERSONS, masked_counterpart), build=counterpart_name),
        Column("counterpart_id", _("counterpart"), build=text_key, page=False, export=False),
        Column("level", _("risk level"), kind=Kind.BADGE, choices=Level, filter="choices", tone=level_tone),
        Column("measure", _("proposed measure"), choices=PlanMeasure, filter="choices"),
        Column("state", _("state"), kind=Kind.BADGE, choices=PlanState, filter="choices", tone=plan_tone),
        Column("due_on", _("to be taken by"), kind=Kind.DATE, sort="due_on", filter="date"),
        Column("due_in", _("time left"), ("due_on", "state"), kind=Kind.DEADLINE, build=_left, api=False),
        Column("officer", _("taken on by"), ("officer__name_zh", "officer__name_en"), build=either_name),
        Column("proposed_on", _("proposed on"), kind=Kind.DATE, page=False),
        Column("ended_on", _("done or dropped on"), kind=Kind.DATE, page=False),
        Column("drop_reason", _("why it was dropped"), choices=DropReason, filter="choices", page=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
    ),
    queryset=RiskPlan.objects.all,
    default_ordering="due_on",
    permission=Permission.RISK_READ,
    filters={"mine": MineFilter(label=_("taken on by me"))},
    row_url="riskcontrol:plan_detail",
)  # fmt: skip
