"""Marking a case as major, complex or of great social impact, with the reason (Art. 8 (8))."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Case
from enforcement.rules.reasons import obstacles_to_silence
from enforcement.services.cases.base import refuse, working_on
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission


def flag_case(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    is_major: bool = False,
    is_complex: bool = False,
    has_social_impact: bool = False,
    flag_reason: str = "",
    expected: int | None = None,
) -> Case:
    """Set the flags that make legal review and a return visit necessary; raises Refused without a reason."""
    refuse(obstacles_to_silence(flag_reason, field="flag_reason"))
    with working_on(
        case_id,
        "flag",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(8, "8"),
        expected=expected,
        why=flag_reason,
    ) as case:
        case.is_major, case.is_complex, case.has_social_impact = is_major, is_complex, has_social_impact
        case.flag_reason = flag_reason
        return case
