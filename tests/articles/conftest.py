"""The small city, new for every test."""

from __future__ import annotations

import pytest

from tests.city import City, small_city
from tests.enforcement.conftest import as_user, with_token

__all__ = ["as_user", "city", "with_token"]


@pytest.fixture
def city(db: None) -> City:
    return small_city()
