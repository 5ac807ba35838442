"""The secret link by which an officer's own calendar reads his or her deadlines (Art. 4)."""

from __future__ import annotations

import secrets
from datetime import datetime

from enforcement.models import CalendarFeed, Officer
from enforcement.services.cases.base import officer_of
from enforcement.services.officers.tokens import digest_of
from foundation.actors import Actor
from foundation.articles import Article
from foundation.record import audited

BYTES = 32


def make_feed(*, by: Actor, at: datetime) -> tuple[CalendarFeed, str]:
    """Make the actor's link, or a new one in place of the old; returns the row and the secret, shown once."""
    secret = secrets.token_urlsafe(BYTES)
    with audited("feed:make", by=by, at=at, under=Article(4)):
        officer = officer_of(by)
        feed = CalendarFeed.objects.filter(officer=officer).first() or CalendarFeed(officer=officer)
        feed.digest, feed.made_at, feed.revoked_at = digest_of(secret), at, None
        feed.save()
        return feed, secret


def revoke_feed(*, by: Actor, at: datetime) -> CalendarFeed | None:
    """End the actor's link at once; returns it, or None when there was none."""
    with audited("feed:revoke", by=by, at=at, under=Article(4)):
        feed: CalendarFeed | None = CalendarFeed.objects.filter(officer_id=by.officer_id or 0).first()
        if feed is not None:
            feed.revoked_at = feed.revoked_at or at
            feed.save()
        return feed


def reader_of(secret: str) -> Officer | None:
    """The active officer whose live link has this secret."""
    live = CalendarFeed.objects.filter(digest=digest_of(secret), revoked_at=None, officer__is_active=True)
    feed = live.select_related("officer__organ").prefetch_related("officer__grants").first()
    return feed.officer if feed else None
