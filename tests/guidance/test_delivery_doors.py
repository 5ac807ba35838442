"""Deliveries at the doors: pages, the API, and the receipts of a gateway (Art. 8 (3))."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from desk.reports.reminders import reminder_tasks, reminders_of
from foundation.due import send_outside
from foundation.webhooks import signature
from guidance.models import Delivery, Gateway
from guidance.vocabulary import DeliveryState
from tests.city import City, a_counterpart
from tests.guidance.a_gateway import a_carrier, a_contact, a_gateway
from tests.guidance.conftest import SignIn
from tests.guidance.drafts import issued

pytestmark = [pytest.mark.django_db, pytest.mark.article("8.3")]


def a_delivery(city: City, **contact: Any) -> Delivery:
    shop = a_counterpart(city)
    if contact:
        a_contact(city, shop, **contact)
    return issued(city, "tip", counterpart=shop, channel="message").deliveries.get()


@pytest.fixture
def sent(city: City, settings: Any) -> Delivery:
    """A message that the gateway took."""
    settings.GATEWAYS_INSIDE = True
    with a_carrier() as carrier:
        a_gateway(carrier.url)
        a_delivery(city, phone="19900001111")
        send_outside(clock=timezone.now)
    return Delivery.objects.get(state="sent")


def report(delivery: Delivery, *, key: str = "", at: Any = None, **body: Any) -> Any:
    """What the gateway sends back about a message."""
    gateway = Gateway.objects.get()
    content = json.dumps({"event": str(delivery.key), **body})
    timestamp = str(int((at or timezone.now()).timestamp()))
    sealed = signature(key or gateway.key, timestamp, content.encode())
    return Client().post(
        f"/api/v1/gateways/{gateway.pk}/receipts/", content, content_type="application/json",
        headers={"X-Guidepost-Timestamp": timestamp, "X-Guidepost-Signature": sealed},
    )  # fmt: skip


class TestAReceipt:
    def test_that_is_signed_tells_that_it_arrived_and_was_read(self, sent: Delivery) -> None:
        for status, state in (("delivered", "delivered"), ("read", "read"), ("delivered", "read")):
            assert report(sent, status=status).status_code == 204
            sent.refresh_from_db()
            assert sent.state == state
        assert sent.read_at >= sent.delivered_at

    def test_of_failure_brings_it_before_its_drafter(
        self, sent: Delivery, city: City, as_user: SignIn
    ) -> None:
        assert report(sent, status="failed", detail="空号").status_code == 204
        sent.refresh_from_db()
        assert (sent.state, sent.answer) == (DeliveryState.GIVEN_UP, "空号")
        (task,) = reminder_tasks(reminders_of(city.actor("officer"), timezone.localdate()))
        assert task.url == sent.get_absolute_url()
        assert "did not reach" in as_user("officer").get(reverse("notifications")).content.decode()

    def test_signed_by_another_or_long_ago_is_not_believed(self, sent: Delivery) -> None:
        assert report(sent, status="read", key="guessed").status_code in {401, 403}
        old = timezone.now() - timedelta(minutes=10)
        assert report(sent, status="read", at=old).status_code in {401, 403}
        sent.refresh_from_db()
        assert sent.state == "sent"

    def test_about_nothing_that_was_sent_is_not_found(self, sent: Delivery) -> None:
        assert report(sent, status="read", event="00000000-0000-4000-8000-000000000000").status_code == 404

    def test_that_says_nothing_sound_is_refused(self, sent: Delivery) -> None:
        assert report(sent, status="eaten").status_code == 400
        assert report(sent, status="read", event="x").status_code == 400


class TestPages:
    def test_show_the_delivery_on_the_page_of_its_action(self, city: City, as_user: SignIn) -> None:
        delivery = a_delivery(city, email="shop@example.test")
        browser = as_user("officer")
        page = browser.get(delivery.action.get_absolute_url()).content.decode()
        assert f"/guidance/{delivery.action_id}/deliveries/" in page
        panel = browser.get(f"/guidance/{delivery.action_id}/deliveries/").content.decode()
        assert "店长" in panel
        assert f"/guidance/{delivery.action_id}/do/deliver/" in panel

    def test_never_show_an_address_in_full(self, city: City, as_user: SignIn) -> None:
        delivery = a_delivery(city, email="shop@example.test")
        page = as_user("officer").get(delivery.get_absolute_url()).content.decode()
        assert "s***@example.test" in page
        assert "shop@example.test" not in page

    def test_let_the_officer_send_it_once_more(self, city: City, as_user: SignIn) -> None:
        delivery = a_delivery(city)
        browser = as_user("officer")
        form = browser.get(f"/deliveries/{delivery.pk}/do/hand_over/").context["form"]
        answer = browser.post(
            f"/deliveries/{delivery.pk}/do/hand_over/", {"expected_version": form.initial["expected_version"]}
        )
        assert answer.status_code == 302
        assert Delivery.objects.get().state == "delivered"

    def test_give_the_list_narrowed_and_as_a_file(self, city: City, as_user: SignIn) -> None:
        a_delivery(city)
        browser = as_user("officer")
        assert "甲一示例食品店" in browser.get("/deliveries/?undelivered=false&mine=true").content.decode()
        assert "甲一示例食品店" not in browser.get("/deliveries/?undelivered=true").content.decode()
        file = b"".join(browser.get("/deliveries/?export=csv")).decode()  # type: ignore[arg-type]
        assert "甲一示例食品店" in file

    def test_hide_names_from_who_may_not_read_counterparts(self, city: City, as_user: SignIn) -> None:
        delivery = a_delivery(city)
        for path in (
            "/deliveries/",
            delivery.get_absolute_url(),
            f"/guidance/{delivery.action_id}/deliveries/",
        ):
            page = as_user("evaluator").get(path)
            assert page.status_code == 200
            assert "甲一示例食品店" not in page.content.decode()


class TestTheAPI:
    def test_lists_and_retries(self, city: City, as_user: SignIn) -> None:
        delivery = a_delivery(city)
        browser = as_user("officer")
        (row,) = browser.get("/api/v1/deliveries/?state=waiting").json()["results"]
        assert row["recipient"] == "甲一示例食品店"
        one = browser.get(f"/api/v1/deliveries/{delivery.pk}/")
        assert {t["name"]: t["allowed"] for t in one.json()["transitions"]} == {"hand_over": True}
        done = browser.post(
            f"/api/v1/deliveries/{delivery.pk}/transitions/hand_over/", {}, content_type="application/json",
            headers={"If-Match": one["ETag"]},
        )  # fmt: skip
        assert (done.status_code, done.json()["state"]) == (200, "delivered")

    def test_orders_a_delivery(self, city: City, as_user: SignIn) -> None:
        action = issued(city, "counsel")
        browser = as_user("officer")
        etag = browser.get(f"/api/v1/guidance-actions/{action.pk}/")["ETag"]
        done = browser.post(
            f"/api/v1/guidance-actions/{action.pk}/transitions/deliver/", {"delivery_channel": "printed"},
            content_type="application/json", headers={"If-Match": etag},
        )  # fmt: skip
        assert done.status_code == 200
        assert action.deliveries.get().channel == "printed"


class TestTheAdministration:
    def test_shows_the_key_once(self, city: City, as_user: SignIn) -> None:
        browser = as_user("sysadmin")
        form = {"name": "短信", "kind": "sms", "address": "https://sms.example/", "is_active": "on"}
        shown = browser.post("/admin/guidance/gateway/add/", form).content.decode()
        gateway = Gateway.objects.get()
        assert gateway.key in shown
        page = browser.get(f"/admin/guidance/gateway/{gateway.pk}/change/").content.decode()
        assert gateway.key not in page
