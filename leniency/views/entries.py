"""Pages of entries: all of them, one with its conditions and use, and its acts (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from leniency.forms.entries import CONDITION_ACTS, DRAFT_ENTRY_ACTS, ENTRY_ACTS, LINKING
from leniency.lists.entries import LENIENCY_ENTRIES
from leniency.models import EntryReview, LeniencyCondition, LeniencyEntry
from leniency.reports.coming_edition import coming_entry
from leniency.reports.usage import usage_of
from leniency.views.facts import facts_of_entry, told_standing
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
        related = LeniencyEntry.objects.select_related(
            "list__field", "list__organ", "list__successor", "matter"
        )
        return related.prefetch_related("list__reviews")

    def offers(self) -> list[dict[str, Any]]:
        fitting = _fitting(self.thing, is_reviewed=bool(self._open_reviews))
        return [o for o in super().offers() if o["name"] in fitting]

    @cached_property
    def _reviews(self) -> list[EntryReview]:
        related = ("change__provision__instrument", "change__version_of", "concluded_by")
        return list(self.thing.reviews.select_related(*related))

    @cached_property
    def _open_reviews(self) -> list[EntryReview]:
        return [review for review in self._reviews if review.concluded_on is None]

    def context(self) -> dict[str, Any]:
        entry = self.thing
        today = timezone.localdate(self.now)
        is_draft = entry.list.state == ListState.DRAFT
        return {
            **super().context(),
            "facts": facts_of_entry(entry),
            "standing": told_standing(entry.list, today),
            "coming": coming_entry(entry, today=today),
            "conditions": entry.conditions.all(),
            "citations": list(entry.citations.select_related("provision__instrument")),
            "open_reviews": self._open_reviews,
            "reviews": [r for r in self._reviews if r.concluded_on is not None],
            "may_edit": is_draft and bool(self.offers()),
            "usage": usage_of(entry, actor=self.actor),
            "timeline": entries_of(entry, limit=20),
        }


def _fitting(entry: LeniencyEntry, *, is_reviewed: bool) -> frozenset[str]:
    """The acts that make sense on an entry now."""
    reviewed = frozenset({"conclude_review"} if is_reviewed else ())
    if entry.suspended_on:
        return reviewed
    by_state = {ListState.DRAFT: DRAFT_ENTRY_ACTS, ListState.PUBLISHED: frozenset({"suspend"})}
    return by_state.get(ListState(entry.list.state), frozenset()) | LINKING | reviewed


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
