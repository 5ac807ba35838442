"""Visits of the invented city that could not wait, or were entered late: kept, told, and signalled (Art. 6)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Counterpart, Matter, Officer
from enforcement.services import inspections

DAY = timedelta(days=1)
HOME = "SD11"
EVENING, MORNING = time(21, 30), time(8, 30)
REASONS = {
    "INS-3": "示例数据：投诉反映现场有险情",
    "INS-4": "示例数据：紧急情况，无法合并",
    "PT-3": "示例数据：夜间险情，等到次日会扩大",
}


def hurry_and_enter_late(
    people: dict[str, Officer], businesses: dict[str, list[Counterpart]], *, at: datetime
) -> None:
    """One visit in an emergency at night, entered the next morning; one entered four days late."""
    shops = [shop for shop in businesses[HOME] if not shop.is_citizen][-2:]
    matter = Matter.objects.filter(field__organs=people["head"].organ_id, is_active=True).earliest("code")
    night = _at(at - 3 * DAY, EVENING)
    _enter(
        people, shops[0], matter, began=night, entered=_at(night + DAY, MORNING), check_in="",
        purpose="核实液化气泄漏投诉，排除危险。", late_reason="夜间处置险情，次日补录。",
        urgent_reason="群众投诉店内液化气泄漏，来不及扫码。", urgent_approver=people["head"],
    )  # fmt: skip
    begun = _at(at - 5 * DAY, time(10))
    _enter(
        people, shops[-1], matter, began=begun, entered=_at(begun + 4 * DAY, MORNING), check_in="示例码0099",
        purpose="核实价格投诉。", late_reason="系统故障，恢复后补录。",
    )  # fmt: skip


def _enter(
    people: dict[str, Officer],
    shop: Counterpart,
    matter: Matter,
    *,
    began: datetime,
    entered: datetime,
    **told: Any,
) -> None:
    officer, ended = people["officer"].as_actor(), began + timedelta(minutes=30)
    row = inspections.register_on_spot(
        by=officer, at=entered, counterpart=shop, matters=[matter], started_at=began, certificates_shown=True,
        officers=[people["officer"], people["officer2"]], origin="complaint", approver=people["head"],
        exception="complaint", basis="《价格法》第三十三条（示例）", why_on_site="须现场核实。",
        exempt_reason="投诉举报，应当及时核查。", overrides=REASONS, **told,
    )  # fmt: skip
    inspections.conclude_inspection(
        row.pk, by=officer, at=entered, ended_at=ended, note="现场核查，未见异常，当事人在场。",
        note_sign="signed", result="nothing", in_order=[matter],
    )  # fmt: skip


def _at(day: datetime, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate(day), hour))
