"""Gateways of messages: entered by those who operate the system, each with a key of its own (Art. 8 (3))."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited
from foundation.webhooks import NotAllowed, check_address
from guidance.models import Gateway

OPERATE, TIPS = Permission.SYSTEM_OPERATE, Article(8, "3")
_COLUMNS = ("name", "kind", "address", "is_active")


def enter_gateway(*, by: Actor, at: datetime, name: str, kind: str, address: str, is_active: bool) -> Gateway:
    """Enter a gateway with a fresh key; raises ValidationError for an address that is not allowed."""
    by.require(OPERATE)
    with audited("gateway:enter", by=by, at=at, under=TIPS):
        gateway = Gateway(name=name, kind=kind, address=_checked(address), is_active=is_active)
        gateway.key = secrets.token_urlsafe(32)
        gateway.save()
        return gateway


def edit_gateway(
    gateway_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Gateway:
    """Change a gateway, or switch it off; raises Stale."""
    by.require(OPERATE)
    with audited("gateway:edit", by=by, at=at, under=TIPS):
        gateway: Gateway = Gateway.objects.locked(gateway_id, expected=expected)
        for name in _COLUMNS:
            setattr(gateway, name, values.get(name, getattr(gateway, name)))
        gateway.address = _checked(gateway.address)
        gateway.save()
        return gateway


def change_key(gateway_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Gateway:
    """Give the gateway a new key at once; the old one signs nothing from then on."""
    by.require(OPERATE)
    with audited("gateway:change_key", by=by, at=at, under=TIPS):
        gateway: Gateway = Gateway.objects.locked(gateway_id, expected=expected)
        gateway.key = secrets.token_urlsafe(32)
        gateway.save()
        return gateway


def _checked(address: str) -> str:
    try:
        check_address(address)
    except NotAllowed as error:
        text = _("Give an address that begins with https:// and holds neither name nor password.")
        raise ValidationError({"address": ValidationError(text, code="address")}) from error
    return address
