"""Published guidance: policies and guides, and models worth following, for everybody (Art. 8 (1), (2))."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter, ModelChoiceFilter

from enforcement.lists.case_cells import either_name, text_key
from enforcement.models import Field
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.vocabulary import Tone
from guidance.models import GuidanceAction
from guidance.vocabulary import GuidanceState, Way

PUBLISHED_WAYS = [(way.value, way.label) for way in (Way.GUIDE, Way.DEMO)]
IN_FORCE, ENDED, TO_COME, WITHDRAWN = "in_force", "ended", "to_come", "withdrawn"
STANDINGS = {
    IN_FORCE: pgettext_lazy("guidance", "in force"),
    ENDED: pgettext_lazy("guidance", "ended"),
    TO_COME: pgettext_lazy("guidance", "from a later day"),
    WITHDRAWN: pgettext_lazy("publication", "withdrawn"),
}


def published_guidance() -> QuerySet[Any]:
    """Published rows with the days from and until which they hold."""
    return with_days(GuidanceAction.objects.published())


def taken_back_guidance() -> QuerySet[Any]:
    """What was published and withdrawn; its address tells that, and the reason."""
    return GuidanceAction.objects.taken_back()


def with_days(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Each with the days from and until which it holds."""
    return rows.annotate(
        holds_from=Coalesce("guide__effective_from", "guide__published_on"),
        holds_until=Coalesce("guide__effective_to", "demo__valid_to"),
    )


def standing(days: tuple[date | None, date | None], today: date) -> str:
    """Whether what holds between two days holds today."""
    first, last = days
    if first is not None and first > today:
        return TO_COME
    return ENDED if last is not None and last < today else IN_FORCE


def standing_tone(code: str) -> str:
    return (Tone.GOOD if code == IN_FORCE else Tone.NEUTRAL).value


def search_published(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By number, title, audience, or the name of a model that agreed to be named."""
    said = Q(title__icontains=text) | Q(audience__icontains=text) | Q(number__icontains=text)
    return rows.filter(said | Q(demo__exemplar__name__icontains=text))


def _fields(_request: Any) -> QuerySet[Any]:
    return Field.objects.order_by("code")


PUBLIC_GUIDANCE = ListSpec(
    name="public-guidance",
    title=_("Published guidance"),
    columns=(
        Column("title", _("title"), kind=Kind.LINK),
        Column("way", _("way"), choices=Way),
        Column("standing", _("standing"), ("holds_from", "holds_until"), kind=Kind.BADGE,
               build=lambda days, context: standing(days, context.today),
               display=lambda code, _context: STANDINGS[code],
               tone=lambda code, _context: standing_tone(code)),
        Column("audience", _("audience")),
        Column("exemplar", _("model"), "demo__exemplar__name"),
        Column("field", _("field"), ("field__name_zh", "field__name_en"), build=either_name),
        Column("field_id", _("field"), build=text_key, page=False, export=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name),
        Column("number", _("number"), page=False),
        Column("holds_from", _("effective from"), kind=Kind.DATE, page=False),
        Column("holds_until", _("effective until"), kind=Kind.DATE, page=False),
        Column("issued_at", _("issued"), kind=Kind.DATE),
        Column("drafted_at", _("drafted"), kind=Kind.DATE, sort="drafted_at", page=False, api=False, export=False),
    ),
    queryset=published_guidance,
    default_ordering="-drafted_at",
    permission=None,
    public=True,
    search=search_published,
    filters={
        "way": ChoiceFilter(choices=PUBLISHED_WAYS, label=_("way"), empty_label=_("All")),
        "field": ModelChoiceFilter(queryset=_fields, label=_("field"), empty_label=_("All")),
    },
    row_url="guidance:public_action",
)  # fmt: skip


def today_of(action: Any, context: RowContext) -> dict[str, str]:
    """The badge of one published row."""
    gone = action.state == GuidanceState.WITHDRAWN
    code = WITHDRAWN if gone else standing((action.holds_from, action.holds_until), context.today)
    return {"value": str(STANDINGS[code]), "tone": standing_tone(code)}
