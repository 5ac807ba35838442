"""The sequencer: a single writer links committed entries into one global chain (RELIABILITY A16)."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from django.db import connection, transaction

from foundation.models import AuditEntry, AuditImage, AuditLink, AuditPending

GENESIS = "0" * 64
_LOCK = 0x67756964


def digest_of(previous: str, entry: AuditEntry, images: Iterable[AuditImage]) -> str:
    """SHA-256 over the previous digest, the entry and its images in order of their numbers."""
    content = {
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
        "images": [[i.model, i.key, i.kind, i.before, i.after] for i in images],
    }
    packed = orjson.dumps(content, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(packed).hexdigest()


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
        for entry, images in with_images(AuditEntry.objects.filter(id__in=ids).order_by("id")):
            seq += 1
            digest = digest_of(previous, entry, images)
            links.append(AuditLink(seq=seq, entry=entry, previous=previous, digest=digest))
            previous = digest
        AuditLink.objects.bulk_create(links)
        AuditPending.objects.filter(entry_id__in=ids).delete()
        return len(links)


def with_images(entries: Any) -> Iterable[tuple[AuditEntry, list[AuditImage]]]:
    """Pair each entry with its images, two queries for all."""
    rows = list(entries)
    by_entry: dict[int, list[AuditImage]] = {}
    for image in AuditImage.objects.filter(entry_id__in=[e.id for e in rows]).order_by("id"):
        by_entry.setdefault(image.entry_id, []).append(image)
    for entry in rows:
        yield entry, by_entry.get(entry.id, [])


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
