"""The small city with three counterparts, and callers of the sample pages and resources."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from enforcement.models import Counterpart
from enforcement.services.officers import issue_token, token_of
from foundation.endpoints.auth import use_token_lookup
from foundation.permissions import Permission
from tests.city import CREDIT_CODES, City, a_counterpart, small_city

SHOPS = ("甲一示例食品店", "乙二示例百货店", "=HYPERLINK(1)示例")


@pytest.fixture
def city() -> City:
    return small_city()


@pytest.fixture
def sample(settings: Any) -> None:
    """The sample pages and resources beside the house's own."""
    settings.ROOT_URLCONF = "tests.foundation.sample"
    use_token_lookup(token_of)
    cache.clear()


@pytest.fixture
def shops(city: City, sample: None) -> list[Counterpart]:
    return [
        a_counterpart(city, name=name, identifier=code)
        for name, code in zip(SHOPS, CREDIT_CODES, strict=True)
    ]


@pytest.fixture
def as_user(city: City) -> Callable[[str], Client]:
    """A browser in which that officer is signed in."""

    def signed_in(username: str) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(city.people[username], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def with_token(city: City, sample: None) -> Callable[..., Client]:
    """An API client with a token of that officer, narrowed to ``scopes``."""

    def holder(username: str, *scopes: Permission, days_ago: int = 0) -> Client:
        officer = city.people[username]
        held = sorted(scopes or officer.as_actor().permissions)
        _token, secret = issue_token(
            by=city.actor("secadmin"),
            at=timezone.now() - timedelta(days=days_ago),
            officer=officer,
            name="test",
            scopes=[str(s) for s in held],
            days=1,
        )
        return Client(raise_request_exception=False, headers={"authorization": f"Bearer {secret}"})

    return holder
