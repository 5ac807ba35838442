"""The list of trainings (Art. 7)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, text_key
from enforcement.lists.scopes import organ_and_below
from enforcement.models import Attendance, TrainingSession
from enforcement.vocabulary import TrainingKind, TrainingState, TrainingTopic
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from foundation.vocabulary import Tone

TONES = {
    TrainingState.PLANNED: Tone.INFO,
    TrainingState.HELD: Tone.GOOD,
    TrainingState.CANCELLED: Tone.NEUTRAL,
}


def training_tone(state: str, _context: RowContext | None = None) -> str:
    return TONES[TrainingState(state)].value


def with_attendants() -> QuerySet[Any]:
    """Trainings with how many attended each."""
    counted = Attendance.objects.filter(session=OuterRef("pk")).order_by().values("session")
    number = Subquery(counted.annotate(number=Count("pk")).values("number"))
    return TrainingSession.objects.annotate(attendants=Coalesce(number, 0))


def _search(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(title__icontains=text)


TRAINING_LIST = ListSpec(
    name="trainings",
    title=_("Trainings"),
    columns=(
        Column("title", _("title"), kind=Kind.LINK),
        Column("kind", _("kind"), choices=TrainingKind, filter="choices"),
        Column("topic", _("topic"), choices=TrainingTopic, filter="choices"),
        Column("held_on", _("day"), kind=Kind.DATE, sort="held_on", filter="date"),
        Column("hours", _("hours"), kind=Kind.NUMBER),
        Column("attendants", _("attended"), kind=Kind.NUMBER),
        Column("state", _("state"), kind=Kind.BADGE, choices=TrainingState, filter="choices", tone=training_tone),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below()),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
    ),
    queryset=with_attendants,
    default_ordering="-held_on",
    permission=Permission.TRAINING_READ,
    search=_search,
    row_url="enforcement:training_detail",
)  # fmt: skip
