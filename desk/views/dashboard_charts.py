"""The charts of the dashboard: decisions, guidance and what comes due; a click opens the rows (Art. 4)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from desk.reports.dashboard import WEEKS, ByMonth, Dashboard
from desk.reports.months import after_month, weeks_ahead
from enforcement.vocabulary import Outcome
from foundation.wording import day_text, month_text
from guidance.vocabulary import Way

Points = list[dict[str, Any]]


def charts_of(found: Dashboard, today: date) -> list[dict[str, Any]]:
    return [_decisions(found), _guidance(found), _ahead(found, today)]


def _decisions(found: Dashboard) -> dict[str, Any]:
    def rows(month: date, outcome: str) -> str:
        last = after_month(month) - timedelta(days=1)
        query = {
            "outcome": outcome,
            "decided_on_after": month.isoformat(),
            "decided_on_before": last.isoformat(),
        }
        return f"{reverse('enforcement:case_list')}?{urlencode(query)}"

    return {
        "id": "decisions",
        "title": _("Cases decided, by month and outcome"),
        "url": reverse("enforcement:case_list"),
        **_stacked(found.months, found.decided, Outcome.choices, rows),
    }


def _guidance(found: Dashboard) -> dict[str, Any]:
    def rows(month: date, way: str) -> str:
        return f"{reverse('guidance:guidance_list')}?{urlencode({'way': way, 'month': f'{month:%Y-%m}'})}"

    return {
        "id": "guidance",
        "title": _("Guidance given, by month and way"),
        "url": reverse("guidance:guidance_list"),
        **_stacked(found.months, found.guidance, Way.choices, rows),
    }


def _stacked(months: list[date], counted: ByMonth, kinds: Any, rows: Any) -> dict[str, Any]:
    """Stacked bars of the kinds that occur, with their table."""
    present = [(code, str(label)) for code, label in kinds if any(counted[m, code] for m in months)]
    series = [
        {
            "type": "bar",
            "stack": "all",
            "name": label,
            "data": [_point(counted[month, code], rows(month, code)) for month in months],
        }
        for code, label in present
    ]
    table = [[month_text(m), *(counted[m, code] for code, _label in present)] for m in months]
    return {
        "option": {
            "xAxis": {"type": "category", "data": [_month_label(m) for m in months]},
            "yAxis": {"type": "value", "minInterval": 1},
            "legend": {"show": True},
            "series": series,
        },
        "table": {"columns": [_("month"), *(label for _code, label in present)], "rows": table},
    }


def _ahead(found: Dashboard, today: date) -> dict[str, Any]:
    weeks = list(weeks_ahead(today, weeks=WEEKS))
    cases = [sum(n for d, n in found.undecided.items() if first <= d <= last) for first, last in weeks]
    visits = [sum(n for d, n in found.visits.items() if first <= d <= last) for first, last in weeks]
    labels = [_("from %(day)s") % {"day": day_text(first)} for first, _last in weeks]
    return {
        "id": "ahead",
        "title": _("Deadlines ahead, by week"),
        "note": _("What is overdue already stands in the figures above."),
        "wide": True,
        "size": "small",
        "option": {
            "xAxis": {"type": "category", "data": [_day_label(first) for first, _last in weeks]},
            "yAxis": {"type": "value", "minInterval": 1},
            "series": [
                {"type": "bar", "name": _("cases to decide"), "data": _weekly(cases, weeks, _cases_between)},
                {"type": "bar", "name": _("return visits to hold"),
                 "data": _weekly(visits, weeks, _visits_between)},
            ],
        },
        "table": {
            "columns": [_("week"), _("cases to decide"), _("return visits to hold")],
            "rows": [list(row) for row in zip(labels, cases, visits, strict=True)],
        },
    }  # fmt: skip


def _weekly(counts: list[int], weeks: list[tuple[date, date]], rows: Any) -> Points:
    return [_point(n, rows(first, last)) for n, (first, last) in zip(counts, weeks, strict=True)]


def _cases_between(first: date, last: date) -> str:
    query = {"open": "true", "deadline_on_after": first.isoformat(), "deadline_on_before": last.isoformat()}
    return f"{reverse('enforcement:case_list')}?{urlencode(query)}"


def _visits_between(first: date, last: date) -> str:
    query = {"open": "true", "due_on_after": first.isoformat(), "due_on_before": last.isoformat()}
    return f"{reverse('guidance:visit_list')}?{urlencode(query)}"


def _point(value: int, url: str) -> dict[str, Any]:
    return {"value": value, "url": url} if value else {"value": 0}


def _month_label(month: date) -> str:
    return f"{month:%Y-%m}"


def _day_label(day: date) -> str:
    return date_format(day, "m-d")
