"""The effect of guidance: counted by way, organ, matter and month, and whether the matter came up again (Art. 8)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.lists import BadQuery
from guidance.models import GuidanceAction
from guidance.reports.effect import Figures, effect_of_guidance
from guidance.reports.effect_span import span_of
from guidance.services import conclude_guidance
from guidance.services.responding import decline_guidance
from guidance.vocabulary import EffectCut, Way
from tests.city import NOON, City, a_clue, a_counterpart
from tests.guidance.drafts import LATER, issued

pytestmark = pytest.mark.article("8")
Holder = Callable[..., Client]
SINCE, UNTIL = date(2026, 11, 1), date(2026, 11, 30)
MOST_QUERIES = 12
DAY = timedelta(days=1)


def concluded(city: City, way: str = Way.TIP, effect: str = "effective", **values: Any) -> GuidanceAction:
    action = issued(city, way, matter=city.matter, **values)
    return conclude_guidance(action.pk, by=city.actor("officer"), at=LATER, effect=effect, effect_note="已改")


def again(city: City, action: GuidanceAction, *, after: int = 30, **values: Any) -> None:
    """A new clue of the same party so many days after the guidance was concluded."""
    assert action.concluded_on is not None
    day = action.concluded_on + after * DAY
    at = NOON.replace(year=day.year, month=day.month, day=day.day)
    given = {"counterpart": action.counterpart, "occurred_on": day, "discovered_on": day, **values}
    a_clue(city, at=at, **given)


def report(city: City, by: str = "officer", **asked: Any) -> Any:
    return effect_of_guidance(city.actor(by), since=SINCE, until=UNTIL, **asked)


class TestTheReport:
    def test_counts_by_way_organ_matter_and_month(self, city: City) -> None:
        concluded(city), concluded(city, effect="partly"), concluded(city, Way.COUNSEL, "ineffective")
        found = report(city)
        assert found.total == Figures(total=3, effective=1, shown=1, partly=1, ineffective=1, watched=3)
        ways = {line.key: line.figures.total for line in found.of(EffectCut.WAY)}
        assert ways == {"tip": 2, "counsel": 1}
        assert [line.key for line in found.of(EffectCut.MONTH)] == ["2026-11"]
        assert [line.names[0] for line in found.of(EffectCut.MATTER)] == ["未明码标价"]
        assert len(found.of(EffectCut.ORGAN)) == 1

    def test_counts_what_is_concluded_alone_and_in_its_months(self, city: City) -> None:
        issued(city, Way.TIP)
        concluded(city)
        assert report(city).total.total == 1
        earlier = effect_of_guidance(city.actor("officer"), since=date(2026, 1, 1), until=date(2026, 10, 31))
        assert earlier.total == Figures()

    def test_counts_nobody_who_declined(self, city: City) -> None:
        action = issued(city, Way.COUNSEL, matter=city.matter)
        decline_guidance(action.pk, by=city.actor("officer"), at=NOON)
        conclude_guidance(action.pk, by=city.actor("officer"), at=LATER, effect="ineffective")
        assert report(city).total == Figures()

    def test_shows_nothing_of_elsewhere(self, city: City) -> None:
        concluded(city)
        assert report(city, by="officer_north").total == Figures()
        assert report(city, by="evaluator").total.total == 1

    def test_tells_what_was_shown_from_what_was_only_said(self, city: City) -> None:
        concluded(city)
        said = concluded(city)  # concluded before an effect had to be shown
        type(said)._base_manager.filter(pk=said.pk).update(effect_note="")
        found = report(city).total
        assert (found.effective, found.shown, found.proof) == (2, 1, 0.5)

    def test_is_narrowed_to_a_way(self, city: City) -> None:
        concluded(city), concluded(city, Way.COUNSEL, "partly")
        assert report(city, way="counsel").total.total == 1


class TestRecurrence:
    """A new case of the same party in the same matter within a year after the guidance was concluded."""

    def test_is_counted(self, city: City) -> None:
        again(city, concluded(city))
        assert report(city).total.recurred == 1
        assert report(city).total.recurrence == 1.0

    def test_after_a_year_is_none(self, city: City) -> None:
        again(city, concluded(city), after=366)
        assert report(city).total.recurred == 0

    def test_before_the_conclusion_is_none(self, city: City) -> None:
        again(city, concluded(city), after=-3)
        assert report(city).total.recurred == 0

    def test_of_another_party_is_none(self, city: City) -> None:
        again(city, concluded(city), counterpart=a_counterpart(city, name="乙二示例店"))
        assert report(city).total.recurred == 0

    def test_is_asked_only_of_a_party_in_a_matter(self, city: City) -> None:
        action = issued(city, Way.GUIDE)
        conclude_guidance(
            action.pk, by=city.actor("officer"), at=LATER, effect="effective", effect_note="已改"
        )
        assert (report(city).total.total, report(city).total.watched) == (1, 0)


class TestTheMonths:
    def test_are_the_last_twelve(self) -> None:
        found = span_of("", "", today=date(2026, 11, 22))
        assert (found.since, found.until) == (date(2025, 12, 1), date(2026, 11, 30))

    def test_are_those_that_were_asked_for(self) -> None:
        found = span_of("2026-02", "2026-02", today=date(2026, 11, 22))
        assert (found.since, found.until) == (date(2026, 2, 1), date(2026, 2, 28))

    @pytest.mark.parametrize(
        ("first", "last"), [("2026-13", ""), ("x", ""), ("", "2026"), ("2026-03", "2026-02")]
    )
    def test_that_are_none_are_refused(self, first: str, last: str) -> None:
        with pytest.raises(BadQuery):
            span_of(first, last, today=date(2026, 11, 22))


class TestThePage:
    URL = "/guidance/effect/?since=2026-11&until=2026-11"

    def test_shows_tables_and_leads_to_rows(self, city: City, as_user: Holder) -> None:
        concluded(city)
        page = as_user("head").get(self.URL)
        assert page.status_code == 200
        assert [len(table["lines"]) for table in page.context["tables"]] == [1, 1, 1, 1]
        assert "way=tip" in page.content.decode()

    def test_asks_as_often_for_many_as_for_few(self, city: City, as_user: Holder) -> None:
        client = as_user("head")
        concluded(city)
        few = self.queries(client)
        for _more in range(3):
            concluded(city, Way.COUNSEL, "partly")
        assert self.queries(client) == few <= MOST_QUERIES

    def queries(self, client: Client) -> int:
        client.get(self.URL)
        with CaptureQueriesContext(connection) as caught:
            assert client.get(self.URL).status_code == 200
        return len([q for q in caught.captured_queries if "SAVEPOINT" not in q["sql"]])

    def test_tells_of_months_that_are_none(self, city: City, as_user: Holder) -> None:
        page = as_user("head").get("/guidance/effect/?since=2026-99")
        assert page.status_code == 200
        assert page.context["fault"]

    def test_knows_no_organ_out_of_reach(self, city: City, as_user: Holder) -> None:
        north = city.people["officer_north"].organ_id
        for asked in (north, "x", 10**30):
            assert as_user("officer").get(f"/guidance/effect/?organ={asked}").status_code == 404

    def test_gives_the_figures_as_a_file(self, city: City, as_user: Holder) -> None:
        concluded(city)
        answer = as_user("head").get(f"{self.URL}&export=csv")
        content = b"".join(answer.streaming_content).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(content)))
        assert rows[1][2:] == ["1", "1", "1", "0", "0", "1", "0"]
        sheet = as_user("head").get(f"{self.URL}&export=xlsx")
        assert b"".join(sheet.streaming_content)[:2] == b"PK"


class TestTheApi:
    URL = "/api/v1/guidance-effect/"

    def test_tells_the_same(self, city: City, as_user: Holder) -> None:
        concluded(city)
        body = as_user("officer").get(f"{self.URL}?since=2026-11&until=2026-11").json()
        assert body["total"]["effective"] == 1
        assert {line["cut"] for line in body["lines"]} == set(EffectCut.values)

    @pytest.mark.parametrize("query", ["since=x", "way=none", "colour=red"])
    def test_refuses_what_it_does_not_understand(self, city: City, as_user: Holder, query: str) -> None:
        assert as_user("officer").get(f"{self.URL}?{query}").status_code == 400

    def test_knows_no_organ_out_of_reach(self, city: City, as_user: Holder) -> None:
        north = city.people["officer_north"].organ_id
        assert as_user("officer").get(f"{self.URL}?organ={north}").status_code == 404
        assert reverse("guidance-effect-list") == self.URL
