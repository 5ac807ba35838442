"""What guidance achieved: key figures, charts, tables by way, organ, matter and month, and files (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from enforcement.lists.scopes import below, organs_reached
from foundation.lists import BadQuery
from foundation.lists.exporting import CONTENT_TYPES
from foundation.pages import Page
from foundation.permissions import Permission
from guidance.lists.effect import effect_file
from guidance.reports.effect import EffectReport, effect_of_guidance
from guidance.reports.effect_span import Span, span_of
from guidance.views.effect_charts import charts_of, kpis_of, tables_of
from guidance.vocabulary import Way


class EffectPage(Page):
    permission = Permission.GUIDANCE_READ
    template_name = "guidance/effect.html"
    title = _("Effect of guidance")
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        self._fault, organs = "", list(organs_reached(self.actor).order_by("code"))
        organ = self._organ(organs)
        way = request.GET.get("way", "")
        way = way if way in Way.values else ""
        span = self._span()
        within = below(organ) if organ else None
        report = effect_of_guidance(self.actor, since=span.since, until=span.until, within=within, way=way)
        form = request.GET.get("export", "")
        if form in CONTENT_TYPES:
            return _file(report, form)
        asked = {"organ": str(organ.pk) if organ else "", "way": way, **_months(span)}
        self._filled = {
            "kpis": kpis_of(report),
            "charts": charts_of(report),
            "tables": tables_of(report, organ=asked["organ"]),
            "organs": [{"id": o.pk, "name": o.name, "selected": o == organ} for o in organs],
            "ways": [{"id": code, "name": label, "selected": code == way} for code, label in Way.choices],
            "asked": asked,
            "fault": self._fault,
            "exports": {name: f"?{urlencode({**asked, 'export': name})}" for name in CONTENT_TYPES},
        }
        return self.show({"title": self.title, "subtitle": _subtitle(span)})

    def context(self) -> dict[str, Any]:
        return self._filled

    def _organ(self, organs: list[Any]) -> Any:
        """The organ that was asked for; raises Http404 for one out of reach."""
        asked = self.request.GET.get("organ", "")
        if not asked:
            return None
        found = next((organ for organ in organs if str(organ.pk) == asked), None)
        if found is None:
            raise Http404
        return found

    def _span(self) -> Span:
        asked, today = self.request.GET, timezone.localdate(self.now)
        try:
            return span_of(asked.get("since", ""), asked.get("until", ""), today=today)
        except BadQuery as error:
            self._fault = str(next(iter(error.errors.values()))[0].message)
            return span_of("", "", today=today)


def _months(span: Span) -> dict[str, str]:
    return {"since": f"{span.first:%Y-%m}", "until": f"{span.last:%Y-%m}"}


def _subtitle(span: Span) -> str:
    return gettext("Concluded from %(since)s to %(until)s. Who declined is counted nowhere.") % _months(span)


def _file(report: EffectReport, form: str) -> FileResponse:
    title = gettext("Effect of guidance")
    return FileResponse(
        effect_file(report, form, title=title),
        as_attachment=True,
        filename=f"{title} {report.since:%Y-%m} {report.until:%Y-%m}.{form}",
        content_type=CONTENT_TYPES[form],
    )
