"""Pages of leniency lists: all of them, one with its entries, and its acts (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.pages import CreatePage, DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from leniency.forms.lists import DRAFT_ACTS, DRAFT_LIST, LIST_ACTS, PUBLISHED_ACTS
from leniency.lifecycle import LIST_LIFECYCLE
from leniency.lists.cells import state_tone
from leniency.lists.lists import LENIENCY_LISTS
from leniency.models import LeniencyList, RevisitNotice
from leniency.reports.coming_edition import coming_edition
from leniency.views.facts import facts_of_list, told_standing
from leniency.vocabulary import ListState


class LeniencyListsPage(ListPage):
    spec = LENIENCY_LISTS
    permission = Permission.LENIENCY_READ
    template_name = "leniency/list_list.html"
    subtitle = _("What is not penalised, penalised more lightly, or spared coercion.")
    create_url = "leniency:list_new"
    create_label = _("Draft a list")
    create_permission = Permission.LENIENCY_EDIT
    empty_title = _("No lists yet")
    empty_text = _("Draft the first list of your organ: minor violations are the usual beginning.")


class ListNewPage(CreatePage):
    permission = Permission.LENIENCY_EDIT
    act = DRAFT_LIST
    cancel_url = "leniency:list_list"


class ListPageOfEntries(DetailPage):
    model = LeniencyList
    permission = Permission.LENIENCY_READ
    template_name = "leniency/list_detail.html"
    acts = LIST_ACTS
    lifecycle = LIST_LIFECYCLE
    act_url = "leniency:list_act"

    def rows(self) -> Any:
        related = LeniencyList.objects.select_related(
            "field", "organ", "drafted_by", "supersedes", "successor"
        )
        return related.prefetch_related("reviews__concluded_by")

    def offers(self) -> list[dict[str, Any]]:
        return [o for o in super().offers() if _makes_sense(o["name"], self.thing)]

    def context(self) -> dict[str, Any]:
        found, today = self.thing, timezone.localdate(self.now)
        entries = list(found.entries.prefetch_related("conditions").order_by("code"))
        return {
            **super().context(),
            "state": {"value": found.get_state_display(), "tone": state_tone(found.state)},
            "standing": told_standing(found, today),
            "coming": coming_edition(found, entries, today=today),
            "reviews": [r for r in found.reviews.all() if r.concluded_on is not None],
            "facts": facts_of_list(found),
            "entries": entries,
            "revisits": RevisitNotice.objects.visible_to(self.actor).filter(list=found).open().count(),
            "preparation": not found.is_public,
            "timeline": entries_of(found, limit=20),
        }


def _makes_sense(act: str, found: LeniencyList) -> bool:
    if act in DRAFT_ACTS:
        return found.state == ListState.DRAFT
    if act == "conclude_review":
        return found.open_review is not None
    if act == "begin_review":
        return found.state == ListState.PUBLISHED and found.open_review is None
    if act == "hold_cases":
        return found.state == ListState.PUBLISHED
    if act == "link":
        return found.state != ListState.REPEALED
    if act in PUBLISHED_ACTS:
        return found.state == ListState.PUBLISHED and not hasattr(found, "successor")
    return True


class ListActPage(TransitionPage):
    model = LeniencyList
    permission = Permission.LENIENCY_READ
    acts = LIST_ACTS
    lifecycle = LIST_LIFECYCLE

    def rows(self) -> Any:
        return LeniencyList.objects.select_related("field", "organ", "supersedes")
