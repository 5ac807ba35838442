"""Published guidance for everybody, without an account (Art. 8 (1), (2))."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from foundation.lists.context import RowContext
from foundation.pages import ListPage, Page
from foundation.pages.facts import fact, told
from guidance.lists.published import (
    PUBLIC_GUIDANCE,
    published_guidance,
    taken_back_guidance,
    today_of,
    with_days,
)
from guidance.models import GuidanceAction
from guidance.views.public_cells import end_facts
from guidance.vocabulary import VOLUNTARY_NOTICE, Way

_LARGEST = 2**63


class PublicGuidanceList(ListPage):
    spec = PUBLIC_GUIDANCE
    public = True
    template_name = "guidance/public_list.html"
    subtitle = _("Policies, guides to doing it right, and models worth following.")
    empty_title = _("Nothing has been published yet")


class PublicGuidancePage(Page):
    public = True
    template_name = "guidance/public_action.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, pk: int, **_kwargs: Any) -> HttpResponseBase:
        key = pk if pk < _LARGEST else None
        rows = published_guidance().filter(pk=key) or with_days(taken_back_guidance()).filter(pk=key)
        action = get_object_or_404(
            rows.select_related("organ", "field", "guide", "demo__exemplar", "public_life")
        )
        return self.show(
            {
                "title": action.title,
                "object": action,
                "standing": today_of(action, RowContext(self.actor, self.now)),
                "ended": self._ended(action),
                "facts": told(facts_of(action)),
                "wording": wording_of(action),
                "interpretation": action.guide.interpretation if action.way == Way.GUIDE else "",
                "notice": VOLUNTARY_NOTICE,
            }
        )

    def _ended(self, action: GuidanceAction) -> list[dict[str, Any]]:
        life = getattr(action, "public_life", None)
        return end_facts(life) if life is not None and life.ended_on is not None else []


def wording_of(action: GuidanceAction) -> str:
    """What is advised, in English where the reader's language and the organ's wording are."""
    english = action.guide.english if action.way == Way.GUIDE else ""
    return english if english and (get_language() or "").startswith("en") else action.content


def facts_of(action: GuidanceAction) -> list[dict[str, Any]]:
    """What everybody may know of a published row: the organ stands for it, no officer is named."""
    return [
        fact(_("audience"), action.audience),
        *(_of_guide(action) if action.way == Way.GUIDE else _of_model(action)),
        fact(_("field of enforcement"), str(action.field)),
        fact(_("legal or policy basis"), action.basis),
        fact(_("organ"), str(action.organ)),
        fact(_("public telephone"), action.organ.phone),
    ]


def _of_guide(action: GuidanceAction) -> list[dict[str, Any]]:
    guide: Any = action.detail
    return [
        fact(_("kind of guidance"), guide.get_kind_display()),
        fact(_("trades that it is for"), guide.trades),
        fact(_("areas that it is for"), guide.areas),
        fact(_("effective from"), guide.effective_from, "date"),
        fact(_("effective until"), guide.effective_to, "date"),
        fact(_("published on"), guide.published_on, "date"),
        fact(_("published where"), guide.published_at),
    ]


def _of_model(action: GuidanceAction) -> list[dict[str, Any]]:
    demo: Any = action.detail
    return [
        fact(_("what is shown"), demo.get_model_kind_display()),
        fact(_("model recommended"), demo.exemplar.name if demo.exemplar else ""),
        fact(_("what makes it exemplary"), demo.criteria, "multiline"),
        fact(_("named until"), demo.valid_to, "date"),
    ]
