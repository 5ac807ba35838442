"""The turns of the clock for a catalogue: seasons, quarters, years, and what an upgrade finds."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.utils import translation

from enforcement.models import Notification
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.due import plan, sweep
from foundation.record import audited
from riskcontrol.models import CatalogueReview, PointQuarter, RiskCatalogue, RiskPoint
from riskcontrol.rules.calendar import season_begins
from riskcontrol.services.catalogues import conclude_review
from tests.city import NOON, City
from tests.riskcontrol.rows import counterparts, decided_case
from tests.riskcontrol.test_points import a_point, a_ready_point, publish


class TestTheClock:
    def test_counts_the_quarter_and_opens_the_yearly_revision(self, city: City) -> None:
        shop, point = counterparts(city, 1)[0], a_point(city)
        decided_case(city, shop)
        decided_case(city, shop, outcome="no_penalty", on=date(2026, 8, 3))
        at = datetime(2027, 1, 1, 1, tzinfo=NOON.tzinfo)
        sweep(at=at)
        counted = PointQuarter.objects.filter(point=point, decided__gt=0)
        assert list(counted.values_list("year", "quarter", "decided", "mild")) == [
            (2026, 3, 1, 1),
            (2026, 4, 1, 0),
        ]
        catalogue = point.field.risk_catalogue
        due = dict(catalogue.reviews.values_list("cause", "due_on"))
        assert due == {"quarterly": date(2027, 2, 1), "yearly": date(2027, 3, 31)}
        told = Notification.objects.filter(kind="risk_catalogue:yearly")
        assert told.exists()
        with translation.override("en"):
            assert "31" in str(told.first().text)
        review = catalogue.reviews.get(cause="yearly")
        done = conclude_review(catalogue.pk, by=COMMAND, at=at, review=review, findings="等级不变")
        assert done.revised_on == date(2027, 1, 1)


class TestTheHighSeason:
    """What comes with a season is warned of when the season begins (Art. 9)."""

    @pytest.mark.parametrize(
        ("months", "begins"),
        [
            ([12], True),
            ([12, 1], True),
            ([11, 12], False),
            ([1], False),
            ([], False),
            (list(range(1, 13)), False),
        ],
    )
    def test_begins_in_its_first_month_only(self, months: list[int], begins: bool) -> None:
        assert season_begins(months, 12) is begins

    def test_is_a_piece_of_work_for_the_keepers(self, city: City) -> None:
        publish(city, a_ready_point(city, season_months=[12, 1]))
        a_ready_point(city, code="FX-T-2", season_months=[12])
        at = datetime(2026, 12, 1, 1, tzinfo=NOON.tzinfo)
        sweep(at=at)
        review = CatalogueReview.objects.get(cause="season")
        assert (review.note, review.due_on) == ("FX-T-1 示例风险", date(2026, 12, 15))
        assert Notification.objects.filter(kind="risk_catalogue:season").exists()
        sweep(at=datetime(2027, 1, 1, 1, tzinfo=NOON.tzinfo))
        assert CatalogueReview.objects.filter(cause="season").count() == 1

    def test_adds_to_the_work_that_is_still_open(self, city: City) -> None:
        publish(city, a_ready_point(city, season_months=[12]))
        publish(city, a_ready_point(city, code="FX-T-2", season_months=[1]))
        for year, month in ((2026, 12), (2027, 1)):
            sweep(at=datetime(year, month, 1, 1, tzinfo=NOON.tzinfo))
        review = CatalogueReview.objects.get(cause="season")
        assert review.note.splitlines() == ["FX-T-1 示例风险", "FX-T-2 示例风险"]


class TestWhatWasPublishedBefore:
    """An upgrade finds risk points that were published before catalogues and editions were kept."""

    def test_is_kept_as_it_stands_at_the_next_look(self, city: City) -> None:
        with audited("test:rows", by=COMMAND, at=NOON, under=Article(9)):
            point = RiskPoint(
                code="FX-OLD", name_zh="旧风险", field=city.places.fields["transport"], level="low",
                state="published", published_on=date(2025, 3, 1), edition=3,
            )  # fmt: skip
            point.save()
        plan(kind="risk_catalogue:keep", thing="risk_catalogue:all", due_at=NOON)
        assert sweep(at=NOON).done == 1
        edition = point.editions.get()
        assert (edition.number, edition.published_on, edition.name_zh) == (3, date(2025, 3, 1), "旧风险")
        assert RiskCatalogue.objects.get(field=point.field).keeper == city.places.organs["SC03"]
