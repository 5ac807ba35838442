"""Pages of the catalogues: all of them, one with its reviews, its acts and its files (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from riskcontrol.forms.catalogues import CATALOGUE_ACTS
from riskcontrol.lists.catalogues import CATALOGUE_LIST
from riskcontrol.lists.points import state_tone
from riskcontrol.models import RiskCatalogue, RiskPoint
from riskcontrol.rules.calendar import next_month_begins, next_quarter_begins, next_year_begins
from riskcontrol.serializers.files import published_file, working_file
from riskcontrol.vocabulary import PointState

READ = Permission.RISK_READ
WORKING = "sheet"


class CataloguesPage(ListPage):
    spec = CATALOGUE_LIST
    subtitle = _("One for each field: counted every quarter, revised every year by the end of March.")
    empty_title = _("No catalogue yet")
    empty_text = _("Draft the first risk point of a field: its catalogue begins with it.")
    create_url = "riskcontrol:point_draft"
    create_label = _("New risk point")
    create_permission = Permission.RISK_EDIT


class CataloguePage(DetailPage):
    model = RiskCatalogue
    permission = READ
    template_name = "riskcontrol/catalogue_detail.html"
    acts = CATALOGUE_ACTS
    act_url = "riskcontrol:catalogue_act"

    def rows(self) -> Any:
        related = RiskCatalogue.objects.select_related("field", "keeper")
        return related.prefetch_related("reviews__concluded_by")

    def context(self) -> dict[str, Any]:
        reviews, today = list(self.thing.reviews.all()), timezone.localdate(self.now)
        return {
            **super().context(),
            "kpis": self._numbers(),
            "open_reviews": [review for review in reviews if review.concluded_on is None],
            "reviews": [review for review in reviews if review.concluded_on is not None],
            "next_season": next_month_begins(today),
            "next_count": next_quarter_begins(today),
            "next_revision": next_year_begins(today),
            "today": today,
            "timeline": entries_of(self.thing, limit=20),
        }

    def offers(self) -> list[dict[str, Any]]:
        nothing_open = all(review.concluded_on is not None for review in self.thing.reviews.all())
        return [o for o in super().offers() if not (nothing_open and o["name"] == "conclude_review")]

    def _numbers(self) -> list[dict[str, Any]]:
        """Its risk points by where they stand, each a link to them."""
        rows = RiskPoint.objects.filter(field=self.thing.field_id).order_by().values_list("state")
        numbers = dict(rows.annotate(Count("pk")))
        return [
            {
                "label": state.label,
                "value": numbers.get(state.value, 0),
                "tone": state_tone(state.value),
                "url": f"{self._list_url}?field={self.thing.field_id}&state={state.value}",
            }
            for state in PointState
            if state != PointState.WITHDRAWN or numbers.get(state.value)
        ]

    @property
    def _list_url(self) -> str:
        return str(reverse("riskcontrol:point_list"))


class CatalogueActPage(TransitionPage):
    model = RiskCatalogue
    permission = READ
    acts = CATALOGUE_ACTS


class CatalogueFile(ThingPage):
    model = RiskCatalogue
    permission = READ
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return RiskCatalogue.objects.select_related("field")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        if self.kwargs["form"] == WORKING:
            return working_file(self.thing)
        return published_file(self.kwargs["form"], timezone.localdate(self.now), field=self.thing.field_id)
