"""The small city with indicators and periods, rows to count, and ways to ask as its people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from enforcement.services.officers import issue_token
from evaluation.services import load_indicators, open_periods
from foundation.actors import COMMAND
from tests.city import NOON, City, small_city
from tests.evaluation.world import World, random_world

SignIn = Callable[[str], Client]


@pytest.fixture
def city(db: None) -> City:
    found = small_city()
    load_indicators(by=COMMAND, at=NOON)
    open_periods(by=COMMAND, at=NOON)
    return found


@pytest.fixture
def world(city: City) -> World:
    """Rows of every kind, the same in every run."""
    return random_world(city, 23)


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
    """An API client with a token of that officer for ``scopes``."""

    def holder(username: str, *scopes: str) -> Client:
        _token, secret = issue_token(
            by=COMMAND,
            at=timezone.now(),
            officer=city.people[username],
            name="x",
            scopes=list(scopes),
            days=1,
        )
        return Client(headers={"Authorization": f"Bearer {secret}"})

    return holder
