"""Twenty sides decide one case at once: it is decided once (Penalty Law, Art. 57)."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from enforcement.models import Case, Decision
from enforcement.services import cases
from enforcement.vocabulary import CaseState
from foundation.models import AuditEntry
from foundation.obstacles import Refused, Stale
from foundation.record import triggers
from tests.city import City, small_city
from tests.enforcement.case_course import AFTER_DEFENCE, PENALTY, notified

SIDES = 20
pytestmark = [pytest.mark.postgresql, pytest.mark.article("6")]


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


def test_is_decided_once(city: City) -> None:
    case, head, start = notified(city), city.actor("head"), Barrier(SIDES)

    def side(_number: int) -> str:
        start.wait()
        try:
            cases.decide_case(case.pk, by=head, at=AFTER_DEFENCE, expected=case.version, **PENALTY)
        except (Refused, Stale) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "decided"

    with ThreadPoolExecutor(SIDES) as pool:
        told = list(pool.map(side, range(SIDES)))
    assert (told.count("decided"), told.count("Stale")) == (1, SIDES - 1)
    assert Decision.objects.filter(case=case).count() == 1
    assert AuditEntry.objects.filter(action="case:decide").count() == 1
    assert Case.objects.get(pk=case.pk).state == CaseState.DECIDED
