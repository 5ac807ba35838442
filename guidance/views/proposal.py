"""The next milder sufficient step as the pages show it: the step, its reasons, and the way to begin it (Art. 3, 8)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from guidance.rules.ladder import LadderFacts, next_step
from guidance.vocabulary import WAYS_OF, Rung
from guidance.ways import WAYS

ICONS = {Rung.CASE: "gavel", Rung.VISIT: "walk"}


def proposal_of(facts: LadderFacts, *, about: str, may_give: bool) -> dict[str, Any]:
    """What stands in the panel of guidance; ``about`` is what a new draft is about, as its address says it."""
    found = next_step(facts)
    ways = WAYS_OF.get(found.rung, ()) if found.rung else ()
    begin = [
        {
            "label": WAYS[way].label,
            "icon": WAYS[way].icon,
            "url": f"{reverse('guidance:guidance_draft', args=[way.value])}?{about}",
        }
        for way in ways
    ]
    return {
        "rung": found.rung.label if found.rung else "",
        "icon": ICONS.get(found.rung, "heart-handshake") if found.rung else "circle-check",
        "reasons": found.reasons,
        "begin": begin if may_give else [],
    }
