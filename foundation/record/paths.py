"""Every change of state on record is a step of the lifecycle table (Art. 3, 8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, F, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from foundation.lifecycle import Lifecycle
from foundation.models import AuditImage
from foundation.record.entry import kind_of
from foundation.vocabulary import ImageKind


def illegal_steps(model: Any, lifecycle: Lifecycle) -> Iterator[str]:
    """One sentence for each row of ``model`` that moved as its table does not provide."""
    kind = kind_of(model)
    images = AuditImage.objects.filter(model=kind, kind=ImageKind.CHANGED)
    moves = images.annotate(source=_told("before"), target=_told("after")).exclude(source=F("target"))
    step = ("entry__action", "source", "target")
    legal = {(f"{lifecycle.noun}:{t.name}", s, t.target) for t in lifecycle.transitions for s in t.sources}
    for action, source, target in set(moves.order_by().values_list(*step).distinct()) - legal:
        wrong = moves.filter(Q(entry__action=action, source=source, target=target)).order_by("id")
        for key in wrong.values_list("key", flat=True).iterator():
            yield f"{kind}:{key} went from {source} to {target} by {action}"


def _told(image: str) -> Cast:
    return Cast(KT(f"{image}__state"), CharField())
