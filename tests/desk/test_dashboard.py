"""The dashboard counts what is in reach, and every figure leads to its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from desk.reports.dashboard import dashboard
from desk.reports.months import month_starts
from enforcement.models import Case
from enforcement.vocabulary import OPEN_STATES
from guidance.models import GuidanceAction
from tests.city import City
from tests.evaluation.world import TODAY, World, random_world

SignIn = Callable[[str], Client]


@pytest.fixture
def busy(city: City) -> World:
    return random_world(city, 23)


def rows(client: Client, url: str) -> int:
    answer = client.get(f"{url}&page_size=200")
    assert answer.status_code == 200, url
    assert not list(answer.context["messages"]), url  # no part of the address was left out
    return len(answer.context["page"]["rows"])


def points(chart: dict[str, Any]) -> list[dict[str, Any]]:
    return [point for series in chart["option"]["series"] for point in series["data"] if point["value"]]


@pytest.mark.parametrize("username", ["head", "supervisor", "evaluator", "city_market_head"])
def test_figures_agree_with_a_recount(busy: World, username: str) -> None:
    actor = busy.city.actor(username)
    found = dashboard(actor, TODAY)
    cases = list(Case.objects.visible_to(actor))
    opened = [c for c in cases if c.state in OPEN_STATES]
    late = [c for c in opened if c.deadline_on and c.deadline_on < TODAY and c.decided_on is None]
    assert (found.open_cases, found.overdue_cases) == (len(opened), len(late))
    first = found.months[0]
    decided = Counter(
        (c.decided_on.replace(day=1), c.outcome) for c in cases if c.decided_on and c.decided_on >= first
    )
    assert found.decided == decided
    given = [g for g in GuidanceAction.objects.visible_to(actor) if g.state != "withdrawn" and g.issued_at]
    assert found.guidance == Counter((timezone.localdate(g.issued_at).replace(day=1), g.way) for g in given)
    assert found.corrections == sum(c.circumstances.corrected_on is not None for c in cases)
    assert found.penalties == sum(
        n for (_m, o), n in decided.items() if o in ("penalty", "lighter", "mitigated")
    )


def test_every_figure_and_every_bar_leads_to_as_many_rows(busy: World, as_user: SignIn) -> None:
    client = as_user("supervisor")
    context = client.get("/dashboard/").context
    kpis = {kpi["url"].split("?")[0] + kpi["url"][-12:]: kpi for kpi in context["kpis"]}
    for kpi in kpis.values():
        if "?" in kpi["url"]:
            assert rows(client, kpi["url"]) == int(kpi["value"]), kpi["url"]
    for chart in context["charts"]:
        assert points(chart)
        for point in points(chart):
            assert rows(client, point["url"]) == point["value"], point["url"]


def test_what_happens_elsewhere_changes_nothing_here(busy: World, as_user: SignIn) -> None:
    head = as_user("head")
    before = head.get("/dashboard/").context["charts"]
    with busy.act():
        busy.decided("SD21", busy.party("SD21"), busy.matters[0], "penalty", TODAY)
        busy.case(
            "SD21", busy.party("SD21"), busy.matters[0], state="filed", deadline_on=TODAY + timedelta(days=3)
        )
    assert head.get("/dashboard/").context["charts"] == before


def test_asks_as_often_for_many_rows_as_for_none(city: City, as_user: SignIn) -> None:
    client = as_user("supervisor")

    def queries() -> int:
        client.get("/dashboard/")
        with CaptureQueriesContext(connection) as caught:
            client.get("/dashboard/")
        return len(caught)

    few = queries()
    random_world(city, 23)
    assert queries() == few <= 12


@pytest.mark.parametrize("username", ["officer", "reviewer", "sysadmin", "secadmin", "orgadmin"])
def test_is_for_heads_and_supervisors(city: City, as_user: SignIn, username: str) -> None:
    assert as_user(username).get("/dashboard/").status_code == 403


def test_months_have_no_gap_over_the_turn_of_the_year() -> None:
    assert [f"{m:%Y-%m}" for m in month_starts(TODAY.replace(month=2), months=4)] == [
        "2025-11", "2025-12", "2026-01", "2026-02",
    ]  # fmt: skip
