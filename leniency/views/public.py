"""Published lists for everybody: search, any day, a lasting address for each entry, and paper (Art. 10)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from foundation.lists import Listing
from foundation.pages import ListPage, Page
from leniency.lists.entries import PUBLIC_ENTRIES, public_entries_on
from leniency.lists.lists import PUBLIC_LISTS
from leniency.models import LeniencyEntry, LeniencyList
from leniency.reports.coming_edition import coming_edition, coming_entry
from leniency.reports.explaining import in_language
from leniency.views.facts import facts_of_entry, facts_of_list, told_standing

FRESH_FOR = 300
MOST_TAKEN_OFF = 20
ON_A_PHONE = 12
"""How many entries a page shows: each is a card of its own on a phone, with its conditions in full."""


class PublicPage(Page):
    """Same for everybody, so it may be kept for a while."""

    public = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code == 200:
            patch_cache_control(response, private=True, max_age=FRESH_FOR)
        return response


class PublicEntriesPage(ListPage, PublicPage):
    spec = PUBLIC_ENTRIES
    template_name = partial_template = "leniency/public_entries.html"
    empty_title = _("No entry was in force on that day")
    empty_text = _("Choose another day, or search for something shorter.")

    @cached_property
    def listing(self) -> Listing:
        spec = self.spec if self.asked_day else public_entries_on(self.day)
        return Listing(spec, actor=self.actor, at=self.now, params=self.request.GET, page_size=ON_A_PHONE)

    @cached_property
    def asked_day(self) -> date | None:
        try:
            return parse_date(self.request.GET.get("as_of", ""))
        except ValueError:
            return None

    @cached_property
    def day(self) -> date:
        return self.asked_day or timezone.localdate(self.now)

    def context(self) -> dict[str, Any]:
        return {
            "day": self.day,
            "is_today": self.day == timezone.localdate(self.now),
            "notes": self._notes(),
            "taken_off": list(self._taken_off()),
            **super().context(),
        }

    def _taken_off(self) -> Any:
        """Entries of lists in force that were suspended: taken off, with the reason where they stood."""
        lists = LeniencyList.objects.in_force(self.day).values("pk")
        rows = LeniencyEntry.objects.published().filter(list__in=lists, suspended_on__lte=self.day)
        return rows.select_related("list").order_by("-suspended_on", "code")[:MOST_TAKEN_OFF]

    def _notes(self) -> list[str]:
        """What the lists of that day say of themselves, each once."""
        lists = LeniencyList.objects.in_force(self.day).exclude(note_zh="").order_by("note_zh")
        return [in_language(zh, en) for zh, en in lists.values_list("note_zh", "note_en").distinct()[:5]]


class PublicListsPage(ListPage, PublicPage):
    spec = PUBLIC_LISTS
    template_name = partial_template = "leniency/public_lists.html"
    empty_title = _("No list is published yet")


class PublicThing(PublicPage):
    http_method_names = ["get", "head", "options"]
    rows: Any = None

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self.show({"title": str(self.thing), "object": self.thing})

    @cached_property
    def thing(self) -> Any:
        key = self.kwargs["pk"]
        found = type(self).rows().published().filter(pk=key).first() if key < 2**63 else None
        if found is None:
            raise Http404
        return found


class PublicEntryPage(PublicThing):
    """The lasting address of one revision of an entry."""

    template_name = "leniency/public_entry.html"

    @staticmethod
    def rows() -> Any:
        related = LeniencyEntry.objects.select_related("list__field", "list__organ", "list__successor")
        return related.prefetch_related("conditions", "list__reviews")

    def context(self) -> dict[str, Any]:
        entry, today = self.thing, timezone.localdate(self.now)
        newer = LeniencyEntry.objects.in_force(today).filter(
            code=entry.code, list__organ=entry.list.organ_id, revision__gt=entry.revision
        )
        return {
            "object": entry,
            "facts": facts_of_entry(entry),
            "standing": told_standing(entry.list, today),
            "newer": newer.first(),
            "coming": coming_entry(entry, today=today),
            "today": today,
        }


class PublicListPage(PublicThing):
    """A whole list as it is printed and posted."""

    template_name = "leniency/public_list.html"

    @staticmethod
    def rows() -> Any:
        return LeniencyList.objects.select_related("field", "organ", "successor").prefetch_related("reviews")

    def context(self) -> dict[str, Any]:
        found, today = self.thing, timezone.localdate(self.now)
        shown = [f for f in facts_of_list(found) if f["kind"] != "link"]
        entries = list(found.entries.prefetch_related("conditions").order_by("code"))
        coming = coming_edition(found, entries, today=today)
        told = {"object": found, "facts": shown, "entries": entries, "coming": coming}
        return {**told, "standing": told_standing(found, today)}
