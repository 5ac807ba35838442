"""How every act on a public text begins: audit entry, scope, lock, and the row of the lifecycle table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from enforcement.lifecycle.publicity import OPEN, PUBLICITY_LIFECYCLE
from enforcement.models import Publication
from enforcement.services.publicity.watching import watch_publicity
from foundation.actors import Actor
from foundation.record import audited


@contextmanager
def taking_text(
    publication_id: int,
    name: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    why: str = "",
    parts: list[Any] | None = None,
) -> Iterator[Publication]:
    """Take the transition ``name`` after the body has prepared its facts, save, and plan who is told of what.

    Rows that the body put into ``parts`` are saved first. Raises Refused with every standing obstacle,
    Publication.DoesNotExist outside the actor's organ, and Stale.
    """
    with audited(f"publicity:{name}", by=by, at=at, under=OPEN, why=why):
        row: Publication = Publication.objects.workable_by(by).locked(publication_id, expected=expected)
        yield row
        PUBLICITY_LIFECYCLE.take(row, name, by=by, at=at)
        for part in parts or ():
            part.save()
        row.save()
        watch_publicity(row, at=at)
