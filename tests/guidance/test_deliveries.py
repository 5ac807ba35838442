"""What is issued by message reaches its addressee, is seen to have, and is never sent twice (Art. 8 (3))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from enforcement.models import Notification
from foundation.due import CLAIM, send_outside
from foundation.models import AuditEntry, DueItem
from foundation.obstacles import Forbidden, Refused
from foundation.vocabulary import DueState
from foundation.webhooks import is_signed
from guidance.models import Delivery
from guidance.services import conclude_guidance, withdraw_guidance
from guidance.services.deliveries import (
    change_key,
    edit_gateway,
    enter_gateway,
    hand_over,
    retry_delivery,
    send_guidance,
    sending,
)
from guidance.services.links import address_of
from guidance.vocabulary import Channel, DeliveryState, Way
from tests.city import NOON, City, a_counterpart
from tests.guidance.a_gateway import Carrier, a_carrier, a_contact, a_gateway
from tests.guidance.drafts import issued

pytestmark = [pytest.mark.django_db, pytest.mark.article("8.3")]
MINUTE = timedelta(minutes=1)


@pytest.fixture
def carrier() -> Iterator[Carrier]:
    with a_carrier() as found:
        yield found


@pytest.fixture(autouse=True)
def _gateways_inside(settings: Any) -> None:
    settings.GATEWAYS_INSIDE = True


def a_tip(city: City, **contact: Any) -> Delivery:
    """A tip issued by message to a shop with a contact; its delivery."""
    shop = a_counterpart(city)
    if contact:
        a_contact(city, shop, **contact)
    return issued(city, Way.TIP, counterpart=shop, channel=Channel.MESSAGE).deliveries.get()


def send(at: datetime = NOON) -> None:
    send_outside(clock=lambda: at)


class TestTheRoad:
    def test_is_the_gateway_where_there_is_one_and_a_telephone(self, city: City) -> None:
        a_gateway("https://sms.example/")
        assert a_tip(city, email="shop@example.test").channel == "gateway"

    def test_is_mail_where_there_is_no_gateway(self, city: City) -> None:
        assert a_tip(city, email="shop@example.test").channel == "email"

    def test_is_paper_for_who_has_no_contact(self, city: City) -> None:
        delivery = a_tip(city)
        assert (delivery.channel, delivery.recipient) == ("printed", delivery.action.counterpart.name)
        assert not DueItem.objects.filter(kind="delivery:send").exists()

    def test_of_what_is_handed_over_by_an_officer_is_the_officers(self, city: City) -> None:
        assert not issued(city, Way.TIP, channel=Channel.WRITTEN).deliveries.exists()

    def test_is_chosen_by_the_officer_too(self, city: City) -> None:
        shop = a_counterpart(city)
        contact = a_contact(city, shop, email="shop@example.test")
        action = issued(city, Way.COUNSEL, counterpart=shop)
        by = city.actor("officer")
        send_guidance(action.pk, by=by, at=NOON, delivery_channel="email", contact=contact)
        assert action.deliveries.get().address == "shop@example.test"
        with pytest.raises(ValidationError):
            send_guidance(action.pk, by=by, at=NOON, delivery_channel="gateway")


class TestAMail:
    def test_is_sent_once_with_the_text_and_that_it_is_voluntary(self, city: City) -> None:
        delivery = a_tip(city, email="shop@example.test")
        send()
        send(NOON + MINUTE)
        (letter,) = mail.outbox
        assert letter.to == ["shop@example.test"]
        assert delivery.action.content in letter.body
        assert "自主决定" in letter.body
        assert address_of(delivery.action, at=NOON) in letter.body
        assert address_of(delivery.action, at=NOON)
        assert str(delivery.key) in letter.extra_headers["Message-ID"]
        delivery.refresh_from_db()
        assert (delivery.state, delivery.sent_at, delivery.tries) == ("sent", NOON, 1)

    def test_whose_sender_died_is_not_sent_again_by_itself(
        self, city: City, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nobody can ask a mail server whether it took the letter: at most once, and a person decides."""
        delivery = a_tip(city, email="shop@example.test")

        def die(*_args: Any, **_more: Any) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(sending, "carry", die)
            with pytest.raises(KeyboardInterrupt):
                send()
        delivery.refresh_from_db()
        assert (delivery.state, DueItem.objects.get(kind="delivery:send").state) == (
            "sending",
            DueState.PENDING,
        )
        send(NOON + CLAIM + MINUTE)
        delivery.refresh_from_db()
        assert (delivery.state, mail.outbox) == (DeliveryState.UNSURE, [])
        assert Notification.objects.get(kind="delivery:failed").officer_id == delivery.action.drafted_by_id
        retry_delivery(delivery.pk, by=city.actor("officer"), at=NOON + timedelta(hours=1))
        send(NOON + timedelta(hours=1))
        assert len(mail.outbox) == 1

    def test_is_called_off_when_the_guidance_is_withdrawn(self, city: City) -> None:
        delivery = a_tip(city, email="shop@example.test")
        withdraw_guidance(delivery.action_id, by=city.actor("head"), at=NOON, reason="有误")
        send()
        delivery.refresh_from_db()
        assert (delivery.state, mail.outbox) == (DeliveryState.CALLED_OFF, [])


