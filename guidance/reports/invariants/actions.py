"""A guidance action has the page of its way and no other, and walked a lawful path (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from foundation.invariants import invariant
from foundation.record.paths import illegal_steps
from guidance.lifecycle import GUIDANCE_LIFECYCLE
from guidance.models import GuidanceAction
from guidance.ways import WAYS


@invariant("guidance:one_page_of_its_way")
def wrong_details(_at: datetime) -> Iterator[str]:
    for way, page in WAYS.items():
        bare = GuidanceAction.objects.filter(way=way, **{page.related_name: None}).order_by("pk")
        for key in bare.values_list("pk", flat=True).iterator():
            yield f"guidance {key} lacks its page as {way}"
        strange = page.detail.objects.exclude(action__way=way).order_by("pk")
        for key in strange.values_list("action_id", flat=True).iterator():
            yield f"guidance {key} has a page as {way}, which it is not"


@invariant("guidance:path_of_the_law")
def illegal_paths(_at: datetime) -> Iterator[str]:
    """Every change of state is a transition of the table."""
    return illegal_steps(GuidanceAction, GUIDANCE_LIFECYCLE)
