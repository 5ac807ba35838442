"""A repeated request has one effect: its key is written first, in the transaction of the effect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from foundation.actors import Actor
from foundation.firing import reporting_refusals
from foundation.models import IdempotencyKey
from foundation.secrecy import decrypt, encrypt


class KeyReused(Exception):
    """The same key came with another content."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: kept encrypted, since it may hold personal data."""

    status: int
    body: str = ""
    location: str = ""
    repeated: bool = False


def fingerprint_of(*parts: str | bytes) -> str:
    """A digest of what was asked, each part with its length so that none flows into the next.

    It is keyed: a plain digest over a form would let its identity numbers and passwords be guessed.
    """
    raws = [part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass") for part in parts]
    packed = b"".join(len(raw).to_bytes(8, "big") + raw for raw in raws)
    return salted_hmac("foundation.acts.once", packed, algorithm="sha256").hexdigest()


def once(answer: Callable[[], Answer], *, actor: Actor, at: datetime, key: str, fingerprint: str) -> Answer:
    """Run ``answer`` the first time, afterwards give its answer again.

    Without a key it simply runs, in a transaction. Raises KeyReused when the key came before with
    another fingerprint, and whatever ``answer`` raises; then nothing is kept and the key is free again.
    """
    with reporting_refusals(by=actor, at=at), transaction.atomic():
        if not key:
            return answer()
        try:
            with transaction.atomic():
                row = IdempotencyKey.objects.create(
                    owner_key=_owner(actor), key=key, fingerprint=fingerprint, created_at=at
                )
        except IntegrityError:
            return _first_answer(actor, key, fingerprint)
        given = answer()
        row.status, row.body, row.location = given.status, encrypt(given.body), given.location
        row.save(update_fields=["status", "body", "location"])
        return given


def _first_answer(actor: Actor, key: str, fingerprint: str) -> Answer:
    row = IdempotencyKey.objects.get(owner_key=_owner(actor), key=key)
    if row.fingerprint != fingerprint:
        raise KeyReused(key)
    return Answer(row.status, decrypt(row.body), row.location, repeated=True)


def _owner(actor: Actor) -> str:
    return f"officer:{actor.officer_id}" if actor.officer_id else "nobody"
