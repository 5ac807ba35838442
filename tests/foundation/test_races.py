"""The same request from many sides at once has one effect, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from enforcement.models import Counterpart
from enforcement.services.counterparts import register_counterpart
from foundation.acts import Answer, KeyReused, once
from foundation.models import AuditEntry, IdempotencyKey
from foundation.record import triggers
from tests.city import CREDIT_CODES, NOON, City, small_city

SIDES = 8


@pytest.fixture
def _record_again(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The record is append-only again once the database was emptied."""
    yield
    with django_db_blocker.unblock():
        triggers.install(connection)


@pytest.fixture
def city(_record_again: None, transactional_db: None) -> Iterator[City]:
    yield small_city()
    triggers.remove(connection)


class TestManySides:
    def run(self, city: City, keys: list[str]) -> list[str]:
        """What each side was told, all starting at the same moment."""
        actor, region = city.actor("officer"), city.people["officer"].organ.district
        start = Barrier(len(keys))

        def register() -> Answer:
            made = register_counterpart(
                by=actor, at=NOON, kind="legal_person", name="示例", region=region, identifier=CREDIT_CODES[0]
            )
            return Answer(201, str(made.pk))

        def side(key: str) -> str:
            start.wait()
            try:
                answer = once(register, actor=actor, at=NOON, key=key, fingerprint=key[:1])
                return "again" if answer.repeated else "done"
            except KeyReused:
                return "reused"
            except Exception as error:  # noqa: BLE001 - the name is what is asserted on
                return type(error).__name__
            finally:
                connection.close()

        with ThreadPoolExecutor(len(keys)) as pool:
            return list(pool.map(side, keys))

    def test_under_one_key_do_it_once(self, city: City) -> None:
        told = self.run(city, ["k"] * SIDES)
        assert sorted(told) == ["again"] * (SIDES - 1) + ["done"]
        assert (Counterpart.objects.count(), IdempotencyKey.objects.count()) == (1, 1)
        assert AuditEntry.objects.filter(action="counterpart:register").count() == 1

    def test_under_keys_of_their_own_are_refused_but_one(self, city: City) -> None:
        told = self.run(city, [f"{n}" for n in range(SIDES)])
        assert told.count("done") == 1
        assert set(told) <= {"done", "Refused", "IntegrityError"}
        assert Counterpart.objects.count() == 1
