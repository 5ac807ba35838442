"""Inspections of the invented city: planned, held, rated, and one in an emergency (Art. 6)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from desk.services.founding.places import Places
from enforcement.models import Counterpart, Inspection, Matter, Officer
from enforcement.services import inspections
from foundation.actors import ANONYMOUS, COMMAND

HELD = 8
AHEAD = 3
DAY = timedelta(days=1)
WORDS = ("态度很好，讲解清楚。", "", "希望提前一天告知。", "", "检查很快，没有影响经营。", "", "", "")


def inspect_businesses(
    places: Places, people: dict[str, Officer], businesses: dict[str, list[Counterpart]], *, at: datetime
) -> None:
    """Some visits of the last weeks with what firms said of them, and some of the next days."""
    organ = places.organs["SD11"]
    inspections.enter_cap(
        by=COMMAND, at=at, organ=organ, year=at.year, times=2, published_on=date(at.year, 1, 10)
    )
    inspections.enter_cap(by=COMMAND, at=at, year=at.year, times=4, published_on=date(at.year, 1, 5))
    matters = list(Matter.objects.filter(field__organs=organ, is_active=True).order_by("code")[:3])
    shops = [shop for shop in businesses["SD11"] if not shop.is_citizen][: HELD + AHEAD]
    for serial, shop in enumerate(shops):
        day = at - DAY * (3 * (HELD - serial)) if serial < HELD else at + DAY * (serial - HELD + 1)
        row = _plan(people, shop, matters[: 1 + serial % 2], _morning(day), min(at, day - DAY * 2))
        if serial < HELD:
            _hold(people, row, serial)


def _morning(day: datetime) -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate(day), time(10)))


def _plan(
    people: dict[str, Officer], shop: Counterpart, matters: list[Matter], planned_at: datetime, at: datetime
) -> Inspection:
    return inspections.plan_inspection(
        by=people["officer"].as_actor(), at=at, counterpart=shop, matters=matters,
        officers=[people["officer"], people["officer2"]], origin="superior", approver=people["head"],
        exception="superior_order", purpose="查看明示标价与进货记录是否齐全。", basis="《价格法》第三十三条（示例）",
        why_on_site="标价和货架须在现场查看。", planned_at=planned_at,
    )  # fmt: skip


def _hold(people: dict[str, Officer], row: Inspection, serial: int) -> None:
    officer, begun = people["officer"].as_actor(), row.planned_at
    ended = begun + timedelta(minutes=40)
    inspections.start_inspection(
        row.pk,
        by=officer,
        at=begun,
        started_at=begun,
        certificates_shown=True,
        check_in=f"示例码{serial:04d}",
    )
    matters = [item.matter for item in row.items.select_related("matter")]
    wanting = serial % 4 == 1
    inspections.conclude_inspection(
        row.pk, by=officer, at=ended, ended_at=ended, note="现场查看货架与进货记录，当事人在场配合。",
        note_sign="signed", result="guidance" if wanting else "nothing", in_order=[] if wanting else matters,
        not_in_order=matters if wanting else [],
    )  # fmt: skip
    if serial != HELD - 1:
        manner = (5, 4, 5, 3)[serial % 4]
        inspections.rate_inspection(
            by=ANONYMOUS,
            at=ended + DAY,
            code=row.code,
            manner=manner,
            words=WORDS[serial],
            not_shown=["rights"] if serial % 4 == 3 else [],
        )
