"""Drafts of every way, made through the services, for tests."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from guidance.models import GuidanceAction
from guidance.services import approve_guidance, draft_guidance, issue_guidance, submit_guidance
from guidance.vocabulary import Way
from guidance.ways import WAYS
from tests.city import NOON, City, a_counterpart

DETAILS: dict[str, dict[str, Any]] = {
    Way.GUIDE: {"kind": "policy", "effective_from": date(2026, 12, 1), "opinions": "征求意见一次"},
    Way.DEMO: {"criteria": "明码标价一年无差错"},
    Way.TIP: {"neglected": "食品经营许可证到期前三十日要延续", "due_on": date(2026, 12, 20)},
    Way.COUNSEL: {"topic": "标价", "question": "散装食品怎么标"},
    Way.SUGGEST: {"problem": "价签不统一", "suggestions": "换用电子价签"},
    Way.EXHORT: {
        "prong": "may_violate",
        "facts": "部分商品无价签",
        "law": "价格法 13",
        "consequence": "可能被责令改正并处罚款",
        "correct_by": date(2026, 11, 27),
    },
    Way.INTERVIEW: {
        "cause": "多次投诉标价不清",
        "invited_for": datetime(2026, 11, 25, 9, 0, tzinfo=NOON.tzinfo),
        "place": "本局二楼",
        "interviewee": "法定代表人",
    },
    Way.REVISIT: {"mode": "on_site", "purpose": "看改正情况"},
    Way.OTHER: {"name": "夜市说法", "method": "在夜市摆摊讲解"},
}


def a_draft(
    city: City, way: str, *, by: str = "officer", at: datetime = NOON, **values: Any
) -> GuidanceAction:
    """A complete draft of ``way``, addressed to a shop or, where the way is public, to a trade."""
    if "case" not in values and "counterpart" not in values:
        if WAYS[way].is_public:
            values.setdefault("audience", "辖区食品店")
        else:
            values["counterpart"] = a_counterpart(city, by=by, at=at)
    given = {
        "trigger": "inspection",
        "title": f"{way} 标价",
        "content": "请为全部商品标明价格。",
        "reasons": "让顾客看得明白。",
        "basis": "价格法第十三条",
        "field": city.places.fields["market"],
        "detail": DETAILS[way],
        "implementers": [city.people["officer"], city.people["officer2"]],
        **values,
    }
    return draft_guidance(by=city.actor(by), at=at, way=way, **given)


def issued(city: City, way: str, *, at: datetime = NOON, **values: Any) -> GuidanceAction:
    """Guidance of ``way`` issued by the officer, approved by the head where that is needed."""
    draft = a_draft(city, way, at=at, **values)
    if draft.formality != "simple":
        submit_guidance(draft.pk, by=city.actor("officer"), at=at)
        approve_guidance(draft.pk, by=city.actor("head"), at=at)
    return issue_guidance(draft.pk, by=city.actor("officer"), at=at, voluntariness_shown=True)


LATER = NOON + timedelta(days=3)
