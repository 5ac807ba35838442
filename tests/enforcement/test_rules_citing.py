"""The page of a law names the rules of the rulebook that rest on its provisions."""

from __future__ import annotations

from typing import Any

import pytest

from enforcement.models import Instrument
from enforcement.rules.citations import Cited, overlap
from enforcement.services import matters as services
from enforcement.services.rules.loading import load_rules
from foundation.actors import COMMAND
from tests.city import NOON, City


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("33(1)", "33(1)", True),
        ("33", "33(2)", True),
        ("60(1)(一)", "60", True),
        ("33(1)", "33(2)", False),
        ("3", "33", False),
        ("", "33", False),
    ],
)
def test_a_citation_meets_what_it_names_contains_or_is_part_of(one: str, other: str, meet: bool) -> None:
    assert overlap(Cited("甲法", one), Cited("甲法", other)) is meet
    assert overlap(Cited("甲法", other), Cited("甲法", one)) is meet
    assert not overlap(Cited("甲法", one), Cited("乙法", other))


def test_the_page_of_a_law_names_its_rules(city: City, as_user: Any) -> None:
    load_rules(by=COMMAND, at=NOON)
    law: Instrument = services.found_instrument(
        by=COMMAND, at=NOON, code="apl", name_zh="中华人民共和国行政处罚法"
    )
    for article in ("33(1)", "999"):
        services.found_provision(by=COMMAND, at=NOON, instrument=law, article=article)
    shown = as_user("officer").get(law.get_absolute_url()).context["provisions"]
    cited = {row["provision"].article: {one.number for one in row["citing"]} for row in shown}
    assert {"LEN-5", "LEN-6"} <= cited["33(1)"]
    assert "LEN-7" not in cited["33(1)"]
    assert cited["999"] == set()
