"""The small city, new for every test, and ways to call the house as its people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from enforcement.services.officers import issue_token
from tests.city import City, small_city

SignIn = Callable[[str], Client]


@pytest.fixture
def city(db: None) -> City:
    return small_city()


@pytest.fixture
def as_user(city: City) -> SignIn:
    """A browser in which that officer is signed in."""

    def signed_in(username: str) -> Client:
        client = Client()
        client.force_login(city.people[username], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def with_token(city: City) -> Callable[..., Client]:
    """An API client with a token of that officer, narrowed to ``scopes`` when some are named."""

    def holder(username: str, *scopes: str) -> Client:
        officer = city.people[username]
        held = [str(s) for s in scopes or officer.as_actor().permissions]
        _token, secret = issue_token(
            by=city.actor("secadmin"), at=timezone.now(), officer=officer, name="test", scopes=held, days=1
        )
        return Client(headers={"authorization": f"Bearer {secret}"})

    return holder
