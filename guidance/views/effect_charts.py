"""Figures, charts and tables of the effect of guidance; each leads to its rows (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from foundation.vocabulary import Tone
from guidance.lists.effect import name_of
from guidance.reports.effect import EffectLine, EffectReport, Figures
from guidance.vocabulary import Effect, EffectCut, GuidanceState

EFFECTS = ((Effect.EFFECTIVE, "effective"), (Effect.PARTLY, "partly"), (Effect.INEFFECTIVE, "ineffective"))
SHOWN = 12


def kpis_of(report: EffectReport) -> list[dict[str, Any]]:
    total = report.total
    return [
        {"label": _("Guidance concluded"), "value": f"{total.total:,}", "icon": "heart-handshake"},
        {
            "label": _("Effective"), "value": _percent(total.share), "icon": "circle-check", "tone": Tone.GOOD.value,
            "note": _("%(n)s of %(all)s") % {"n": total.effective, "all": total.total},
        },
        {
            "label": _("Shown by what"), "value": _percent(total.proof), "icon": "eye",
            "note": _("%(n)s of %(all)s") % {"n": total.shown, "all": total.effective},
        },
        {
            "label": _("Came up again within a year"), "value": _percent(total.recurrence), "icon": "refresh",
            "note": _("%(n)s of %(all)s") % {"n": total.recurred, "all": total.watched},
            "tone": (Tone.WATCH if total.recurred else Tone.NEUTRAL).value,
        },
    ]  # fmt: skip


def charts_of(report: EffectReport) -> list[dict[str, Any]]:
    months = sorted(report.of(EffectCut.MONTH), key=lambda line: line.key)
    return [
        _stacked("effect-months", _("Effect, by month of conclusion"), _("month"), months),
        _stacked("effect-ways", _("Effect, by way"), _("way"), report.of(EffectCut.WAY)),
    ]


def tables_of(report: EffectReport, *, organ: str) -> list[dict[str, Any]]:
    """One table a cut, with the rows behind each figure where a list shows them."""
    return [
        {
            "id": f"by-{cut.value}",
            "title": _TITLES[cut](),
            "lines": [_row(line, organ) for line in report.of(cut)],
        }
        for cut in EffectCut
    ]


def _row(line: EffectLine, organ: str) -> dict[str, Any]:
    figures = line.figures
    return {
        "name": name_of(line),
        "url": _rows_of(line, organ),
        "figures": figures,
        "share": _percent(figures.share),
        "recurrence": _percent(figures.recurrence),
    }


def _rows_of(line: EffectLine, organ: str) -> str:
    """The list of guidance, as far as it is narrowed by this cut."""
    asked = {"state": GuidanceState.CONCLUDED.value, **({"organ": organ} if organ else {})}
    if line.cut == EffectCut.WAY:
        asked["way"] = line.key
    elif line.cut == EffectCut.ORGAN:
        asked["organ"] = line.key
    else:
        return ""
    return f"{reverse('guidance:guidance_list')}?{urlencode(asked)}"


def _stacked(chart: str, title: str, what: str, lines: list[EffectLine]) -> dict[str, Any]:
    shown = lines[-SHOWN:] if chart == "effect-months" else lines[:SHOWN]
    names = [name_of(line) for line in shown]
    series = [
        {
            "type": "bar",
            "stack": "all",
            "name": str(effect.label),
            "data": [{"value": getattr(line.figures, figure)} for line in shown],
        }
        for effect, figure in EFFECTS
    ]
    columns = [what, *(str(effect.label) for effect, _figure in EFFECTS), _("all together")]
    table = [[name_of(line), *_counted(line.figures)] for line in lines]
    return {
        "id": chart,
        "title": title,
        "option": {
            **_axes(names, lying=chart == "effect-ways"),
            "legend": {"show": True},
            "series": series,
        },
        "table": {"columns": columns, "rows": table},
    }


def _axes(names: list[str], *, lying: bool) -> dict[str, Any]:
    """Lying bars where each has a name of its own, which is then read in full."""
    counts = {"type": "value", "minInterval": 1}
    if not lying:
        return {"xAxis": {"type": "category", "data": names}, "yAxis": counts}
    named = {"type": "category", "data": names, "inverse": True, "axisLabel": {"interval": 0}}
    return {"xAxis": counts, "yAxis": named}


def _counted(figures: Figures) -> list[int]:
    return [*(getattr(figures, figure) for _effect, figure in EFFECTS), figures.total]


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


_TITLES = {
    EffectCut.WAY: lambda: _("By way"),
    EffectCut.ORGAN: lambda: _("By organ"),
    EffectCut.MATTER: lambda: _("By matter"),
    EffectCut.MONTH: lambda: _("By month"),
}
