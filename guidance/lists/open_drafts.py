"""Drafts and candidates that the public may comment on, and publications that were taken back (Art. 8 (1), (2))."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, text_key
from foundation.lists import Column, Kind, ListSpec
from guidance.lists.published import search_published
from guidance.models import GuidanceAction
from guidance.vocabulary import PublicEnd, Way

_ORGAN = ("organ__name_zh", "organ__name_en")


def _day_order() -> Column:
    return Column(
        "drafted_at", _("drafted"), kind=Kind.DATE, sort="drafted_at", page=False, api=False, export=False
    )


PUBLIC_DRAFTS = ListSpec(
    name="public-guidance-drafts",
    title=_("Drafts open to comments"),
    columns=(
        Column("title", _("title"), kind=Kind.LINK, wide=True),
        Column("way", _("way"), choices=Way),
        Column("audience", _("audience")),
        Column("organ", _("organ"), _ORGAN, build=either_name),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
        Column("shown_from", _("open from"), "public_life__shown_from", kind=Kind.DATE, page=False),
        Column("shown_until", _("comments until"), "public_life__shown_until", kind=Kind.DATE),
        _day_order(),
    ),
    queryset=GuidanceAction.objects.all().open_to_comment,
    default_ordering="-drafted_at",
    permission=None,
    public=True,
    search=search_published,
    row_url="guidance:public_draft",
)
PUBLIC_ENDED = ListSpec(
    name="public-guidance-withdrawals",
    title=_("Withdrawn guidance"),
    columns=(
        Column("title", _("title"), kind=Kind.LINK, wide=True),
        Column("number", _("number")),
        Column("way", _("way"), choices=Way),
        Column("organ", _("organ"), _ORGAN, build=either_name),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
        Column("ended_on", _("withdrawn on"), "public_life__ended_on", kind=Kind.DATE),
        Column("how", _("how it ended"), "public_life__ended_how", choices=PublicEnd),
        Column("reason", _("reason"), "public_life__ended_why", wide=True),
        _day_order(),
    ),
    queryset=GuidanceAction.objects.all().taken_back,
    default_ordering="-drafted_at",
    permission=None,
    public=True,
    search=search_published,
    row_url="guidance:public_action",
)
