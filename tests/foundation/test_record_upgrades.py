"""An upgrade that adds or removes a column alters nobody's row; somebody who fills the new column does (Art. 6)."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from enforcement.models import Case
from enforcement.services.cases import edit_case
from foundation.models import AuditImage
from foundation.record import triggers
from foundation.record.chain import link_pending
from foundation.record.columns import Columns
from foundation.record.verify import findings
from tests.city import NOON, City, a_clue, small_city

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return small_city()


@pytest.fixture(autouse=True)
def _own_anchors(settings: Any, tmp_path: Any) -> None:
    settings.GUIDEPOST_DATA = str(tmp_path)


def from_before(case: Case, *, lacks: str = "", knows: str = "") -> None:
    """Make the record of ``case`` one of a version without the column ``lacks``, and with ``knows``."""
    image = AuditImage.objects.get(model="enforcement.case", key=str(case.pk))
    after = {name: value for name, value in (image.after or {}).items() if name != lacks}
    triggers.remove(connection)
    AuditImage.objects.filter(pk=image.pk).update(after={**after, **({knows: "x"} if knows else {})})
    triggers.install(connection)
    link_pending()


class TestAColumnThatAnUpgrade:
    def test_added_stands_at_its_default(self, city: City) -> None:
        from_before(a_clue(city, place=""), lacks="place")
        assert list(findings()) == []

    def test_removed_is_not_missed(self, city: City) -> None:
        from_before(a_clue(city, place=""), knows="gone_since")
        assert list(findings()) == []

    def test_added_and_a_service_filled_is_in_order(self, city: City) -> None:
        case = a_clue(city, place="")
        from_before(case, lacks="place")
        edit_case(case.pk, by=city.actor("officer"), at=NOON, place="一街道")
        link_pending()
        assert list(findings()) == []

    def test_added_and_somebody_filled_by_sql_is_named(self, city: City) -> None:
        case = a_clue(city, place="")
        from_before(case, lacks="place")
        connection.cursor().execute("UPDATE enforcement_case SET place = 'x' WHERE id = %s", [case.pk])
        assert list(findings()) == [f"enforcement.case:{case.pk} differs from its last entry: place"]

    def test_added_excuses_no_other_change(self, city: City) -> None:
        case = a_clue(city, place="")
        from_before(case, lacks="place")
        connection.cursor().execute("UPDATE enforcement_case SET title = 'x' WHERE id = %s", [case.pk])
        assert list(findings()) == [f"enforcement.case:{case.pk} differs from its last entry: title"]


class TestARow:
    def test_that_is_not_there_is_no_row_of_another_version(self) -> None:
        columns = Columns(Case)
        assert columns.is_same(None, None)
        assert not columns.is_same(None, {"id": 1})
        assert not columns.is_same({"id": 1}, None)

    def test_that_lost_a_column_that_the_model_has_was_altered(self) -> None:
        assert not Columns(Case).is_same({"id": 1, "title": "x"}, {"id": 1})
