"""The sequencer: a single writer links committed entries into one global chain (RELIABILITY A16)."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from django.db import connection, transaction

from foundation.models import AuditEntry, AuditImage, AuditLink, AuditPending

GENESIS = "0" * 64
_LOCK = 0x67756964
_AT_ONCE = 200


def digest_of(previous: str, entry: AuditEntry, images: Iterable[AuditImage]) -> str:
    """SHA-256 over the previous digest, the entry and its images in order of their numbers."""
    head = {
        "previous": previous,
        "id": entry.id,
        "at": entry.at.timestamp(),
        "recorded_at": entry.recorded_at.timestamp(),
        "action": entry.action,
        "actor": [entry.actor_id, entry.actor_name, entry.organ_id, entry.via],
        "article": entry.article,
        "why": entry.why,
        "overrides": entry.overrides,
        "cause": entry.cause_id,
    }
    digest = hashlib.sha256(_packed(head))
    for i in images:
        digest.update(_packed([i.model, i.key, i.kind, i.before, i.after]))
    return digest.hexdigest()


def _packed(content: Any) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def link_pending(*, batch: int = 500) -> int:
    """Link what is committed and unlinked, oldest first; returns how many.

    Safe to run many times and in many processes: only one writes at a time.
    """
    total = 0
    while linked := _link_batch(batch):
        total += linked
    if total:
        write_anchor()
    return total


def _link_batch(batch: int) -> int:
    with transaction.atomic():
        if not _take_lock():
            return 0
        ids = list(AuditPending.objects.order_by("entry_id").values_list("entry_id", flat=True)[:batch])
        if not ids:
            return 0
        last = AuditLink.objects.order_by("-seq").first()
        seq, previous = (last.seq, last.digest) if last else (0, GENESIS)
        links = []
        for entry, images in with_images(ids):
            seq += 1
            digest = digest_of(previous, entry, images)
            links.append(AuditLink(seq=seq, entry=entry, previous=previous, digest=digest))
            previous = digest
        AuditLink.objects.bulk_create(links)
        AuditPending.objects.filter(entry_id__in=ids).delete()
        return len(links)


def with_images(ids: list[int]) -> Iterator[tuple[AuditEntry, Iterable[AuditImage]]]:
    """Each entry, by number, with its images; read those before the next entry: they are not kept."""
    images = AuditImage.objects.filter(entry_id__in=ids).order_by("entry_id", "id")
    grouped = groupby(images.iterator(chunk_size=_AT_ONCE), key=attrgetter("entry_id"))
    waiting = next(grouped, None)
    for entry in AuditEntry.objects.filter(id__in=ids).order_by("id"):
        if waiting is not None and waiting[0] == entry.id:
            yield entry, waiting[1]
            waiting = next(grouped, None)
        else:
            yield entry, ()


def _take_lock() -> bool:
    if connection.vendor != "postgresql":
        return True  # SQLite transactions are IMMEDIATE: the file has one writer
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        return bool(cursor.fetchone()[0])


def anchor_path() -> Path:
    return Path(settings.GUIDEPOST_DATA) / "audit-anchors.log"


def write_anchor() -> None:
    """Append the head of the chain, sealed with a key from outside the database."""
    head = AuditLink.objects.order_by("-seq").first()
    if head is None:
        return
    line = f"{head.seq}:{head.digest}"
    with anchor_path().open("a", encoding="ascii") as file:
        file.write(f"{line}:{seal(line)}\n")


def seal(line: str) -> str:
    """HMAC of an anchor line under ANCHOR_KEY."""
    return hmac.new(settings.ANCHOR_KEY.encode(), line.encode(), hashlib.sha256).hexdigest()
