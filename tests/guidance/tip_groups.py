"""Tips to groups, made through the services, for tests."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from enforcement.models import Counterpart
from enforcement.services.counterparts import add_licence
from guidance.models import TipBatch
from guidance.services.tips import draft_batch, send_some
from tests.city import NOON, City, a_counterpart
from tests.guidance.a_gateway import a_contact


def a_batch(city: City, *, by: str = "officer", at: datetime = NOON, **values: Any) -> TipBatch:
    """A draft to all shops of the south."""
    given = {
        "title": "年报提示",
        "neglected": "每年六月三十日前报送年度报告",
        "content": "{name}：请按时报送年度报告。{organ}",
        "reasons": "避免列入异常名录。",
        "basis": "企业信息公示暂行条例第八条",
        "field": city.places.fields["market"],
        "industry": "F",
        **values,
    }
    return draft_batch(by=city.actor(by), at=at, **given)


def shops(city: City, number: int, *, with_mail: int = 0, **values: Any) -> list[Counterpart]:
    """Shops of the south; the first of them with an e-mail."""
    made = [a_counterpart(city, name=f"示例{n:04d}号店", **values) for n in range(number)]
    for shop in made[:with_mail]:
        a_contact(city, shop, phone="", email=f"shop{shop.pk}@example.test")
    return made


def a_licence(
    city: City, shop: Counterpart, expires_on: Any, *, name: str = "食品经营许可证", by: str = "officer"
) -> Any:
    return add_licence(
        shop.pk, by=city.actor(by), at=NOON, name=name, number=f"许{shop.pk}", issued_on=date(2021, 1, 1),
        expires_on=expires_on,
    )  # fmt: skip


def send_all(batch: TipBatch, city: City, *, size: int = 250, by: str = "officer") -> TipBatch:
    """As the worker does it."""
    while batch.state != "sent":
        batch = send_some(batch.pk, by=city.actor(by), at=NOON, size=size)
    return batch