class TestAMessage:
    @pytest.fixture(autouse=True)
    def _gateway(self, city: City, carrier: Carrier) -> None:
        self.gateway, self.carrier = a_gateway(carrier.url), carrier

    def test_is_signed_and_names_itself(self, city: City) -> None:
        delivery = a_tip(city, phone="19900001111")
        send()
        ((headers, body),) = self.carrier.requests
        signed = {"timestamp": headers["x-guidepost-timestamp"], "given": headers["x-guidepost-signature"]}
        assert is_signed(self.gateway.key, body=body, at=NOON, **signed)
        assert not is_signed(self.gateway.key, body=body + b" ", at=NOON, **signed)
        assert not is_signed(self.gateway.key, body=body, at=NOON + timedelta(minutes=6), **signed)
        assert headers["idempotency-key"] == str(delivery.key) == self.carrier.bodies[0]["event"]
        assert (self.carrier.bodies[0]["to"], self.carrier.bodies[0]["try"]) == ("19900001111", 1)
        assert Delivery.objects.get().state == "sent"

    def test_that_is_not_taken_is_tried_again_ever_later(self, city: City) -> None:
        self.carrier.answers = [503]
        a_tip(city, phone="19900001111")
        at, pauses = NOON, []
        for _try in range(4):
            send(at)
            delivery = Delivery.objects.get()
            assert delivery.state == DeliveryState.FAILED
            send(delivery.next_at - timedelta(seconds=1))
            pauses.append(delivery.next_at - at)
            at = delivery.next_at
        assert pauses == [MINUTE, 10 * MINUTE, 60 * MINUTE, 360 * MINUTE]
        send(at)
        delivery = Delivery.objects.get()
        assert (delivery.state, delivery.tries, len(self.carrier.requests)) == (DeliveryState.GIVEN_UP, 5, 5)
        assert {headers["idempotency-key"] for headers, _body in self.carrier.requests} == {str(delivery.key)}
        assert Notification.objects.filter(kind="delivery:failed").count() == 1

    def test_that_is_refused_is_not_tried_again(self, city: City) -> None:
        self.carrier.answers = [400]
        a_tip(city, phone="19900001111")
        send()
        assert Delivery.objects.get().state == DeliveryState.GIVEN_UP
        assert Delivery.objects.get().answer == "HTTP 400 noted"
        assert not DueItem.objects.filter(kind="delivery:send", state=DueState.PENDING).exists()

    def test_whose_sender_died_is_asked_for_again_and_carried_once(
        self, city: City, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """At least once towards the gateway, which drops what it has: once towards the addressee."""
        delivery = a_tip(city, phone="19900001111")
        note = sending.note_reply

        def die(*_args: Any, **_more: Any) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(sending, "note_reply", die)
        with pytest.raises(KeyboardInterrupt):
            send()
        monkeypatch.setattr(sending, "note_reply", note)
        send(NOON + CLAIM + MINUTE)
        assert (len(self.carrier.requests), self.carrier.carried) == (2, {str(delivery.key)})
        assert Delivery.objects.get().state == "sent"

    def test_does_not_leave_by_a_gateway_that_is_off(self, city: City) -> None:
        a_tip(city, phone="19900001111")
        edit_gateway(self.gateway.pk, by=city.actor("sysadmin"), at=NOON, is_active=False)
        send()
        assert (Delivery.objects.get().state, self.carrier.requests) == (DeliveryState.GIVEN_UP, [])
        with pytest.raises(Refused) as refused:
            retry_delivery(Delivery.objects.get().pk, by=city.actor("officer"), at=NOON)
        assert [o.code for o in refused.value.obstacles] == ["delivery:gateway_off"]


class TestAnAddressInside:
    @pytest.mark.parametrize(
        "address",
        [
            "https://127.0.0.1/",
            "https://localhost/x",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://0/",
        ],
    )
    def test_is_never_called(self, city: City, settings: Any, address: str) -> None:
        """A gateway is no way into the own network (SSRF)."""
        a_gateway(address)
        a_tip(city, phone="19900001111")
        settings.GATEWAYS_INSIDE = False
        send()
        assert (Delivery.objects.get().state, Delivery.objects.get().answer) == (
            DeliveryState.GIVEN_UP, "the address is not allowed",
        )  # fmt: skip

    @pytest.mark.parametrize(
        "address",
        [
            "http://sms.example/",
            "ftp://sms.example/",
            "https://a:b@sms.example/",
            "https:///x",
            "https://x:99999/",
        ],
    )
    def test_or_without_a_lock_is_not_entered(self, settings: Any, city: City, address: str) -> None:
        settings.GATEWAYS_INSIDE = False
        with pytest.raises(ValidationError):
            a_gateway(address)


class TestPeople:
    def test_hand_over_what_is_printed_and_see_it_on_the_list(self, city: City) -> None:
        delivery = a_tip(city)
        hand_over(delivery.pk, by=city.actor("officer"), at=NOON)
        assert Delivery.objects.get().state == DeliveryState.DELIVERED
        assert AuditEntry.objects.filter(action="delivery:hand_over", article="8.3").count() == 1

    def test_of_other_organs_do_nothing_with_it(self, city: City) -> None:
        delivery = a_tip(city)
        with pytest.raises(Delivery.DoesNotExist):
            hand_over(delivery.pk, by=city.actor("officer_north"), at=NOON)
        with pytest.raises(Forbidden):
            hand_over(delivery.pk, by=city.actor("supervisor"), at=NOON)

    def test_do_not_send_what_has_ended(self, city: City) -> None:
        delivery = a_tip(city)
        by = city.actor("officer")
        conclude_guidance(delivery.action_id, by=by, at=NOON, effect="effective", effect_note="已改")
        assert Delivery.objects.get().state == DeliveryState.CALLED_OFF
        with pytest.raises(Refused):
            send_guidance(delivery.action_id, by=by, at=NOON, delivery_channel="printed")

    def test_who_do_not_operate_the_system_enter_no_gateway(self, city: City) -> None:
        for name in ("officer", "head", "orgadmin", "secadmin"):
            with pytest.raises(Forbidden):
                enter_gateway(
                    by=city.actor(name),
                    at=NOON,
                    name="x",
                    kind="sms",
                    address="https://sms.example/",
                    is_active=True,
                )

    def test_give_a_gateway_a_new_key_that_stands_nowhere_in_plain(self, city: City) -> None:
        gateway = a_gateway("https://sms.example/")
        changed = change_key(gateway.pk, by=city.actor("sysadmin"), at=NOON)
        assert changed.key != gateway.key
        images = str(list(AuditEntry.objects.values_list("images__before", "images__after")))
        assert changed.key not in images
        assert gateway.key not in images
