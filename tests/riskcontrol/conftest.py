"""The small city, new for every test, and what risk control needs in it."""

from __future__ import annotations

import pytest

from tests.city import City, small_city


@pytest.fixture
def city(db: None) -> City:
    return small_city()
