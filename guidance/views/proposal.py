"""The next milder sufficient step as the pages show it: the step, its reasons, and the way to begin it (Art. 3, 8)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from guidance.models import GuidanceAction
from guidance.rules.ladder import FAILED, PARTLY_WORKED, LadderFacts, next_step
from guidance.vocabulary import RUNG_OF, WAYS_OF, Recheck, Rung, Way
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


def proposal_after_look(action: GuidanceAction) -> dict[str, Any] | None:
    """What an exhortation leads to that was not followed: a talk, or a clue where a duty is broken (Art. 6, 8 (6))."""
    if action.way != Way.EXHORT or not action.is_live or action.counterpart_id is None:
        return None
    found, appointed = action.exhort.recheck_result, action.exhort.recheck_by
    if found in ("", Recheck.CORRECTED) or appointed is not None:
        return None
    about = f"case={action.case_id}" if action.case_id else f"counterpart={action.counterpart_id}"
    talk = {
        "label": WAYS[Way.INTERVIEW].label,
        "icon": WAYS[Way.INTERVIEW].icon,
        "url": f"{reverse('guidance:guidance_draft', args=[Way.INTERVIEW.value])}?{about}",
    }
    clue = {
        "label": _("New clue"),
        "icon": "folder",
        "url": f"{reverse('enforcement:case_new')}?counterpart={action.counterpart_id}",
    }
    why = PARTLY_WORKED if found == Recheck.PARTLY else FAILED % {"rung": RUNG_OF[Way.EXHORT].label}
    return {
        "rung": Rung.INTERVIEW.label,
        "icon": "heart-handshake",
        "reasons": (why,),
        "begin": [talk] if action.case_id else [talk, clue],
    }
