"""From guidance to the address of its link, and back from what somebody typed or scanned (Art. 8)."""

from __future__ import annotations

import re
from datetime import datetime

from django.conf import settings
from django.utils.http import base36_to_int, int_to_base36

from guidance.models import CounterpartLink, GuidanceAction
from guidance.vocabulary import GuidanceState

_TOKEN = re.compile(r"([0-9a-z]{1,13})\.([A-Za-z0-9_-]{43})", re.ASCII)
_LARGEST = 2**63


def address_of(action: GuidanceAction, *, at: datetime) -> str:
    """The absolute address at which the counterpart reads ``action`` at ``at``; empty without a live link."""
    link = standing_link_of(action)
    return f"{settings.PUBLIC_URL}{link.get_absolute_url()}" if link and link.is_live(at) else ""


def standing_link_of(action: GuidanceAction) -> CounterpartLink | None:
    """The link that nobody took back; it may have expired."""
    found: CounterpartLink | None = CounterpartLink.objects.standing().filter(action=action).first()
    return found


def link_of_token(token: str) -> CounterpartLink | None:
    """The link whose address has this token, live or not; nothing for what this installation did not seal."""
    match = _TOKEN.fullmatch(token)
    if match is None:
        return None
    key = base36_to_int(match[1])
    if key >= _LARGEST or int_to_base36(key) != match[1]:
        return None
    link: CounterpartLink | None = CounterpartLink.objects.with_guidance().filter(pk=key).first()
    return link if link is not None and link.is_sealed_by(match[2]) else None


def next_link_of(link: CounterpartLink, *, at: datetime) -> CounterpartLink | None:
    """The live link of the version that replaced this guidance, where it is addressed to the same counterpart."""
    new = GuidanceAction.objects.filter(supersedes=link.action_id, counterpart=link.action.counterpart_id)
    issued = new.exclude(issued_at=None).exclude(state=GuidanceState.WITHDRAWN)
    found: CounterpartLink | None = CounterpartLink.objects.live(at).filter(action__in=issued).first()
    return found
