"""The published catalogue for everybody, without an account, for today or for any day (Art. 9)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from foundation.lists import Listing, ListSpec
from foundation.lists.context import RowContext
from foundation.pages import ListPage, Page
from riskcontrol.lists.points import PUBLIC_POINT_LIST, public_points_on
from riskcontrol.lists.public_parts import PUBLIC_CAUSES, PUBLIC_MEASURES, on_day
from riskcontrol.models import PointEdition
from riskcontrol.serializers.files import published_file
from riskcontrol.views.described import analysed_causes, described, graded_measures

_LARGEST = 2**63


def day_asked(request: HttpRequest) -> date | None:
    """The day that the address names; none when it names no day."""
    try:
        return parse_date(request.GET.get("as_of", ""))
    except ValueError:
        return None


class PublicListPage(ListPage):
    """What is in force today, unless the address names another day."""

    public = True
    template_name = partial_template = "riskcontrol/public_points.html"
    subtitle = _("What is often done wrong, why it happens, and how to avoid it.")
    empty_title = _("Nothing was published on that day")
    empty_text = _("Choose another day, or search for something shorter.")

    @staticmethod
    def spec_on(day: date) -> ListSpec:
        raise NotImplementedError

    @cached_property
    def listing(self) -> Listing:
        spec = self.spec if day_asked(self.request) else self.spec_on(self.day)
        return Listing(spec, actor=self.actor, at=self.now, params=self.request.GET)

    @cached_property
    def day(self) -> date:
        return day_asked(self.request) or timezone.localdate(self.now)

    def context(self) -> dict[str, Any]:
        is_today = self.day == timezone.localdate(self.now)
        return {**super().context(), "day": self.day, "is_today": is_today}


class PublicPointList(PublicListPage):
    spec = PUBLIC_POINT_LIST
    spec_on = staticmethod(public_points_on)


class PublicCauseList(PublicListPage):
    spec = PUBLIC_CAUSES

    @staticmethod
    def spec_on(day: date) -> ListSpec:
        return on_day(PUBLIC_CAUSES, day)


class PublicMeasureList(PublicListPage):
    spec = PUBLIC_MEASURES

    @staticmethod
    def spec_on(day: date) -> ListSpec:
        return on_day(PUBLIC_MEASURES, day)


class PublicPointPage(Page):
    """The lasting address of one edition."""

    public = True
    template_name = "riskcontrol/public_point.html"
    http_method_names = ["get", "head", "options"]
    found_by = "pk"

    def get(self, _request: HttpRequest, pk: int, **_kwargs: Any) -> HttpResponseBase:
        rows = PointEdition.objects.published().filter(**{self.found_by: pk if pk < _LARGEST else None})
        related = rows.select_related("field", "region").prefetch_related("causes", "measures")
        edition = get_object_or_404(related)
        today = timezone.localdate(self.now)
        newer = PointEdition.objects.published().filter(point=edition.point_id, ended_on=None)
        return self.show(
            {
                "title": str(edition),
                "object": edition,
                "in_force": edition.is_in_force(today),
                "newer": newer.exclude(pk=edition.pk).first(),
                "causes": analysed_causes(edition),
                "measures": graded_measures(edition),
                **described(edition, RowContext(self.actor, self.now)),
            }
        )


class PublicCausePage(PublicPointPage):
    found_by = "causes__pk"


class PublicMeasurePage(PublicPointPage):
    found_by = "measures__pk"


class PublicCatalogueFile(Page):
    """All that was in force on a day, in the three lists in which organs publish it."""

    public = True
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, form: str, **_kwargs: Any) -> HttpResponseBase:
        if request.GET.get("as_of") and day_asked(request) is None:
            raise Http404
        return published_file(form, day_asked(request) or timezone.localdate(self.now))
