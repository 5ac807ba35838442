"""Published decisions for everybody: search, a lasting address each, and paper (Art. 4; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.lists.public_penalties import PUBLIC_WITHDRAWALS, penalties_on
from enforcement.models import Publication
from foundation.lists import Listing
from foundation.pages import ListPage, Page

FRESH_FOR = 300
LARGEST = 2**63


class PublicPage(Page):
    """The same for everybody, so it may be kept for a while."""

    public = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code == 200:
            patch_cache_control(response, private=True, max_age=FRESH_FOR)
        return response

    @property
    def day(self) -> date:
        return timezone.localdate(self.now)


class PublicPenaltiesPage(ListPage, PublicPage):
    spec = penalties_on(date.max)
    template_name = partial_template = "enforcement/public_penalties.html"
    empty_title = _("No decision is published")
    empty_text = _(
        "Search for something shorter, or look again another day: what is published ends with its term."
    )

    @cached_property
    def listing(self) -> Listing:
        return Listing(penalties_on(self.day), actor=self.actor, at=self.now, params=self.request.GET)

    def context(self) -> dict[str, Any]:
        return {"day": self.day, **super().context()}


class PublicWithdrawalsPage(ListPage, PublicPage):
    spec = PUBLIC_WITHDRAWALS
    template_name = partial_template = "enforcement/public_withdrawals.html"
    empty_title = _("No decision was withdrawn")
    empty_text = _("A decision that was changed or undone is named here, with the reason.")


class PublicPenaltyPage(PublicPage):
    """The lasting address of one decision: its text while it is published, or that it was withdrawn and why."""

    template_name = "enforcement/public_penalty.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, pk: int, **_kwargs: Any) -> HttpResponseBase:
        key = pk if pk < LARGEST else None
        related = Publication.objects.published().shown_on(self.day).filter(pk=key)
        row = related.select_related("case__decision", "case__matter", "edition", "organ").first()
        if row is None:
            return self._withdrawn(key)
        return self.show({"title": str(row), "object": row, "facts": _facts(row), "day": self.day})

    def _withdrawn(self, key: int | None) -> HttpResponseBase:
        row = PUBLIC_WITHDRAWALS.queryset().filter(pk=key).select_related("case__decision", "organ").first()
        if row is None:
            raise Http404
        return self.show({"title": str(row), "object": row, "facts": [], "day": self.day})


def _facts(row: Publication) -> list[dict[str, Any]]:
    """What the edition says, and days: nothing else of the file."""
    edition: Any = row.edition
    shown = [
        (_("party"), edition.party, "text"),
        (_("matter"), row.case.matter.name, "text"),
        (_("what was found"), edition.violation, "multiline"),
        (_("basis"), edition.basis, "multiline"),
        (_("what was decided"), edition.result, "multiline"),
        (_("decided by"), row.organ.name, "text"),
        (_("decided on"), row.decided_on, "date"),
        (_("published on"), row.published_on, "date"),
        (_("shown until"), row.until_on, "date"),
        (_("why the one before was corrected"), edition.correction_reason, "multiline"),
    ]
    return [{"label": label, "value": value, "kind": kind} for label, value, kind in shown if value]
