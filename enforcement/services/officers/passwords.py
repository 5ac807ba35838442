"""A forgotten password is replaced by a random one, shown once (等保 2.0: accounts and their words)."""

from __future__ import annotations

import secrets
from datetime import datetime

from enforcement.models import Officer
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited

_BYTES = 12


def reset_password(
    officer_id: int, *, by: Actor, at: datetime, why: str, expected: int | None = None
) -> tuple[Officer, str]:
    """Give the account a random password and end its sessions; returns the word, which is kept nowhere."""
    by.require(Permission.ROLE_GRANT)
    with audited("officer:reset_password", by=by, at=at, under=Article(4), why=why):
        officer: Officer = Officer.objects.workable_by(by).locked(officer_id, expected=expected)
        word = secrets.token_urlsafe(_BYTES)
        officer.set_password(word)
        officer.auth_epoch += 1
        officer.save()
        return officer, word
