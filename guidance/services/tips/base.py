"""How every act on tips to a group begins: scope, lock, and the row of the lifecycle table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from foundation.actors import Actor
from foundation.articles import Article
from foundation.record import audited
from guidance.lifecycle import BATCH_LIFECYCLE
from guidance.models import TipBatch

TIPS = Article(8, "3")


def batches() -> Any:
    """The rows, with what their rules ask for."""
    related = TipBatch.objects.select_related("organ", "field", "matter", "region", "drafted_by")
    return related.prefetch_related("organ__organ_fields")


@contextmanager
def taking_batch(
    batch_id: int, name: str, *, by: Actor, at: datetime, expected: int | None = None, why: str = ""
) -> Iterator[TipBatch]:
    """Take the transition ``name`` after the body has prepared its facts, then save.

    Raises Refused with every standing obstacle, DoesNotExist outside the own organ, and Stale.
    """
    with audited(f"tips:{name}", by=by, at=at, under=TIPS, why=why):
        batch: TipBatch = batches().workable_by(by).locked(batch_id, expected=expected)
        yield batch
        BATCH_LIFECYCLE.take(batch, name, by=by, at=at)
        batch.save()
