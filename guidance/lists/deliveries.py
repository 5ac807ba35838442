"""The list of deliveries (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, text_key
from enforcement.lists.scopes import organ_and_below
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.lists.filters import YesNoFilter
from foundation.permissions import Permission
from guidance.lifecycle.deliveries import TONES
from guidance.lists.action_filters import about
from guidance.models import Delivery, GuidanceAction
from guidance.vocabulary import UNDELIVERED, DeliveryChannel, DeliveryState

PERSONS = Permission.COUNTERPART_READ


class UndeliveredFilter(YesNoFilter):
    """What did not arrive and waits for a person; or all others."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        waits = Q(state__in=UNDELIVERED)
        return queryset.filter(waits) if value else queryset.exclude(waits)


class OwnFilter(YesNoFilter):
    """Deliveries of guidance that the actor drafted; or of others."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        own = Q(action__drafted_by=self.parent.request.actor.officer_id)
        return queryset.filter(own) if value else queryset.exclude(own)


def delivery_tone(state: str, _context: RowContext | None = None) -> str:
    return TONES[DeliveryState(state)].value


def hidden_name(name: str) -> str:
    return f"{name[:1]}**" if name else name


DELIVERY_LIST = ListSpec(
    name="deliveries",
    title=_("Deliveries"),
    columns=(
        Column("number", _("guidance"), "action__number", kind=Kind.LINK),
        Column("recipient", _("recipient"), mask=(PERSONS, hidden_name)),
        Column("channel", _("channel"), choices=DeliveryChannel, filter="choices"),
        Column("state", _("state"), kind=Kind.BADGE, choices=DeliveryState, filter="choices", tone=delivery_tone),
        Column("tries", _("tries"), kind=Kind.NUMBER),
        Column("created_at", _("prepared at"), kind=Kind.DATETIME, sort="created_at", filter="date"),
        Column("next_at", _("next try at"), kind=Kind.DATETIME, page=False),
        Column("sent_at", _("sent at"), kind=Kind.DATETIME),
        Column("delivered_at", _("delivered at"), kind=Kind.DATETIME, page=False),
        Column("read_at", _("read at"), kind=Kind.DATETIME, page=False),
        Column("action_id", _("guidance"), build=text_key, page=False, export=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
    ),
    queryset=Delivery.objects.all,
    default_ordering="-created_at",
    permission=Permission.GUIDANCE_READ,
    row_url="guidance:delivery_detail",
    filters={
        "undelivered": UndeliveredFilter(label=_("did not arrive")),
        "mine": OwnFilter(label=_("mine")),
        "guidance": about(GuidanceAction, "action", _("guidance")),
    },
)  # fmt: skip
