"""What the public pages of decisions and of results share: shelf, day, and a lasting address each (Art. 4)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.models import Publication
from foundation.lists import Listing, ListSpec
from foundation.pages import ListPage, Page

FRESH_FOR = 300
LARGEST = 2**63


@dataclass(frozen=True)
class Shelf:
    """What stands together before the public: the names of its pages, and where the other shelf is."""

    title: Any
    shown: str
    withdrawn: str
    withdrawn_title: Any
    other: str
    other_title: Any


PENALTIES = Shelf(
    _("Published decisions"),
    "enforcement:public_penalties",
    "enforcement:public_withdrawals",
    _("Withdrawn decisions"),
    "enforcement:public_results",
    _("Published results"),
)
RESULTS = Shelf(
    PENALTIES.other_title,
    PENALTIES.other,
    "enforcement:public_result_withdrawals",
    _("Withdrawn results"),
    PENALTIES.shown,
    PENALTIES.title,
)


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


class ShownPage(ListPage, PublicPage):
    """Published texts, each while its term runs: which they are depends on the day."""

    spec_on: Callable[[date], ListSpec]
    template_name = partial_template = "enforcement/public_penalties.html"
    shelf: Shelf

    @cached_property
    def listing(self) -> Listing:
        spec = self.spec_on(self.day)
        return Listing(spec, actor=self.actor, at=self.now, params=self.request.GET)

    def context(self) -> dict[str, Any]:
        return {"day": self.day, "shelf": self.shelf, **super().context()}


class WithdrawnPage(ListPage, PublicPage):
    template_name = partial_template = "enforcement/public_withdrawals.html"
    shelf: Shelf

    def context(self) -> dict[str, Any]:
        return {"shelf": self.shelf, **super().context()}


class PublicTextPage(PublicPage, ABC):
    """The lasting address of one text: what it says while it is published, or that it was withdrawn and why."""

    template_name = "enforcement/public_penalty.html"
    http_method_names = ["get", "head", "options"]
    shelf: Shelf

    @abstractmethod
    def rows(self) -> Any:
        """All that this address may show, with what the page reads of them."""

    @abstractmethod
    def facts_of(self, row: Publication) -> list[dict[str, Any]]:
        """What the edition says, and days: nothing else of the file."""

    def get(self, _request: HttpRequest, pk: int, **_kwargs: Any) -> HttpResponseBase:
        rows = self.rows().filter(pk=pk if pk < LARGEST else None)
        row = rows.published().shown_on(self.day).first()
        facts = [] if row is None else self.facts_of(row)
        row = row or rows.withdrawn().first()
        if row is None:
            raise Http404
        more = {"title": row.number, "object": row, "facts": facts, "day": self.day}
        return self.show({**more, "shelf": self.shelf})


def text_facts(row: Publication, *more: tuple[Any, str, str]) -> list[dict[str, Any]]:
    """What the edition says, with ``more`` that stands behind the party."""
    edition: Any = row.edition
    shown = [
        (_("party"), edition.party, "text"),
        *more,
        (_("what was found"), edition.violation, "multiline"),
        (_("basis"), edition.basis, "multiline"),
        (_("what was decided"), edition.result, "multiline"),
        (_("deciding organ"), row.organ.name, "text"),
        (_("decided on"), row.decided_on, "date"),
        (_("published on"), row.published_on, "date"),
        (_("shown until"), row.until_on, "date"),
        (_("why the one before was corrected"), edition.correction_reason, "multiline"),
    ]
    return [{"label": label, "value": value, "kind": kind} for label, value, kind in shown if value]
