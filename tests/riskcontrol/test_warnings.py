"""Warnings are tips to a group, begun from the risk with all filled in that is known of it (Art. 9)."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from guidance.models import GuidanceAction, TipBatch
from guidance.services.tips import start_batch
from riskcontrol.models import RiskPoint
from tests.city import NOON, City
from tests.guidance.tip_groups import send_all, shops
from tests.riskcontrol.checks import points_published

pytestmark = [pytest.mark.django_db, pytest.mark.article("9")]
SignIn = Callable[[str], Client]


def warning_of(page: str) -> str:
    """The address behind the button."""
    return next(
        unescape(part.split('"')[0]) for part in page.split('href="')[1:] if part.startswith("/tips/new/")
    )


def test_a_risk_point_warns_those_it_concerns(city: City, as_user: SignIn) -> None:
    points_published()
    (shop,) = shops(city, 1, with_mail=1)
    point = RiskPoint.objects.get(code="FX-SJ-01")
    officer = as_user("officer")
    address = warning_of(officer.get(point.get_absolute_url()).content.decode())
    told = {name: value[0] for name, value in parse_qs(urlsplit(address).query).items()}
    assert (told["title"], told["field"], told["occasion"]) == (point.name_zh, str(point.field_id), "risk")
    assert told["content"].startswith("{name}：" + point.manifestation_zh)
    assert escape(point.name_zh) in officer.get(address).content.decode()
    sent = officer.post(address, {**told, "industry": "F", "reasons": "少被处罚", "formality": "simple"})
    assert sent.status_code == 302, sent.content.decode()
    batch = TipBatch.objects.get()
    start_batch(batch.pk, by=city.actor("officer"), at=NOON)
    send_all(batch, city)
    action = GuidanceAction.objects.get(counterpart=shop)
    assert (action.trigger, action.links.count()) == ("risk", 1)


def test_a_trade_is_warned_from_the_watch_list(city: City, as_user: SignIn) -> None:
    page = as_user("officer").get(reverse("riskcontrol:watch"), {"industry": "H"}).content.decode()
    assert parse_qs(urlsplit(warning_of(page)).query) == {"industry": ["H"], "occasion": ["risk"]}


def test_only_who_gives_guidance_is_offered_it(city: City, as_user: SignIn) -> None:
    points_published()
    page = as_user("evaluator").get(RiskPoint.objects.get(code="FX-SJ-01").get_absolute_url())
    assert "/tips/new/" not in page.content.decode()


def test_a_counterpart_is_offered_a_self_check_from_its_risk(city: City, as_user: SignIn) -> None:
    points_published()
    (shop,) = shops(city, 1)
    panel = as_user("officer").get(reverse("riskcontrol:counterpart_panel", args=[shop.pk])).content.decode()
    address = f"{reverse('riskcontrol:self_check_new')}?counterpart={shop.pk}"
    assert f'href="{address}"' in panel
    assert shop.name in as_user("officer").get(address).content.decode()
