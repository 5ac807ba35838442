"""One small invented city, built through the services, that all tests share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from desk.services.founding.people import enrol_people
from desk.services.founding.places import Places, found_places
from enforcement.models import (
    Case,
    CasePerson,
    Counterpart,
    Evidence,
    Field,
    Matter,
    Officer,
    Organ,
    Region,
)
from enforcement.services import cases
from enforcement.services.counterparts import register_counterpart
from enforcement.vocabulary import CounterpartKind, EvidenceKind, EvidenceStanding
from foundation.actors import COMMAND, Actor
from foundation.articles import Article
from foundation.record import audited

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))  # a Friday
PASSWORD = "a-long-word-for-tests"
CREDIT_CODES = ("91110000600037341L", "91310000132200821H", "914403001922038216")

CONDITIONS: dict[str, Any] = {
    "basis": "现场检查发现价签缺失，照片在卷。",
    "is_punishable": True,
    "in_jurisdiction": True,
    "within_limitation": True,
}
"""The four conditions of filing, met."""


@dataclass(frozen=True)
class City:
    """Places and people; ``city.actor("head")`` acts as that officer."""

    places: Places
    people: dict[str, Officer]
    matter: Matter

    def actor(self, username: str) -> Actor:
        return Officer.objects.get(username=username).as_actor()


def small_city(*, at: datetime = NOON, password: str = PASSWORD) -> City:
    """Ten organs, all officers, one matter; founded once a test database and found again by each test."""
    if Organ.objects.exists():
        return _standing_city()
    places = found_places(at=at)
    people = enrol_people(places, at=at, password=password, everyone=True)
    with audited("matter:found", by=COMMAND, at=at, under=Article(3)):
        matter = Matter(
            code="T-001", name_zh="未明码标价", name_en="Prices not marked", field=places.fields["market"],
            violated="价格法 13", basis="价格法 42", statutory_range="≤5000", fine_max=5000,
        )  # fmt: skip
        matter.save()
    return City(places, people, matter)


def _standing_city() -> City:
    places = Places(
        regions={r.code: r for r in Region.objects.select_related("parent")},
        fields={f.code: f for f in Field.objects.all()},
        organs={o.code: o for o in Organ.objects.select_related("region", "district", "parent")},
    )
    officers = Officer.objects.select_related("organ").prefetch_related("grants")
    return City(places, {o.username: o for o in officers}, Matter.objects.get(code="T-001"))


def a_counterpart(
    city: City, *, by: str = "officer", name: str = "甲一示例食品店", at: datetime = NOON, **values: Any
) -> Counterpart:
    """A shop in the district of the officer who registers it."""
    actor = city.actor(by)
    county = next(r for r in city.places.regions.values() if r.pk == actor.district_id)
    given = {"kind": CounterpartKind.LEGAL_PERSON, "name": name, "region": county, "industry": "F", **values}
    return register_counterpart(by=actor, at=at, **given)


def a_clue(
    city: City,
    *,
    by: str = "officer",
    counterpart: Counterpart | None = None,
    at: datetime = NOON,
    **values: Any,
) -> Case:
    """A fresh clue about the one matter."""
    given = {"title": "未明码标价", "source": "inspection", "occurred_on": date(2026, 11, 2),
             "discovered_on": date(2026, 11, 3), "place": "一街道", **values}  # fmt: skip
    known = counterpart or a_counterpart(city, by=by, at=at)
    return cases.register_clue(by=city.actor(by), at=at, counterpart=known, matter=city.matter, **given)


def add_evidence(case: Case, city: City, *, by: str = "officer", at: datetime = NOON) -> Evidence:
    """A verified row of evidence, without a file."""
    with audited("case:add_evidence", by=city.actor(by), at=at, under=Article(6)):
        row = Evidence(
            case=case, kind=EvidenceKind.RECORD, title="现场笔录", collected_on=date(2026, 11, 4),
            collected_by=city.people[by], file=f"none-{case.pk}", original_name="note.pdf",
            content_type="application/pdf", size=1, sha256=f"{case.pk:064d}",
            standing=EvidenceStanding.VERIFIED, verified_by=city.people[by], verified_on=date(2026, 11, 4),
        )  # fmt: skip
        row.save()
        return row


def a_filed_case(
    city: City, *, at: datetime = NOON, handlers: tuple[str, str] = ("officer", "officer2"), **values: Any
) -> Case:
    """A filed case with two handlers."""
    case = a_clue(city, by=handlers[0], at=at, **values)
    officers = [city.people[name] for name in handlers]
    return cases.file_case(case.pk, by=city.actor(handlers[0]), at=at, handlers=officers, **CONDITIONS)


def people_of(case: Case, role: str) -> set[int]:
    return set(CasePerson.objects.filter(case=case, role=role).values_list("officer_id", flat=True))
