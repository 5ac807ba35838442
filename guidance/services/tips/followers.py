"""What floors above do with the tips of a group as they are issued, in the same transaction (Art. 8 (3))."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from foundation.actors import Actor
from foundation.permissions import Permission
from guidance.models import GuidanceAction, TipBatch


class Follower(Protocol):
    """Writes beside the tips, inside the entry that issues them."""

    def __call__(
        self, batch: TipBatch, actions: list[GuidanceAction], *, by: Actor, at: datetime
    ) -> None: ...


_followers: list[Follower] = []


def register_follower(follower: Follower) -> Follower:
    """Let an app above write rows beside some hundreds of tips at a time; it queries by the group, never by the row."""
    if follower not in _followers:
        _followers.append(follower)
    return follower


def follow(batch: TipBatch, actions: list[GuidanceAction], *, by: Actor, at: datetime) -> None:
    """Tell every follower of the tips that were issued just now."""
    by.require(Permission.GUIDANCE_HANDLE)
    for follower in _followers:
        follower(batch, actions, by=by, at=at)
