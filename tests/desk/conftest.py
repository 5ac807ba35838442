"""The small city on the day of its clock, with ways to open its pages and to make rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.test import Client

from tests.city import NOON, City, small_city
from tests.evaluation.world import World

SignIn = Callable[[str], Client]


@pytest.fixture
def city(db: None) -> City:
    return small_city()


@pytest.fixture
def noon() -> Iterator[None]:
    """Pages read the clock: here it is noon of the city's day."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def world(city: City) -> World:
    found = World(city)
    with found.act():
        found.matter()
    return found


@pytest.fixture
def as_user(city: City, noon: None) -> SignIn:
    """A browser in which that officer is signed in."""

    def signed_in(username: str) -> Client:
        client = Client()
        client.force_login(city.people[username], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in
