"""Publications led through their public preparation, for tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from foundation.actors import ANONYMOUS
from guidance.models import GuidanceAction
from guidance.services import approve_guidance, publications, submit_guidance
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import DETAILS, a_draft

DAY = timedelta(days=1)
CONSENT = {"has_consent": True, "consent_by": "法定代表人", "consent_on": NOON.date()}
AFTER_COMMENTS = NOON + 32 * DAY
AFTER_CANDIDACY = NOON + 8 * DAY


def reviewed(city: City, **values: Any) -> GuidanceAction:
    """Major guidance that a legal reviewer found lawful."""
    draft = a_draft(city, Way.GUIDE, **values)
    publications.ask_legal_review(draft.pk, by=city.actor("officer"), at=NOON)
    opinion = {"legal_opinion": "在职责范围内，依据充分。"}
    return publications.give_legal_opinion(draft.pk, by=city.actor("reviewer"), at=NOON, **opinion)


def open_to_comments(city: City, **values: Any) -> GuidanceAction:
    return publications.open_comments(reviewed(city, **values).pk, by=city.actor("officer"), at=NOON)


def prepared(city: City, *, at: datetime = AFTER_COMMENTS, **values: Any) -> GuidanceAction:
    """Major guidance that a head approved after all of it."""
    draft, officer = open_to_comments(city, **values), city.actor("officer")
    publications.record_experts(
        draft.pk, by=officer, at=at, experts="行业协会专家", experts_on=NOON.date(), experts_opinion="可行。"
    )
    submit_guidance(draft.pk, by=officer, at=at)
    return approve_guidance(draft.pk, by=city.actor("head"), at=at)


def comment(action: GuidanceAction, text: str = "样例价签太小。", *, at: datetime = NOON) -> Any:
    """A word of the public."""
    return publications.submit_comment(by=ANONYMOUS, at=at, action=action.pk, text=text)


def candidate(city: City, exemplar: Any, *, at: datetime = NOON) -> GuidanceAction:
    """A model that agreed, was scored and approved."""
    detail = {**DETAILS[Way.DEMO], **CONSENT, "exemplar": exemplar}
    draft, officer = a_draft(city, Way.DEMO, detail=detail, at=at), city.actor("officer")
    score = {"criterion": "明码标价", "points": 38, "out_of": 40, "reviewers": "评审组三人"}
    publications.add_score(draft.pk, by=officer, at=at, **score)
    submit_guidance(draft.pk, by=officer, at=at)
    return approve_guidance(draft.pk, by=city.actor("head"), at=at)
