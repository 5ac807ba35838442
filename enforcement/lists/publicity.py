"""The queue of decisions and results to publish, for those who write and those who approve (Art. 4; PUB-1, PUB-3)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case, DateField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from enforcement.lists.case_cells import either_name, text_key
from enforcement.lists.scopes import organ_and_below
from enforcement.models import InspectionMatter, Publication
from enforcement.vocabulary.publicity import SHOWN, UNPUBLISHED, PublicityState, PublicityTask, PublicKind
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from foundation.vocabulary import Tone

TONES = {
    PublicityState.DUE: Tone.WATCH,
    PublicityState.DRAFT: Tone.INFO,
    PublicityState.APPROVED: Tone.INFO,
    PublicityState.PUBLISHED: Tone.GOOD,
    PublicityState.CORRECTING: Tone.WATCH,
}
NEVER = date(9999, 12, 31)


_NUMBERS = ("case__number", "case__clue_number", "measure__case__number", "measure__case__clue_number")
_CASES = ("case_id", "measure__case_id", "inspection__case_id")


def first_known(values: tuple[Any, ...], _context: RowContext) -> str:
    """Of the case behind it, where there is one."""
    return next((str(value) for value in values if value), "")


def publicity_tone(state: str, _context: RowContext | None = None) -> str:
    return TONES.get(PublicityState(state), Tone.NEUTRAL).value


def with_due() -> QuerySet[Any]:
    """Each with the next day that it must keep; those without one come last."""
    due = Case(
        When(state__in=UNPUBLISHED, then=F("publish_by")),
        When(state__in=SHOWN, then=F("withdraw_by")),
        output_field=DateField(),
    )
    items = InspectionMatter.objects.filter(inspection=OuterRef("inspection")).order_by("pk")
    matters = {
        f"matter_{name}": Coalesce(
            f"case__matter__{name}",
            f"measure__case__matter__{name}",
            Subquery(items.values(f"matter__{name}")[:1]),
        )
        for name in ("name_zh", "name_en")
    }
    rows = Publication.objects.all().numbered().annotate(**matters)
    return rows.annotate(due=due, due_or_never=Coalesce(due, Value(NEVER)))


class TaskFilter(ChoiceFilter):
    """What comes next."""

    def __init__(self) -> None:
        super().__init__(choices=PublicityTask.choices, label=_("what comes next"), empty_label=_("All"))

    def filter(self, queryset: Any, value: str) -> Any:
        return queryset.waiting_for(value, self.parent.request.today) if value else queryset


def search_publicity(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By the number of the decision, measure, inspection or case, or the party as it is published."""
    found = (
        Q(number__icontains=text) | Q(case__number__icontains=text) | Q(measure__case__number__icontains=text)
    )
    return rows.filter(found | Q(party__icontains=text))


PUBLICITY_LIST = ListSpec(
    name="publications",
    title=_("Publicity"),
    columns=(
        Column("decision", _("number"), "number", kind=Kind.LINK),
        Column("kind", _("kind"), kind=Kind.BADGE, choices=PublicKind, filter="choices"),
        Column("case", _("case"), _NUMBERS, build=first_known, page=False),
        Column("case_id", _("case"), _CASES, build=first_known, page=False, export=False),
        Column("matter", _("matter"), ("matter_name_zh", "matter_name_en"), build=either_name),
        Column("state", _("state"), kind=Kind.BADGE, choices=PublicityState, filter="choices", tone=publicity_tone),
        Column("decided_on", _("decided on"), kind=Kind.DATE, sort="decided_on", filter="date"),
        Column("due", _("to be done by"), "due", kind=Kind.DEADLINE, sort="due_or_never"),
        Column("published_on", _("published on"), kind=Kind.DATE),
        Column("until_on", _("last day of publicity"), kind=Kind.DATE, page=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
        Column("version", _("version"), kind=Kind.NUMBER, page=False, export=False),
    ),
    queryset=with_due,
    default_ordering="-decided_on",
    permission=Permission.COUNTERPART_READ,
    search=search_publicity,
    filters={"task": TaskFilter()},
    row_url="enforcement:publicity_detail",
)  # fmt: skip
