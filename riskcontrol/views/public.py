"""The published risk points for everybody, without an account (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from foundation.lists.context import RowContext
from foundation.pages import ListPage, Page
from riskcontrol.lists.points import PUBLIC_POINT_LIST
from riskcontrol.models import RiskPoint
from riskcontrol.views.described import analysed_causes, described, graded_measures

_LARGEST = 2**63


class PublicPointList(ListPage):
    spec = PUBLIC_POINT_LIST
    public = True
    template_name = "riskcontrol/public_points.html"
    subtitle = _("What is often done wrong, why it happens, and how to avoid it.")
    empty_title = _("Nothing has been published yet")


class PublicPointPage(Page):
    public = True
    template_name = "riskcontrol/public_point.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, pk: int, **_kwargs: Any) -> HttpResponseBase:
        rows = RiskPoint.objects.published().filter(pk=pk if pk < _LARGEST else None)
        point = get_object_or_404(rows.select_related("field").prefetch_related("causes", "measures"))
        return self.show(
            {
                "title": str(point),
                "object": point,
                "causes": analysed_causes(point),
                "measures": graded_measures(point),
                **described(point, RowContext(self.actor, self.now)),
            }
        )
