"""The small city with indicators and periods."""

from __future__ import annotations

import pytest

from evaluation.services import load_indicators, open_periods
from foundation.actors import COMMAND
from tests.city import NOON, City, small_city
from tests.evaluation.world import World, random_world


@pytest.fixture
def city(db: None) -> City:
    found = small_city()
    load_indicators(by=COMMAND, at=NOON)
    open_periods(by=COMMAND, at=NOON)
    return found


@pytest.fixture
def world(city: City) -> World:
    """Rows of every kind, the same in every run."""
    return random_world(city, 7)
