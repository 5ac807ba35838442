"""The small city, new for every test, and what risk control needs in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.city import City, small_city


@pytest.fixture
def city(db: None) -> City:
    return small_city()


@pytest.fixture
def phone() -> Client:
    """The counterpart's browser: nobody is signed in, and it prefers English."""
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def store(settings: Any, tmp_path: Any) -> None:
    """Files go where they are gone after the test."""
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def as_user(city: City) -> Callable[[str], Client]:
    """A browser in which that officer is signed in, in English."""

    def signed_in(username: str) -> Client:
        client = Client(headers={"accept-language": "en"})
        client.force_login(city.people[username], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in
