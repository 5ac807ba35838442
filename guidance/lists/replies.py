"""The list of what counterparts answered by their links (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import TITLE_HIDDEN, either_name, text_key
from enforcement.lists.scopes import organ_and_below
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.lists.filters import YesNoFilter
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from guidance.lists.action_cells import PERSONS, addressee, masked_addressee
from guidance.lists.action_filters import about
from guidance.models import CounterpartReply, GuidanceAction
from guidance.vocabulary import ReplyKind, ReplyOutcome

NEW = _("new")


class NewFilter(YesNoFilter):
    """Answers that nobody has seen yet; or all others."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        return queryset if value is None else queryset.filter(answer__isnull=value)


class MyFilter(YesNoFilter):
    """Answers that wait for the actor."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        officer_id = self.parent.request.actor.officer_id or 0
        mine = CounterpartReply.objects.visible_to(self.parent.request.actor).waiting_for(officer_id)
        if value is None:
            return queryset
        return (
            queryset.filter(pk__in=mine.values("pk")) if value else queryset.exclude(pk__in=mine.values("pk"))
        )


def outcome_tone(outcome: str | None, _context: RowContext | None = None) -> str:
    return (Tone.NEUTRAL if outcome else Tone.WATCH).value


def _outcome(value: str | None, _context: RowContext) -> str:
    return str(ReplyOutcome(value).label if value else NEW)


REPLY_LIST = ListSpec(
    name="counterpart_replies",
    title=_("Answers by the link"),
    columns=(
        Column("kind", _("what was said"), kind=Kind.LINK, choices=ReplyKind, filter="choices"),
        Column("number", _("number"), source="action__number"),
        Column("addressee", _("addressed to"),
               ("action__counterpart__name", "action__counterpart__kind", "action__audience"),
               mask=(PERSONS, masked_addressee), build=addressee),
        Column("text", _("in words"), mask=(PERSONS, lambda text: TITLE_HIDDEN if text else ""), wide=True),
        Column("proposed_for", _("proposed time"), kind=Kind.DATETIME, page=False),
        Column("outcome", _("what became of it"), source="answer__outcome", kind=Kind.BADGE, display=_outcome,
               tone=outcome_tone),
        Column("at", _("at"), kind=Kind.DATETIME, sort="at", filter="date"),
        Column("action_id", _("guidance"), build=text_key, page=False, export=False),
        Column("organ", _("organ"), ("action__organ__name_zh", "action__organ__name_en"), build=either_name,
               filter=organ_and_below("action__"), tells_organs=True),
    ),
    queryset=CounterpartReply.objects.all,
    default_ordering="-at",
    permission=Permission.GUIDANCE_READ,
    row_url="guidance:reply_detail",
    filters={
        "new": NewFilter(label=_("not seen yet")),
        "mine": MyFilter(label=_("waiting for me")),
        "action": about(GuidanceAction, "action", _("guidance")),
    },
)  # fmt: skip
