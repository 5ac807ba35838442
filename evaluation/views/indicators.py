"""Indicators, what each means, and the rows behind its figure (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from evaluation.lists.evidence import evidence_list
from evaluation.lists.indicators import INDICATOR_LIST
from evaluation.lists.wording import target_text, value_text
from evaluation.models import Indicator
from evaluation.reports.choosing import Choice
from evaluation.reports.measures import MEASURES
from evaluation.views.choice import ChoosingPage, query_of
from foundation.lists import ListSpec
from foundation.pages import DetailPage, ListPage
from foundation.permissions import Permission


class IndicatorListPage(ListPage):
    spec = INDICATOR_LIST
    permission = Permission.EVALUATION_READ
    subtitle = _("One hundred points of weight. No sum of money is counted, and no number of penalties.")
    empty_text = _("The system administrator loads them once: manage.py load_indicators.")


class IndicatorPage(DetailPage):
    model = Indicator
    permission = Permission.EVALUATION_READ
    template_name = "evaluation/indicator_detail.html"

    def _key(self) -> Any:
        return self.kwargs["pk"]

    def context(self) -> dict[str, Any]:
        measured = self.thing.pk in MEASURES
        evidence = reverse("evaluation:evidence", args=[self.thing.pk]) if measured else ""
        return {"facts": _facts(self.thing), "evidence_url": evidence, **super().context()}


def _facts(indicator: Indicator) -> list[dict[str, Any]]:
    unit = indicator.unit
    scored = [
        (_("no marks at"), value_text(indicator.floor, unit)),
        (_("full marks at"), target_text(indicator.target, unit, indicator.direction)),
        (_("fewest rows to score"), indicator.minimum_n),
        (_("weight of 100"), indicator.weight),
        (_("direction"), indicator.get_direction_display()),
    ]
    said = [(_("what is counted"), indicator.formula), (_("what keeps it honest"), indicator.guard)]
    return [
        *({"label": label, "value": value, "kind": "multiline"} for label, value in said if value),
        *({"label": label, "value": value, "kind": "text"} for label, value in scored),
    ]


class EvidencePage(ListPage, ChoosingPage):
    """The rows behind a figure, masked as the reader's role asks."""

    permission = Permission.EVALUATION_READ
    template_name = "evaluation/evidence.html"
    empty_title = _("No rows in this period")
    empty_text = _("Choose another period or organ: without rows there is no figure, and none is made up.")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        """An address without organ and period becomes one that says both."""
        if not {"organ", "period"} <= set(request.GET) and self.indicator:
            said = QueryDict(query_of(self.choice), mutable=True)
            for name, value in request.GET.items():
                said[name] = str(value)
            return redirect(f"{request.path}?{said.urlencode()}")
        return super().get(request, **kwargs)

    @cached_property
    def choice(self) -> Choice:
        found = self.choose()
        if found.period is None:
            raise Http404
        return found

    @cached_property
    def indicator(self) -> Indicator:
        found = Indicator.objects.visible_to(self.actor).filter(pk=self.kwargs["pk"]).first()
        if found is None or found.pk not in MEASURES:
            raise Http404
        return found

    @cached_property
    def spec(self) -> ListSpec:  # type: ignore[override]
        return evidence_list(self.indicator, self.choice)

    @cached_property
    def subtitle(self) -> Any:
        organ = self.choice.organ.name if self.choice.organ else gettext("everything in reach")
        period = self.choice.period.label if self.choice.period else ""
        return f"{organ} · {period}"

    def context(self) -> dict[str, Any]:
        back = f"{reverse('evaluation:scorecard')}?{query_of(self.choice)}"
        return {"indicator": self.indicator, "scorecard_url": back, **super().context()}
