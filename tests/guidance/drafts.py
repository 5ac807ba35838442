"""Drafts of every way, made through the services, for tests."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from foundation.reasons import Reason
from guidance.models import GuidanceAction
from guidance.services import (
    approve_guidance,
    draft_guidance,
    issue_guidance,
    publications,
    submit_guidance,
)
from guidance.vocabulary import Way
from guidance.ways import WAYS
from tests.city import NOON, City, a_counterpart

IN_HASTE = {
    "GUI-61": Reason("隐患可能扩大", "public_safety"),  # heard only for interviews that are near
    "GUI-23": Reason("同类问题屡次出现", "party_conduct"),  # heard only where a milder step was passed over
}
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
    """Guidance of ``way`` issued by the officer, approved by the head where that is needed.

    Major guidance to the public is approved at once here; a model stood before the public until then.
    """
    if values.get("detail", {}).get("exemplar"):
        return named(city, at=at, **values)
    draft, officer, head = a_draft(city, way, at=at, **values), city.actor("officer"), city.actor("head")
    if way == Way.GUIDE and draft.formality == "major":
        publications.approve_at_once(draft.pk, by=head, at=at, urgent_reason="safety", urgent_text="有危险。")
    elif draft.formality != "simple":
        submit_guidance(draft.pk, by=officer, at=at)
        approve_guidance(draft.pk, by=head, at=at)
    return issue_guidance(draft.pk, by=officer, at=at, voluntariness_shown=True, overrides=IN_HASTE)


def named(city: City, *, at: datetime, detail: dict[str, Any], **values: Any) -> GuidanceAction:
    """A model that agreed, was scored, approved and shown to the public before ``at``."""
    begun, officer = at - timedelta(days=10), city.actor("officer")
    agreed = {"consent_by": "法定代表人", "consent_on": begun.date(), **detail}
    draft = a_draft(city, Way.DEMO, at=begun, detail=agreed, **values)
    score = {"criterion": "明码标价", "points": 38, "out_of": 40, "reviewers": "评审组三人"}
    publications.add_score(draft.pk, by=officer, at=begun, **score)
    submit_guidance(draft.pk, by=officer, at=begun)
    approve_guidance(draft.pk, by=city.actor("head"), at=begun)
    publications.publicise_candidate(draft.pk, by=officer, at=begun)
    return issue_guidance(draft.pk, by=officer, at=at, voluntariness_shown=True)


LATER = NOON + timedelta(days=3)
