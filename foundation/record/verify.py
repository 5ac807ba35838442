"""Walk the record and name whatever was changed behind the services."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from typing import Any

from django.apps import apps

from foundation.models import AuditEntry, AuditImage, AuditLink, AuditPending
from foundation.record.chain import GENESIS, anchor_path, digest_of, seal, with_images
from foundation.record.entry import kind_of
from foundation.record.images import image_of
from foundation.record.model import RecordedModel

_BATCH = 1000


def findings() -> Iterator[str]:
    """One sentence a finding; none when all is well."""
    yield from _chain_findings()
    yield from _unlinked_findings()
    yield from _anchor_findings()
    yield from _row_findings()


def _chain_findings() -> Iterator[str]:
    previous, expected = GENESIS, 1
    last = AuditLink.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
    for start in range(0, last, _BATCH):
        links = list(AuditLink.objects.filter(seq__gt=start, seq__lte=start + _BATCH).order_by("seq"))
        pairs = {
            entry.id: (entry, images)
            for entry, images in with_images(AuditEntry.objects.filter(id__in=[li.entry_id for li in links]))
        }
        for link in links:
            if link.seq != expected:
                yield f"chain: link {expected} is missing"
            expected = link.seq + 1
            if link.entry_id not in pairs:
                yield f"chain: entry {link.entry_id} of link {link.seq} is missing"
            elif link.previous != previous or link.digest != digest_of(link.previous, *pairs[link.entry_id]):
                entry, images = pairs[link.entry_id]
                about = ", ".join(f"{i.model}:{i.key}" for i in images) or "no row"
                yield f"chain: entry {entry.id} ({entry.action}; {about}) was altered"
            previous = link.digest


def _unlinked_findings() -> Iterator[str]:
    waiting = AuditPending.objects.values("entry_id")
    for entry_id in AuditEntry.objects.filter(link=None).exclude(id__in=waiting).values_list("id", flat=True):
        yield f"chain: entry {entry_id} was never linked"


def _anchor_findings() -> Iterator[str]:
    path = anchor_path()
    if not path.exists():
        if AuditLink.objects.exists():
            yield "anchor: the anchor file is missing"
        return
    anchors = {}
    for number, raw in enumerate(path.read_text(encoding="ascii").splitlines(), start=1):
        seq, _sep, rest = raw.partition(":")
        digest, _sep, mac = rest.partition(":")
        if not hmac.compare_digest(mac, seal(f"{seq}:{digest}")):
            yield f"anchor: line {number} was altered"
            continue
        anchors[int(seq)] = digest
    found = dict(AuditLink.objects.filter(seq__in=list(anchors)).values_list("seq", "digest"))
    for seq, digest in anchors.items():
        if found.get(seq) != digest:
            yield f"anchor: link {seq} is not what was anchored"


def recorded_models() -> list[type[Any]]:
    """Every concrete model whose writes are recorded."""
    return [m for m in apps.get_models() if issubclass(m, RecordedModel)]


def _row_findings() -> Iterator[str]:
    for model in recorded_models():
        yield from _findings_of(model)


def _findings_of(model: type[Any]) -> Iterator[str]:
    kind = kind_of(model)
    last: dict[str, Any] = {}
    images = AuditImage.objects.filter(model=kind).order_by("id")
    for image in images.iterator(chunk_size=_BATCH):
        if image.key in last and last[image.key] != image.before:
            yield f"{kind}:{image.key} was changed between two entries, before entry {image.entry_id}"
        last[image.key] = image.after
    seen = set()
    for row in model._base_manager.iterator(chunk_size=_BATCH):
        key = str(row.pk)
        seen.add(key)
        if key not in last:
            yield f"{kind}:{key} has no entry"
        elif last[key] != image_of(row):
            yield f"{kind}:{key} differs from its last entry: {_differences(last[key], image_of(row))}"
    for key, after in last.items():
        if after is not None and key not in seen:
            yield f"{kind}:{key} is gone without an entry"


def _differences(recorded: dict[str, Any] | None, live: dict[str, Any]) -> str:
    known = recorded or {}
    return ", ".join(sorted(name for name in {*known, *live} if known.get(name) != live.get(name)))
