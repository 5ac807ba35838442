"""Bearer tokens: bound to an officer, shown once, never with more than the owner, and ending (Art. 4)."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db.models import Q

from enforcement.models import AccessToken, Officer, TokenUse
from enforcement.rules.officers import obstacles_to_token
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited

PREFIX = "gp_"
_SHOWN = 8
_NOTED_EVERY = timedelta(minutes=1)


def issue_token(
    *, by: Actor, at: datetime, officer: Officer, name: str, scopes: list[str], days: int
) -> tuple[AccessToken, str]:
    """Issue a token with no more than its owner's rights; returns the row and the secret, shown once."""
    by.require(Permission.TOKEN_ISSUE)
    held = frozenset(p.value for p in officer.as_actor().permissions)
    if found := list(obstacles_to_token(wanted=frozenset(scopes), held=held, days=days)):
        raise Refused(found)
    secret = PREFIX + secrets.token_urlsafe(32)
    with audited("token:issue", by=by, at=at, under=Article(4), why=name):
        token = AccessToken(
            officer=officer,
            name=name,
            prefix=secret[:_SHOWN],
            digest=digest_of(secret),
            scopes=sorted(set(scopes)),
            expires_at=at + timedelta(days=days),
        )
        token.save()
        return token, secret


def revoke_token(
    token_id: int, *, by: Actor, at: datetime, why: str = "", expected: int | None = None
) -> AccessToken:
    """End a token at once: the security administrator any, everybody one's own."""
    with audited("token:revoke", by=by, at=at, under=Article(4), why=why):
        token: AccessToken = AccessToken.objects.locked(token_id, expected=expected)
        if token.officer_id != by.officer_id:
            by.require(Permission.TOKEN_ISSUE)
        token.revoked_at = token.revoked_at or at
        token.save()
        return token


def token_of(secret: str, *, at: datetime) -> AccessToken | None:
    """The live token with this secret, with its officer, organ and roles; its use is noted."""
    live = Q(revoked_at=None) & Q(expires_at__gt=at) & Q(officer__is_active=True)
    token: AccessToken | None = (
        AccessToken.objects.filter(live, digest=digest_of(secret))
        .select_related("officer__organ__share", "use")
        .prefetch_related("officer__grants")
        .first()
    )
    if token is not None:
        _note_use(token, at)
    return token


def digest_of(secret: str) -> str:
    """SHA-256 of a token: its 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _note_use(token: AccessToken, at: datetime) -> None:
    """Note the last use, at most once a minute: a busy client does not write at every request."""
    use: TokenUse | None = getattr(token, "use", None)
    if use is None or at - use.last_used_at >= _NOTED_EVERY:
        TokenUse.objects.update_or_create(token=token, defaults={"last_used_at": at})
