"""The scorecard of an organ and a period, beside its like (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from evaluation.lists.scorecards import scorecard_file
from evaluation.reports.choosing import Choice
from evaluation.reports.scorecards import Scorecard, scorecard
from evaluation.views.choice import ChoosingPage, query_of
from evaluation.views.scorecard_charts import charts_of
from evaluation.views.scorecard_rows import groups_of, kpis_of, peers_of
from foundation.lists.exporting import CONTENT_TYPES
from foundation.permissions import Permission


class ScorecardPage(ChoosingPage):
    permission = Permission.EVALUATION_READ
    template_name = "evaluation/scorecard.html"
    title = _("Scorecard")
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        choice = self.choose()
        frame = {"title": self.title, "choice": _choices(choice), "subtitle": _subtitle(choice)}
        if choice.period is None:
            return self.show(frame)
        card = scorecard(self.actor, choice.territory, choice.organ_id, choice.period.span, at=self.now)
        form = request.GET.get("export", "")
        if form in CONTENT_TYPES:
            return _file(card, form, choice)
        self._filled = {
            "kpis": kpis_of(card),
            "charts": charts_of(card, choice),
            "groups": groups_of(card, choice),
            "peers": peers_of(card, choice),
            "is_live": choice.period.end >= choice.frame.today,
        }
        exports = {form: f"?{query_of(choice)}&export={form}" for form in CONTENT_TYPES}
        return self.show({**frame, "export_urls": exports})

    def context(self) -> dict[str, Any]:
        return getattr(self, "_filled", {})


def _subtitle(choice: Choice) -> str:
    period = choice.period.label if choice.period else ""
    organ = choice.organ.name if choice.organ else gettext("everything in reach")
    return f"{organ} · {period}"


def _choices(choice: Choice) -> dict[str, Any]:
    """What the two select boxes offer; periods stand together by their kind."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for period in sorted(choice.periods, key=lambda p: -_LENGTH[p.kind]):
        chosen = choice.period is not None and period.code == choice.period.code
        entry = {"code": period.code, "label": period.label, "selected": chosen}
        kinds.setdefault(period.get_kind_display(), []).append(entry)
    organs = [
        {"id": place.id, "name": place.organ.name, "selected": place.id == choice.organ_id}
        for place in choice.territory.places.values()
    ]
    return {"periods": kinds, "organs": organs}


_LENGTH = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def _file(card: Scorecard, form: str, choice: Choice) -> FileResponse:
    title = f"{gettext('Scorecard')} {choice.period.code if choice.period else ''}"
    return FileResponse(
        scorecard_file(card, form, title=title),
        as_attachment=True,
        filename=f"{title}.{form}",
        content_type=CONTENT_TYPES[form],
    )
