"""What counterparts of the invented city answered by their links: read, accepted, asked, and another time (Art. 8)."""

from __future__ import annotations

from datetime import datetime, timedelta

from enforcement.models import Officer
from enforcement.services.forbidden_times import next_free_at
from enforcement.vocabulary import TimedAct
from foundation.actors import ANONYMOUS
from guidance.models import CounterpartLink
from guidance.services.links import note_opening, reply_by_link
from guidance.services.replies import see_reply
from guidance.vocabulary import LIVE_STATES, ReplyKind, Way

NEWEST = 8
HOUR = timedelta(hours=1)
SAID = (
    (ReplyKind.MESSAGE, "价签和台账都已补齐，照片可以当面提供。"),
    (ReplyKind.ACCEPT, ""),
    (ReplyKind.COUNSEL, "散装食品的价签要写哪些内容？"),
    (ReplyKind.ACKNOWLEDGE, ""),
    (ReplyKind.MESSAGE, "Could this also be explained in English? Thank you for the reminder."),
)


def answer_by_links(people: dict[str, Officer], *, until: datetime) -> None:
    """The newest guidance under way is answered; every other answer has been seen."""
    live = CounterpartLink.objects.live(until).filter(action__state__in=LIVE_STATES)
    links = list(live.with_guidance().order_by("-action__issued_at", "-pk")[:NEWEST])
    by_id = {officer.pk: officer for officer in people.values()}
    for serial, link in enumerate(links):
        at = max(link.issued_at, until - HOUR * (serial + 2))
        note_opening(link, at=at)
        if link.action.way == Way.INTERVIEW and _propose(link, at):
            continue
        kind, text = SAID[serial % len(SAID)]
        reply = reply_by_link(by=ANONYMOUS, at=at, link=link, kind=kind, text=text)
        if serial % 2:
            see_reply(reply.pk, by=by_id[link.action.drafted_by_id].as_actor(), at=until)


def _propose(link: CounterpartLink, at: datetime) -> bool:
    """Another time for an interview that was not held yet; whether there is one."""
    wanted = next_free_at(act=TimedAct.INTERVIEW, organ=link.action.organ, at=at + timedelta(days=6))
    if wanted is None or link.action.interview.held_at is not None:
        return False
    text = "那天上午进货，能否改到这个时间？"
    reply_by_link(by=ANONYMOUS, at=at, link=link, kind=ReplyKind.TIME, text=text, proposed_for=wanted)
    return True
