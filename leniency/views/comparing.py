"""What a new edition changes: for who prepares or reviews it, and for everybody once it is published (Art. 10)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from leniency.models import LeniencyList
from leniency.reports.comparing import Comparison, comparable_with, comparison_of, told
from leniency.views.public import PublicThing


class ComparePage(ThingPage):
    """This edition against another of the same type and field, at first against the one before."""

    model = LeniencyList
    permission = Permission.LENIENCY_READ
    template_name = "leniency/list_compare.html"
    title = _("What changed")
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return LeniencyList.objects.select_related("field", "organ", "supersedes")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self.show({"title": self.title, "object": self.thing})

    @cached_property
    def others(self) -> list[LeniencyList]:
        return list(comparable_with(self.thing).visible_to(self.actor))

    @cached_property
    def other(self) -> LeniencyList | None:
        """The edition asked for; raises Http404 when it is none of ``others``."""
        asked = self.request.GET.get("with", "")
        if not asked:
            return next((one for one in self.others if one.pk == self.thing.supersedes_id), None)
        found = next((one for one in self.others if str(one.pk) == asked), None)
        if found is None:
            raise Http404
        return found

    def context(self) -> dict[str, Any]:
        return {
            "object": self.thing,
            "others": self.others,
            "other": self.other,
            **_shown(self._comparison()),
        }

    def _comparison(self) -> Comparison | None:
        return comparison_of(self.other, self.thing) if self.other else None


class PublicComparePage(PublicThing):
    """What a published edition changed from the one before it."""

    template_name = "leniency/public_compare.html"

    @staticmethod
    def rows() -> Any:
        replaced = LeniencyList.objects.filter(supersedes__isnull=False)
        return replaced.select_related("field", "organ", "supersedes")

    def context(self) -> dict[str, Any]:
        found = self.thing
        return {"object": found, "other": found.supersedes, **_shown(comparison_of(found.supersedes, found))}


def _shown(found: Comparison | None) -> dict[str, Any]:
    if found is None:
        return {"entries": [], "counts": []}
    return {"entries": [told(change) for change in found.differing], "counts": found.counted}
