"""Frequent questions: the organ's pages, and everybody's (Art. 8 (4))."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from foundation.pages import DetailPage, ListPage, Page, TransitionPage
from foundation.pages.facts import fact, told
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.forms.faq import FAQ_ACTS
from guidance.lifecycle import FAQ_LIFECYCLE
from guidance.lifecycle.faq import FAQ_TONES
from guidance.lists.faq import FAQ_LIST, PUBLIC_FAQ
from guidance.models import FaqEntry
from guidance.vocabulary import FaqState

READ = Permission.GUIDANCE_READ
_LARGEST = 2**63


class FaqListPage(ListPage):
    spec = FAQ_LIST
    permission = READ
    subtitle = _("What one asked in counselling, answered for everybody.")
    empty_title = _("No frequent questions yet")
    empty_text = _("Record the answer of a counselling, then offer it here from its page.")


class FaqPage(DetailPage):
    model = FaqEntry
    permission = READ
    template_name = "guidance/faq_detail.html"
    acts = FAQ_ACTS
    lifecycle = FAQ_LIFECYCLE
    act_url = "guidance:faq_act"

    def rows(self) -> Any:
        return FaqEntry.objects.select_related("organ", "field", "action", "proposed_by", "published_by")

    def context(self) -> dict[str, Any]:
        entry: FaqEntry = self.thing
        return {
            **super().context(),
            "state": {"value": entry.get_state_display(), "tone": FAQ_TONES[FaqState(entry.state)].value},
            "facts": told(
                [
                    fact(_("field of enforcement"), str(entry.field)),
                    fact(_("proposed by"), str(entry.proposed_by)),
                    fact(_("published by"), str(entry.published_by or "")),
                    fact(_("published on"), entry.published_on, "date"),
                    fact(_("withdrawn on"), entry.withdrawn_on, "date"),
                ]
            ),
            "timeline": entries_of(entry, limit=20),
        }


class FaqActPage(TransitionPage):
    model = FaqEntry
    permission = READ
    acts = FAQ_ACTS
    lifecycle = FAQ_LIFECYCLE


class PublicFaqList(ListPage):
    spec = PUBLIC_FAQ
    public = True
    template_name = "guidance/public_faq.html"
    subtitle = _("What others asked, with the provisions the answers rest on. Asking costs nothing.")
    empty_title = _("No question has been published yet")
    empty_text = _("Ask the organ in charge: it answers within five working days.")


class PublicFaqPage(Page):
    public = True
    template_name = "guidance/public_faq_entry.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, pk: int, **_kwargs: Any) -> HttpResponseBase:
        rows = FaqEntry.objects.all().published().select_related("organ", "field")
        entry = get_object_or_404(rows, pk=pk if pk < _LARGEST else None)
        facts = [
            fact(_("provisions it rests on"), entry.basis),
            fact(_("field of enforcement"), str(entry.field)),
            fact(_("organ"), str(entry.organ)),
            fact(_("public telephone"), entry.organ.phone),
            fact(_("published on"), entry.published_on, "date"),
        ]
        return self.show({"title": entry.question, "object": entry, "facts": told(facts)})
