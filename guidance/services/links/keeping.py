"""Making, renewing and taking back the link of a counterpart (Art. 8)."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from foundation.actors import Actor
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited
from foundation.record.entry import current_entry
from guidance.models import CounterpartLink, GuidanceAction
from guidance.rules.links import LinkFacts, obstacles_to_linking, obstacles_to_revoking_link
from guidance.services.base import article_of
from guidance.services.links.finding import standing_link_of
from guidance.vocabulary import GuidanceState

NONCE = 18  # bytes; 24 signs


def open_link(action: GuidanceAction, *, by: Actor, at: datetime) -> CounterpartLink | None:
    """Make the link of guidance that is being issued, inside the open audit entry of that act.

    None for what is addressed to the public. Raises Forbidden, and Unrecorded outside an entry.
    """
    by.require(Permission.GUIDANCE_HANDLE)
    current_entry()
    if action.page.is_public or action.counterpart_id is None:
        return None
    link = _fresh(action, by, at)
    link.save()
    return link


def open_links(actions: list[GuidanceAction], *, by: Actor, at: datetime) -> None:
    """As ``open_link``, for many that are issued in one act, each to a counterpart."""
    by.require(Permission.GUIDANCE_HANDLE)
    current_entry()
    CounterpartLink.objects.record_bulk_create([_fresh(action, by, at) for action in actions])


def renew_link(
    action_id: int, *, by: Actor, at: datetime, reason: str = "", expected: int | None = None
) -> GuidanceAction:
    """Make a new link in place of the old one, which ends at once.

    Raises Forbidden, DoesNotExist, Stale, and Refused for what is public, not issued, or withdrawn.
    """
    by.require(Permission.GUIDANCE_HANDLE)
    with audited("guidance:renew_link", by=by, at=at, under=article_of(action_id, by), why=reason):
        action: GuidanceAction = GuidanceAction.objects.workable_by(by).locked(action_id, expected=expected)
        old = standing_link_of(action)
        if found := list(obstacles_to_linking(_facts(action, old))):
            raise Refused(found)
        if old is not None:
            _end(old, by, at, reason or _("A new one was made."))
        open_link(action, by=by, at=at)
        return action


def revoke_link(
    action_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> GuidanceAction:
    """Take the link back at once, for a reason: it went to somebody else, or was lost.

    Raises Forbidden, DoesNotExist, Stale, and Refused when there is none.
    """
    by.require(Permission.GUIDANCE_HANDLE)
    with audited("guidance:revoke_link", by=by, at=at, under=article_of(action_id, by), why=reason):
        action: GuidanceAction = GuidanceAction.objects.workable_by(by).locked(action_id, expected=expected)
        link = standing_link_of(action)
        found = list(obstacles_to_revoking_link(_facts(action, link)))
        if found or link is None:
            raise Refused(found)
        _end(link, by, at, reason)
        return action


def _fresh(action: GuidanceAction, by: Actor, at: datetime) -> CounterpartLink:
    return CounterpartLink(
        action=action,
        nonce=secrets.token_urlsafe(NONCE),
        issued_at=at,
        issued_by_id=by.officer_id,
        expires_at=at + timedelta(days=settings.LINK_DAYS),
    )


def _end(link: CounterpartLink, by: Actor, at: datetime, reason: str) -> None:
    link.revoked_at, link.revoked_by_id, link.revoke_reason = at, by.officer_id, reason
    link.save()


def _facts(action: GuidanceAction, link: CounterpartLink | None) -> LinkFacts:
    return LinkFacts(
        is_issued=action.issued_at is not None,
        is_withdrawn=action.state == GuidanceState.WITHDRAWN,
        has_addressee=not action.page.is_public and action.counterpart_id is not None,
        has_link=link is not None,
    )
