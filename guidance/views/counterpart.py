"""What the counterpart sees behind its link, on a phone and without an account (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language

from enforcement.serializers.evidence_file import as_attachment
from guidance.services.documents import columns_of
from guidance.services.links import next_link_of, note_opening, served_file
from guidance.views.cells import fact, told
from guidance.views.link_door import LinkPage
from guidance.vocabulary import VOLUNTARY_NOTICE, GuidanceState


class LinkedGuidance(LinkPage):
    """Who writes, what is advised, why, on what basis, and that it is voluntary."""

    template_name = "guidance/link.html"

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        if not self.is_officer:
            note_opening(self.link, at=self.now)
        return self.show({"title": self.link.action.title, "object": self.link.action})

    def context(self) -> dict[str, Any]:
        action = self.link.action if hasattr(self, "link") else None
        if action is None:
            return {}
        gone = action.state == GuidanceState.WITHDRAWN
        return {
            "link": self.link,
            "action": action,
            "notice": VOLUNTARY_NOTICE,
            "officers": [row.officer for row in action.officers.select_related("officer")],
            "facts": told([fact(label, words, "multiline") for label, words in columns_of(action)]),
            "items": list(action.rectification_items.all()) if action.page.has_rectification else [],
            "paper": served_file(action, get_language() or ""),
            "is_gone": gone,
            "next_link": next_link_of(self.link, at=self.now) if gone else None,
            "looks_on": self.is_officer,
        }


class LinkedDocument(LinkPage):
    """The document as it was served; nothing else of the house goes out by a link."""

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        paper = served_file(self.link.action, get_language() or "")
        if paper is None:
            return self.nothing_here(404, self.link)
        return as_attachment(paper)
