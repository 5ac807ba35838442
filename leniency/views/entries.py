"""Pages of entries: all of them, one with its conditions and use, and its acts (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from leniency.forms.entries import CONDITION_ACTS, DRAFT_ENTRY_ACTS, ENTRY_ACTS
from leniency.lists.entries import LENIENCY_ENTRIES
from leniency.models import LeniencyCondition, LeniencyEntry
from leniency.reports.usage import usage_of
from leniency.views.facts import facts_of_entry
from leniency.vocabulary import ListState


class EntriesPage(ListPage):
    spec = LENIENCY_ENTRIES
    permission = Permission.LENIENCY_READ
    empty_title = _("No entries yet")
    empty_text = _("Entries belong to a list: draft a list first, then add its violations.")


class EntryPage(DetailPage):
    model = LeniencyEntry
    permission = Permission.LENIENCY_READ
    template_name = "leniency/entry_detail.html"
    acts = ENTRY_ACTS
    act_url = "leniency:entry_act"

    def rows(self) -> Any:
        return LeniencyEntry.objects.select_related("list__field", "list__organ", "matter")

    def offers(self) -> list[dict[str, Any]]:
        state = self.thing.list.state
        fitting = {ListState.DRAFT: DRAFT_ENTRY_ACTS, ListState.PUBLISHED: {"suspend"}}.get(
            state, frozenset()
        )
        if self.thing.suspended_on:
            return []
        return [o for o in super().offers() if o["name"] in fitting]

    def context(self) -> dict[str, Any]:
        entry = self.thing
        in_force = entry.list.is_in_force(timezone.localdate(self.now)) and not entry.suspended_on
        is_draft = entry.list.state == ListState.DRAFT
        return {
            **super().context(),
            "facts": facts_of_entry(entry),
            "in_force": in_force,
            "conditions": entry.conditions.all(),
            "may_edit": is_draft and bool(self.offers()),
            "usage": usage_of(entry, actor=self.actor),
            "timeline": entries_of(entry, limit=20),
        }


class EntryActPage(TransitionPage):
    model = LeniencyEntry
    permission = Permission.LENIENCY_READ
    acts = ENTRY_ACTS

    def rows(self) -> Any:
        return LeniencyEntry.objects.select_related("list", "matter")


class ConditionActPage(TransitionPage):
    model = LeniencyCondition
    permission = Permission.LENIENCY_EDIT
    acts = CONDITION_ACTS

    def rows(self) -> Any:
        return LeniencyCondition.objects.select_related("entry__list")
