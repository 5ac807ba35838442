"""The small city, new for every test, and ways to call the house as its people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.city import City, small_city

SignIn = Callable[[str], Client]


@pytest.fixture
def city(db: None) -> City:
    return small_city()


@pytest.fixture
def as_user(city: City) -> SignIn:
    """A browser in which that officer is signed in, in English."""

    def signed_in(username: str) -> Client:
        client = Client(headers={"accept-language": "en"})
        client.force_login(city.people[username], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in
