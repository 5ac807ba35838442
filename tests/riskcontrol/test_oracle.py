"""Score and level worked out once more from the bare rows, by nothing that the program uses itself."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from django.db import connection

from foundation.actors import SCHEDULER
from riskcontrol.models import CounterpartRisk
from riskcontrol.services.reviewing import review_all
from riskcontrol.services.samples import load_risk_points
from tests.city import NOON, City
from tests.riskcontrol.rows import counterparts, decided_case, random_past

FRESH = {"penalty": 16, "lighter": 12, "mitigated": 12, "no_penalty": 8}
SHARES = ((6, 4), (12, 3), (24, 2))
INDUSTRY = {"high": 10, "medium": 5, "low": 2}


def rows(sql: str, *given: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())


def day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def back(today: date, months: int) -> date:
    """The same day months ago; the days of these tests lie in every month."""
    place = today.year * 12 + today.month - 1 - months
    return today.replace(year=place // 12, month=place % 12 + 1)


def cases_of(pk: int, today: date) -> int:
    total = 0
    for outcome, *days, self_found, source in rows(
        "SELECT c.outcome, c.decided_on, k.correct_by, k.corrected_on, k.found_by_self, c.source"
        " FROM enforcement_case c JOIN enforcement_circumstances k ON k.case_id = c.id WHERE c.counterpart_id = %s",
        pk,
    ):
        decided, due, corrected = map(day, days)
        if outcome not in FRESH or decided is None or decided > today:
            continue
        counts = [share for months, share in SHARES if decided >= back(today, months)]
        if counts:
            total += FRESH[outcome] * counts[0] // 4 + (2 if source == "complaint" else 0)
        if due and due < today and not corrected:
            total += 15
        if counts and corrected and (self_found or (due and corrected <= due)):
            total -= 3
    return total


def licences_of(pk: int, today: date) -> int:
    total = 0
    held = rows("SELECT name, state, expires_on FROM enforcement_licence WHERE counterpart_id = %s", pk)
    for name, state, ends in held:
        until = day(ends)
        longer = [
            other for other, its, end in held
            if other == name and its == "valid" and (end is None or (day(end) or today) > (until or date.min))
            and not (end is None and until is None)
        ]  # fmt: skip
        if state == "revoked" or (longer and until is not None) or (longer and state == "expired"):
            continue
        if state == "expired" or (until and until < today):
            total += 8
        elif until and until <= today + timedelta(days=30):
            total += 3
    return total


def levels_of_industries() -> dict[str, str]:
    found: dict[str, str] = {}
    for industries, level in rows(
        "SELECT industries, level FROM riskcontrol_pointedition WHERE ended_on IS NULL"
    ):
        for industry in industries if isinstance(industries, list) else json.loads(industries):
            found[industry] = max(found.get(industry, level), level, key=list(INDUSTRY)[::-1].index)
    return found


def scores(today: date) -> dict[int, int]:
    levels, found = levels_of_industries(), {}
    for pk, industry, is_model in rows("SELECT id, industry, is_demonstration FROM enforcement_counterpart"):
        total = cases_of(pk, today) + licences_of(pk, today)
        total += INDUSTRY.get(levels.get(industry, ""), 0) - (10 if is_model else 0)
        found[pk] = min(100, max(0, total))
    return found


def word(score: int) -> str:
    return "high" if score >= 50 else "medium" if score >= 20 else "low"


def test_scores_and_levels_of_a_year_are_what_the_bare_rows_say(city: City) -> None:
    load_risk_points(by=SCHEDULER, at=NOON)
    random_past(city, counterparts(city, 14) + counterparts(city, 8, industry="C", organ="SD21"), seed=5)
    for shop in counterparts(city, 4, industry="Z"):
        for _number in range(3):
            decided_case(city, shop, outcome="no_penalty")
    order = ["low", "medium", "high"]
    level: dict[int, str] = {}
    clean: dict[int, list[str]] = defaultdict(list)
    before: dict[int, int] = {}
    falls = 0
    for number in range(9):
        at = NOON.replace(year=2026 + (10 + number) // 12, month=(10 + number) % 12 + 1)
        review_all(by=SCHEDULER, at=at, chunk=9)
        for pk, score in scores(at.date()).items():
            wanted, held = word(score), level.get(pk, "low")
            if pk not in level or order.index(wanted) >= order.index(held):
                level[pk], clean[pk] = wanted, []
            elif score > before[pk]:
                clean[pk] = []
            else:
                clean[pk].append(wanted)
                if len(clean[pk]) == 2:
                    level[pk], falls = max(clean[pk], key=order.index), falls + 1
                    clean[pk] = []
            before[pk] = score
        stored = {r.pk: (r.score, r.level) for r in CounterpartRisk.objects.all()}
        assert stored == {pk: (score, level[pk]) for pk, score in before.items()}, at.date()
    assert falls > 3
