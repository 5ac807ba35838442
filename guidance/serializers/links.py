"""The link of a counterpart in the API, with its address only for who works on the guidance (Art. 8)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rest_framework import serializers

from foundation.actors import Actor
from foundation.permissions import Permission
from guidance.models import CounterpartLink, GuidanceAction
from guidance.services.links import address_of


class LinkShape(serializers.Serializer[Any]):
    issued_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()
    revoked_at = serializers.DateTimeField(allow_null=True)
    opened_at = serializers.DateTimeField(allow_null=True)
    last_opened_at = serializers.DateTimeField(allow_null=True)
    address = serializers.CharField()


def told_link(action: GuidanceAction, *, by: Actor, at: datetime) -> dict[str, Any] | None:
    """The latest link of ``action``, or nothing."""
    links = CounterpartLink.objects.visible_to(by).filter(action=action)
    link = links.select_related("opening").first()
    if link is None:
        return None
    opening = getattr(link, "opening", None)
    row = {
        "issued_at": link.issued_at,
        "expires_at": link.expires_at,
        "revoked_at": link.revoked_at,
        "opened_at": opening.first_at if opening else None,
        "last_opened_at": opening.last_at if opening else None,
        "address": address_of(action, at=at) if _works_on(action, by) else "",
    }
    return dict(LinkShape(row).data)


def _works_on(action: GuidanceAction, by: Actor) -> bool:
    may = by.may(Permission.GUIDANCE_HANDLE)
    return may and GuidanceAction.objects.workable_by(by).filter(pk=action.pk).exists()
