"""Guidance that was tried, on the page of a coercive measure (Art. 5, 10 (2))."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from enforcement.models import CoerciveMeasure
from foundation.pages import TransitionPage
from foundation.pages.offers import offers_of
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from guidance.forms.means import MEANS_ACTS, MEASURE_ACTS
from guidance.models import MeansTried
from guidance.services.means import OPEN_TO_MEANS
from guidance.ways import WAYS


class MeasureMeansPanel(ThingPage):
    """What is linked, and the button that links more while the note is open."""

    model = CoerciveMeasure
    permission = Permission.COERCION_READ
    template_name = "guidance/_measure_means.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return CoerciveMeasure.objects.select_related("case")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        measure = self.thing
        rows = MeansTried.objects.visible_to(self.actor).standing().filter(measure=measure)
        offers = self._offers(measure)
        return self.show(
            {
                "lines": [_line(means, is_open=bool(offers)) for means in rows.select_related("action")],
                "offers": offers,
                "claims": bool(measure.means_tried.strip()) and not measure.why_useless.strip(),
                "reads_persons": self.actor.may(Permission.COUNTERPART_READ),
            }
        )

    def _offers(self, measure: CoerciveMeasure) -> list[dict[str, Any]]:
        if measure.state not in OPEN_TO_MEANS or measure.approved_at is not None:
            return []
        return offers_of(
            measure,
            acts=MEASURE_ACTS,
            lifecycle=None,
            act_url="guidance:measure_act",
            by=self.actor,
            at=self.now,
        )


def _line(means: MeansTried, *, is_open: bool) -> dict[str, Any]:
    return {
        "means": means,
        "page": WAYS[means.action.way],
        "drop_url": reverse("guidance:means_act", args=[means.pk, "drop"]) if is_open else "",
    }


class MeasureActPage(TransitionPage):
    model = CoerciveMeasure
    permission = Permission.COERCION_READ
    acts = MEASURE_ACTS

    def rows(self) -> Any:
        return CoerciveMeasure.objects.select_related("case")


class MeansActPage(TransitionPage):
    model = MeansTried
    permission = Permission.COERCION_READ
    acts = MEANS_ACTS

    def rows(self) -> Any:
        return MeansTried.objects.select_related("measure__case", "action")
