"""Organs see interviews of others exactly while an invitation stands (Art. 4, 8 (7))."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from enforcement.models import OrganShare
from foundation.invariants import invariant
from guidance.models import InterviewInvitation
from guidance.models.action_queries import SHARED


@invariant("invitation:seen_while_it_stands")
def wrong_guests(_at: datetime) -> Iterator[str]:
    """What an organ may see of others is what its standing invitations say."""
    wanted: dict[int, set[str]] = defaultdict(set)
    for organ_id, action_id in (
        InterviewInvitation.objects.standing().order_by().values_list("organ_id", "action_id")
    ):
        wanted[organ_id].add(f"{SHARED}:{action_id}")
    kept = {share.organ_id: set(share.things) for share in OrganShare.objects.order_by("pk")}
    for organ_id in sorted({*wanted, *kept}):
        for thing in sorted(wanted[organ_id] ^ kept.get(organ_id, set())):
            yield f"organ {organ_id} and {thing}: seen and invited differ"
