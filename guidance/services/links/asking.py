"""Counselling that is asked for beside something else that was said by a link (Art. 8 (4))."""

from __future__ import annotations

from datetime import datetime

from foundation.actors import Actor
from guidance.models import CounterpartLink, GuidanceAction
from guidance.services.links.replying import reply_by_link
from guidance.vocabulary import ReplyKind


def ask_counselling(*, by: Actor, at: datetime, link: CounterpartLink, text: str) -> GuidanceAction | None:
    """Apply for counselling as the holder of ``link`` would on its page; raises Refused as that does."""
    return reply_by_link(by=by, at=at, link=link, kind=ReplyKind.COUNSEL, text=text).application
