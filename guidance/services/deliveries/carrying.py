"""Handing a message to the mail server or to the gateway; nothing is written here (Art. 8 (3))."""

from __future__ import annotations

import smtplib
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.message import BadHeaderError
from django.utils import timezone

from foundation.webhooks import Reply, post_signed
from guidance.models import Delivery, Gateway
from guidance.services.deliveries.wording import message_of
from guidance.vocabulary import DeliveryChannel


def carry(delivery: Delivery, *, at: datetime) -> Reply:
    """Send it now; never raises for what the other side does."""
    if delivery.channel == DeliveryChannel.EMAIL:
        return _mailed(delivery, at=at)
    gateway = delivery.gateway
    assert gateway is not None  # noqa: S101 - a constraint of the database
    if not gateway.is_active:
        return Reply(taken=False, is_final=True, text="the gateway is switched off")
    body = body_for(delivery, gateway, at=at)
    return post_signed(gateway.address, key=gateway.key, once=str(delivery.key), body=body, at=at)


def body_for(delivery: Delivery, gateway: Gateway, *, at: datetime) -> dict[str, Any]:
    """What the gateway is sent."""
    message = message_of(delivery, at=at)
    return {
        "event": str(delivery.key),
        "try": delivery.tries,
        "kind": gateway.kind,
        "to": delivery.address,
        "name": delivery.recipient,
        "subject": message.subject,
        "text": message.text,
        "number": delivery.action.number,
        "organ": delivery.action.organ.name_zh,
        "sent_at": timezone.localtime(at).isoformat(),
    }


def _mailed(delivery: Delivery, *, at: datetime) -> Reply:
    message, house = message_of(delivery, at=at), settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    letter = EmailMessage(
        message.subject, message.text, to=[delivery.address],
        headers={"Message-ID": f"<{delivery.key}.{delivery.tries}@{house}>", "Auto-Submitted": "auto-generated"},
    )  # fmt: skip
    try:
        letter.send()
    except (smtplib.SMTPRecipientsRefused, BadHeaderError, UnicodeError) as error:
        return Reply(taken=False, is_final=True, text=f"{type(error).__name__}: {error}"[:300])
    except (smtplib.SMTPException, OSError) as error:
        return Reply(taken=False, is_final=False, text=f"{type(error).__name__}: {error}"[:300])
    return Reply(taken=True, is_final=True, text="")
