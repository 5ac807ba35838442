"""The small city with sample matters and lists, in force since spring."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import translation

from enforcement.models import Case, Counterpart, Matter
from enforcement.services import cases
from enforcement.services.sample_data import load_matters, sample_matters
from foundation.actors import COMMAND, Actor
from leniency.models import LeniencyEntry, LeniencyList
from leniency.services import draft_list, load_lists, load_special_provisions, sample_lists
from tests.city import NOON, City, a_counterpart, small_city

USED = {"SJ-001", "SJ-003", "SJ-005", "SJ-007", "CG-001", "CG-005"}
SPRING = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@dataclass(frozen=True)
class Bureau:
    """The city with lists; acts are written as ``bureau.city.actor("officer")``."""

    city: City
    lists: list[LeniencyList]

    def actor(self, username: str) -> Actor:
        return self.city.actor(username)

    def entry(self, code: str) -> LeniencyEntry:
        return LeniencyEntry.objects.get(code=code, list__supersedes=None)

    def a_case(
        self,
        code: str = "SJ-005",
        *,
        counterpart: Counterpart | None = None,
        by: str = "officer",
        at: datetime = NOON,
        occurred_on: date = date(2026, 11, 2),
        **circumstances: Any,
    ) -> Case:
        """A clue about the matter ``code`` with what is known of it."""
        actor = self.actor(by)
        case = cases.register_clue(
            by=actor,
            at=at,
            title="示例",
            counterpart=counterpart or a_counterpart(self.city, by=by, at=at),
            matter=Matter.objects.get(code=code),
            source="inspection",
            occurred_on=occurred_on,
            discovered_on=occurred_on,
            place="一街道",
        )
        if circumstances:
            cases.record_circumstances(case.pk, by=actor, at=at, **circumstances)
        return Case.objects.get(pk=case.pk)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Words are compared in English, whatever the house speaks by default."""
    with translation.override("en"):
        yield


@pytest.fixture
def city(db: None) -> City:
    return small_city()


@pytest.fixture
def bureau(city: City) -> Bureau:
    """Some of the sample: the lists are loaded in full by their own test."""
    load_matters(by=COMMAND, at=SPRING, data=_part(sample_matters(), "matters"))
    load_special_provisions(by=COMMAND, at=SPRING)
    data = sample_lists()
    lists = [{**one, "entries": [e for e in one["entries"] if e["code"] in USED]} for one in data["lists"]]
    data["lists"] = [one for one in lists if one["entries"]]
    return Bureau(city, load_lists(by=COMMAND, at=SPRING, data=data))


def _part(data: dict[str, Any], rows: str) -> dict[str, Any]:
    return {**data, rows: [row for row in data[rows] if row["code"] in USED]}


@pytest.fixture
def draft(city: City) -> LeniencyList:
    """An empty draft of the district's market bureau, drafted by its head."""
    return draft_list(
        by=city.actor("head"),
        at=NOON,
        title_zh="示例清单",
        title_en="Sample list",
        type="minor",
        field=city.places.fields["market"],
        edition="2026年版",
    )


@pytest.fixture
def sign_in(city: City) -> Callable[[str], Client]:
    """A browser in which that officer is signed in."""

    def signed_in(username: str) -> Client:
        client = Client(headers={"Accept-Language": "en"})
        client.force_login(city.people[username], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in
