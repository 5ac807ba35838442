"""The sample lists: loaded through the services, complete, and within the law."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from enforcement.models import Matter
from enforcement.services.sample_data import load_matters, sample_matters
from foundation.actors import COMMAND
from foundation.obstacles import Refused
from leniency.models import LeniencyCondition, LeniencyEntry, LeniencyList
from leniency.services import load_lists, sample_lists
from leniency.vocabulary import ListState, ListType
from tests.leniency.conftest import SPRING, Bureau


@pytest.fixture
def bureau(city):
    """The whole sample."""
    load_matters(by=COMMAND, at=SPRING)
    return Bureau(city, load_lists(by=COMMAND, at=SPRING))


def test_every_entry_of_the_sample_is_loaded_with_its_conditions(bureau):
    rows = [e for one in sample_lists()["lists"] for e in one["entries"]]
    assert LeniencyEntry.objects.count() == len(rows) == 34
    assert LeniencyCondition.objects.count() == sum(len(r["conditions"]) for r in rows)
    assert not LeniencyEntry.objects.filter(matter=None).exists()


def test_all_types_and_fields_are_there_in_both_languages(bureau):
    assert {found.type for found in bureau.lists} == set(ListType.values)
    assert len({found.field.code for found in bureau.lists}) == 10
    assert not LeniencyEntry.objects.filter(violation_en="").exists()
    assert not LeniencyEntry.objects.filter(conditions_en="").exists()


def test_the_lists_are_in_force_and_marked_as_a_sample(bureau):
    found = LeniencyList.objects.first()
    assert (found.state, found.effective_from) == (ListState.PUBLISHED, date(2026, 3, 2))
    with translation.override("en"):
        assert found.note == "Sample, not legal advice"
    with translation.override("zh-hans"):
        assert found.note == "示例，非法律意见"


def test_an_entry_whose_basis_fell_away_is_suspended(bureau):
    stale = bureau.entry("JT-003X")
    assert stale.suspended_on == date(2026, 3, 2)
    assert not LeniencyEntry.objects.in_force(date(2026, 11, 20)).filter(code="JT-003X").exists()


def test_lists_are_issued_by_the_city_organ_of_the_field(bureau):
    by_field = {found.field.code: found.organ.code for found in bureau.lists}
    assert (by_field["market"], by_field["transport"]) == ("SC01", "SC03")
    assert by_field["fire"] == "SC04"


def test_loading_again_changes_nothing(bureau):
    assert load_lists(by=COMMAND, at=SPRING) == []
    assert len(load_matters(by=COMMAND, at=SPRING)) == len(sample_matters()["matters"])
    assert LeniencyEntry.objects.count() == 34
    assert Matter.objects.filter(code="SJ-001").count() == 1


def test_matters_bring_their_benchmarks_in_order(bureau):
    bands = Matter.objects.get(code="SJ-002").bands.order_by("fine_min")
    assert [b.tier for b in bands] == ["light", "normal", "grave"]
    assert (bands[0].fine_min, bands[2].fine_max) == (10000, 100000)


def test_a_field_that_is_not_there_is_named(city):
    data = {"note_zh": "示例", "note_en": "Sample", "lists": [{"field": "none", "type": "minor"}]}
    with pytest.raises(Refused, match="none"):
        load_lists(by=COMMAND, at=SPRING, data=data)
