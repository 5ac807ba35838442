"""Statements timed in the database alone, beside what they replace."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from desk.reports.dashboard import dashboard
from enforcement.lists.counterparts import search_counterparts
from enforcement.models import Case, Counterpart, Officer
from foundation import due

TURNS = 7
DUE = 25_000
CLAIMED = 500
RARE = "龘靐"


def timings() -> dict[str, float]:
    """Milliseconds, the median of some turns."""
    root = Officer.objects.get(username="bench-root").as_actor()
    today = timezone.localdate()
    found = {
        "search, two common signs": _median(lambda: _search("示例")),
        "search, two rare signs": _median(lambda: _search(RARE)),
        "LIKE, two rare signs": _median(lambda: _like(RARE), turns=3),
        "dashboard of the city": _median(lambda: dashboard(root, today), turns=3),
        "GROUP BY month and outcome": _median(_grouped, turns=3),
    }
    return found | _claims()


def _search(text: str) -> None:
    list(search_counterparts(Counterpart.objects.all(), text).values_list("pk", "name")[:20])


def _like(text: str) -> None:
    list(Counterpart.objects.filter(name__contains=text).values_list("pk", "name")[:20])


def _grouped() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT date_trunc('month', decided_on), outcome, count(*) FROM enforcement_case GROUP BY 1, 2"
        )
        cursor.fetchall()


def _claims() -> dict[str, float]:
    """Claiming due items among all that were ever done, with and without the index of those that wait."""
    with _undone():
        _plan_many()
        with_index = _median(_claim, turns=3)
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX due_item_pending_idx")
        without = _median(_claim, turns=3)
    return {f"claim {CLAIMED} due items": with_index, f"claim {CLAIMED}, no index": without}


def _plan_many() -> None:
    """As many done items as three for each case, and some that wait."""
    done = 3 * Case.objects.count()
    with connection.cursor() as cursor:
        for kind, state, number in (("bench:done", "done", done), ("bench:wait", "pending", DUE)):
            cursor.execute(
                "INSERT INTO foundation_dueitem (kind, thing, round, due_at, state, attempts, error) "
                "SELECT %s, 'bench:' || n, 1, now() - n * interval '1 second', %s, 0, '' "
                "FROM generate_series(1, %s) n",
                [kind, state, number],
            )
        cursor.execute("ANALYZE foundation_dueitem")
    due.handles("bench:wait")(_nothing)


def _nothing(_item: Any, _at: Any) -> None:
    return None


def _claim() -> None:
    due._claim(at=timezone.now() + timedelta(hours=1), batch=CLAIMED)


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _median(act: Callable[[], object], *, turns: int = TURNS) -> float:
    times = []
    for _turn in range(turns):
        start = time.perf_counter()
        act()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)
