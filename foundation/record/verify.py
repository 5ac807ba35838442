"""Walk the record and name whatever was changed behind the services."""

from __future__ import annotations

import hmac
from collections.abc import Iterator

from foundation.models import AuditEntry, AuditLink, AuditPending
from foundation.record.chain import GENESIS, anchor_path, digest_of, seal, with_images
from foundation.record.rows import RowCheck, recorded_models

_BATCH = 1000
_TOLD = 20


def findings() -> Iterator[str]:
    """One sentence a finding; none when all is well."""
    yield from _chain_findings()
    yield from _unlinked_findings()
    yield from _anchor_findings()
    for model in recorded_models():
        yield from RowCheck(model).findings()


def _chain_findings() -> Iterator[str]:
    previous, expected = GENESIS, 1
    last = AuditLink.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
    for start in range(0, last, _BATCH):
        links = list(AuditLink.objects.filter(seq__gt=start, seq__lte=start + _BATCH).order_by("seq"))
        digests = _digests_of(links)
        for link in links:
            if link.seq != expected:
                yield f"chain: link {expected} is missing"
            expected = link.seq + 1
            if link.entry_id not in digests:
                yield f"chain: entry {link.entry_id} of link {link.seq} is missing"
            elif link.previous != previous or link.digest != digests[link.entry_id]:
                yield f"chain: entry {_in_words(link.entry)} was altered"
            previous = link.digest


def _digests_of(links: list[AuditLink]) -> dict[int, str]:
    """What the digests of the linked entries should be, as the entries stand now."""
    before = {link.entry_id: link.previous for link in links}
    return {
        entry.id: digest_of(before[entry.id], entry, images) for entry, images in with_images(list(before))
    }


def _in_words(entry: AuditEntry) -> str:
    images = entry.images.order_by("id").values_list("model", "key")[:_TOLD]
    about = ", ".join(f"{model}:{key}" for model, key in images) or "no row"
    return f"{entry.id} ({entry.action}; {about})"


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
    for number, digest in anchors.items():
        if found.get(number) != digest:
            yield f"anchor: link {number} is not what was anchored"
