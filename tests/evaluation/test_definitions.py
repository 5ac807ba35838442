"""Indicators and periods are entered once, by who may, and stay as they should be."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from evaluation.models import EvaluationPeriod, Indicator
from evaluation.reports.measures import MEASURES
from evaluation.services import load_indicators, open_periods
from evaluation.services.indicators import DEFINITIONS
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden
from foundation.record import Unrecorded, audited
from tests.city import NOON, City

pytestmark = pytest.mark.django_db


def test_thirty_indicators_carry_a_hundred_points(city: City) -> None:
    assert Indicator.objects.count() == 30
    assert sum(Indicator.objects.values_list("weight", flat=True)) == 100


def test_every_measured_indicator_is_defined(city: City) -> None:
    assert len(MEASURES) >= 10
    assert set(MEASURES) <= set(Indicator.objects.values_list("code", flat=True))


def test_every_definition_is_whole_in_both_languages() -> None:
    for given in json.loads(DEFINITIONS.read_text(encoding="utf-8"))["indicators"]:
        assert given["name_zh"]
        assert given["name_en"]
        assert given["formula_zh"]
        assert given["formula_en"]
        assert bool(given["guard_zh"]) == bool(given["guard_en"])
        assert Article.parse(given["article"]).title


def test_loading_again_writes_nothing(city: City) -> None:
    entries = AuditEntry.objects.count()
    assert load_indicators(by=COMMAND, at=NOON) == 0
    assert open_periods(by=COMMAND, at=NOON) == 0
    assert AuditEntry.objects.count() == entries


def test_a_changed_definition_is_brought_up_to_date_and_recorded(city: City, tmp_path: Path) -> None:
    source = json.loads(DEFINITIONS.read_text(encoding="utf-8"))
    source["indicators"].reverse()
    source["indicators"][0]["weight"] += 1
    changed = tmp_path / "indicators.json"
    changed.write_text(json.dumps(source), encoding="utf-8")
    load_indicators(by=COMMAND, at=NOON, source=changed)
    first = Indicator.objects.order_by("position").first()
    assert (first.code, first.weight) == ("A10-3", 3)
    assert first.history.count() > 1


@pytest.mark.parametrize("service", [load_indicators, open_periods])
def test_only_who_operates_the_system_loads_and_opens(city: City, service: Any) -> None:
    with pytest.raises(Forbidden):
        service(by=city.actor("head"), at=NOON)


def test_nobody_changes_an_indicator_beside_the_record(city: City) -> None:
    indicator = Indicator.objects.get(pk="A8-5")
    indicator.weight = 50
    with pytest.raises(Unrecorded):
        indicator.save()


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("indicator_has_weight", {"weight": 0}),
        ("indicator_target_beyond_floor", {"floor": "0.9", "target": "0.5"}),
        ("indicator_target_beyond_floor", {"direction": "less", "floor": "0.1", "target": "0.5"}),
    ],
)
def test_the_table_refuses_an_indicator_that_cannot_be(
    city: City, constraint: str, values: dict[str, Any]
) -> None:
    indicator = Indicator.objects.get(pk="A8-5")
    for name, value in values.items():
        setattr(indicator, name, value)
    with (
        pytest.raises(IntegrityError, match=constraint),
        transaction.atomic(),
        audited("indicator:load", by=COMMAND, at=NOON),
    ):
        indicator.save()


def test_the_table_refuses_a_period_that_ends_before_it_begins(city: City) -> None:
    with (
        pytest.raises(IntegrityError, match="evaluation_period_in_order"),
        transaction.atomic(),
        audited("period:open", by=COMMAND, at=NOON),
    ):
        EvaluationPeriod(code="2099", kind="year", start=date(2099, 2, 1), end=date(2099, 1, 1)).save()


def test_the_command_loads_and_opens(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_indicators")
    assert "30 indicators written" in capsys.readouterr().out
    assert EvaluationPeriod.objects.exists()
