"""Warnings of a risk: tips to a group, begun from the risk with all filled in that is known of it (Art. 8 (3), 9)."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from foundation.actors import Actor
from foundation.permissions import Permission
from guidance.vocabulary import Trigger
from riskcontrol.models import RiskPoint
from riskcontrol.vocabulary import PointState, Side

LONGEST = 200


def warning_url(point: RiskPoint, *, by: Actor) -> str:
    """Where a warning of ``point`` is drafted as it is published; empty otherwise, and for who gives no guidance."""
    if point.state != PointState.PUBLISHED or not by.may(Permission.GUIDANCE_HANDLE):
        return ""
    return _draft_url(_known_of(point))


def trade_warning_url(industry: str, *, by: Actor) -> str:
    """Where a warning to a trade is drafted; empty for who gives no guidance."""
    if not by.may(Permission.GUIDANCE_HANDLE):
        return ""
    return _draft_url({"industry": industry})


def _known_of(point: RiskPoint) -> dict[str, object]:
    advice = [row.text_zh for row in point.measures.all() if row.side == Side.COUNTERPART]
    return {
        "title": point.name_zh[:LONGEST],
        "neglected": point.name_zh[:LONGEST],
        "content": "{name}：" + "\n".join(filter(None, [point.manifestation_zh, *advice])),
        "basis": point.basis,
        "field": point.field_id,
        "matter": point.matter_id,
        "industry": point.industries[0] if len(point.industries) == 1 else "",
        "kind": point.kinds[0] if len(point.kinds) == 1 else "",
        "region": point.region_id,
    }


def _draft_url(known: dict[str, object]) -> str:
    given = {name: value for name, value in known.items() if value}
    return f"{reverse('guidance:tips_new')}?{urlencode({**given, 'occasion': Trigger.RISK})}"
