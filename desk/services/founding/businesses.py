"""Invented counterparts; their credit codes and identity numbers belong to no real region or living person."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from stdnum.cn import ric, uscc

from desk.services.founding.places import Places
from enforcement.models import Counterpart, Officer
from enforcement.services.counterparts import add_contact, add_licence, register_counterpart
from enforcement.vocabulary import CounterpartKind, Industry
from foundation.actors import Actor

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
TRADES = (
    ("食品店", Industry.TRADE, "食品经营许可证"),
    ("餐饮店", Industry.HOSPITALITY, "食品经营许可证"),
    ("超市有限公司", Industry.TRADE, "食品经营许可证"),
    ("物业服务有限公司", Industry.REAL_ESTATE, ""),
    ("运输有限公司", Industry.TRANSPORT, "道路运输经营许可证"),
    ("建材有限公司", Industry.MANUFACTURING, "排污许可证"),
    ("建筑工程有限公司", Industry.CONSTRUCTION, ""),
    ("农资经营部", Industry.FARMING, "农药经营许可证"),
    ("文化娱乐有限公司", Industry.CULTURE, "娱乐经营许可证"),
    ("美容美发店", Industry.PERSONAL_SERVICES, "公共场所卫生许可证"),
    ("充电服务有限公司", Industry.UTILITIES, ""),
    ("培训学校", Industry.EDUCATION, "办学许可证"),
)
HOMES = (("SD11", "officer", 3), ("SD21", "officer_north", 2), ("SD31", "east1", 2))


def register_businesses(
    places: Places, people: dict[str, Officer], *, at: datetime, number: int, random: Random
) -> dict[str, list[Counterpart]]:
    """Register ``number`` counterparts in the three districts; returns them by the code of the organ."""
    registered: dict[str, list[Counterpart]] = {code: [] for code, _name, _share in HOMES}
    homes = [home for home in HOMES for _part in range(home[2])]
    for serial in range(number):
        organ, username, _share = homes[serial % len(homes)]
        district = places.organs[organ].district
        officer = people[username].as_actor()
        counterpart = register_counterpart(by=officer, at=at, region=district, **_identity(serial))
        registered[organ].append(counterpart)
        _add_parts(counterpart, officer, at, serial, random)
    return registered


def _identity(serial: int) -> dict[str, object]:
    mark = f"{STEMS[serial % 10]}{BRANCHES[serial // 10 % 12]}"
    if serial % 15 == 14:
        return {
            "kind": CounterpartKind.CITIZEN,
            "name": f"{mark}某",
            "identifier": _identity_number(serial),
            "industry": Industry.NONE,
            "address": f"示例路{serial + 1}号",
        }
    trade, industry, _licence = TRADES[serial % len(TRADES)]
    alone = trade.endswith(("店", "部"))
    return {
        "kind": CounterpartKind.SOLE_TRADER if alone else CounterpartKind.LEGAL_PERSON,
        "name": f"{mark}示例{trade}" if serial < 120 else f"{mark}{serial // 120 + 1}号示例{trade}",
        "identifier": _credit_code(serial, alone=alone),
        "industry": industry,
        "address": f"示例路{serial + 1}号",
        "legal_representative": f"{STEMS[serial % 10]}某",
    }


def _credit_code(serial: int, *, alone: bool) -> str:
    body = f"{'92' if alone else '91'}990101MAG{serial:06d}"
    return body + uscc.calc_check_digit(body)


def _identity_number(serial: int) -> str:
    body = f"11010119000101{serial % 1000:03d}"
    return body + ric.calc_check_digit(body + "0")


def _add_parts(counterpart: Counterpart, officer: Actor, at: datetime, serial: int, random: Random) -> None:
    if serial % 3 == 0:
        add_contact(
            counterpart.pk, by=officer, at=at, name=f"{BRANCHES[serial % 12]}某", post="负责人",
            phone=f"1990000{serial:04d}",
        )  # fmt: skip
    licence = TRADES[serial % len(TRADES)][2]
    if licence and not counterpart.is_citizen and serial % 2 == 0:
        issued: date = at.date() - timedelta(days=random.randrange(300, 900))
        add_licence(
            counterpart.pk, by=officer, at=at, name=licence, number=f"示{serial:06d}", issued_on=issued,
            expires_on=issued + timedelta(days=3 * 365),
        )  # fmt: skip
