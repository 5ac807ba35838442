"""Rows as the services leave them, made in bulk so that a score can be computed from many of them."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from typing import Any

from enforcement.models import Case, Circumstances, Counterpart, Licence
from enforcement.vocabulary import CaseState, LicenceState, Outcome
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.record import audited
from tests.city import NOON, City

TODAY = date(2026, 11, 20)


def counterparts(
    city: City, number: int, *, industry: str = "F", organ: str = "SD11", at: datetime = NOON
) -> list[Counterpart]:
    """Shops registered by an organ, in its district."""
    home = city.places.organs[organ]
    rows = []
    for serial in range(number):
        row = Counterpart(
            kind="legal_person", name=f"示例{industry}{serial}店", region=home.region, industry=industry
        )
        row.name_pinyin = f"shi li {serial:04d}"
        row.place_under(home)
        row.district = home.region.county
        rows.append(row)
    with audited("test:rows", by=COMMAND, at=at, under=Article(9)):
        return Counterpart.objects.record_bulk_create(rows)


def decided_case(
    city: City, counterpart: Counterpart, *, outcome: str = "penalty", on: date = TODAY, **values: Any
) -> Case:
    """A case decided on a day, with circumstances and, where wanted, other columns."""
    told = {n: values.pop(n) for n in ("correct_by", "corrected_on", "found_by_self") if n in values}
    organ = values.pop("organ", "SD11")
    with audited("test:rows", by=COMMAND, at=NOON, under=Article(9)):
        case = Case(
            clue_number=f"T-{Case.objects.count()}",
            title="示例",
            counterpart=counterpart,
            matter=values.pop("matter", city.matter),
            source=values.pop("source", "inspection"),
            state=CaseState.DECIDED,
            occurred_on=on - timedelta(days=40),
            discovered_on=on - timedelta(days=30),
            opened_at=NOON,
            decided_on=on,
            outcome=outcome,
            **values,
        )
        case.place_under(city.places.organs[organ])
        case.save()
        Circumstances(case=case, **told).save()
        return case


def licence(counterpart: Counterpart, *, expires_on: date | None, **values: Any) -> Licence:
    given = {"name": "食品经营许可证", "state": LicenceState.VALID, **values}
    with audited("test:rows", by=COMMAND, at=NOON, under=Article(9)):
        row = Licence(
            counterpart=counterpart, number="1", issued_on=date(2020, 1, 1), expires_on=expires_on, **given
        )
        row.save()
        return row


def random_past(city: City, some: list[Counterpart], *, seed: int) -> None:
    """Cases and licences of every sort, near all the borders of the formula."""
    chance = random.Random(seed)
    borders = [date(2026, 5, 20), date(2025, 11, 20), date(2024, 11, 20), TODAY]
    for counterpart in some:
        for _number in range(chance.choice((0, 0, 1, 2, 4))):
            near = chance.choice(borders) + timedelta(days=chance.randint(-2, 2))
            correct_by = chance.choice((None, TODAY, TODAY - timedelta(days=chance.randint(-5, 400))))
            corrected = chance.choice((None, None, TODAY - timedelta(days=chance.randint(0, 300))))
            decided_case(
                city,
                counterpart,
                outcome=chance.choice(Outcome.values),
                on=near,
                correct_by=correct_by,
                corrected_on=corrected,
                found_by_self=chance.choice((None, False, True)),
                source=chance.choice(("inspection", "complaint", "report")),
            )
        for _number in range(chance.choice((0, 1, 3))):
            licence(
                counterpart,
                expires_on=chance.choice(
                    (None, TODAY + timedelta(days=chance.choice((-400, -1, 0, 30, 31))))
                ),
                state=chance.choice(LicenceState.values),
                name=chance.choice(("食品经营许可证", "卫生许可证")),
            )
