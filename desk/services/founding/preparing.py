"""Publications of the invented city: reviewed, commented on, scored, shown, and living (Art. 8 (1), (2))."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from enforcement.models import Officer
from foundation.actors import ANONYMOUS, Actor
from foundation.permissions import Role
from guidance.models import GuidanceAction
from guidance.services import publications
from guidance.services.approving import approve_guidance, submit_guidance
from guidance.vocabulary import Way

DAY = timedelta(days=1)
PREPARING = 45 * DAY
SHOWN_BEFORE = 20 * DAY
SCORES = (("明码标价", 38, 40), ("台账完整", 27, 30), ("投诉处理", 29, 30))
COMMENTS = (
    ("建议附一份空白样例，小店照着填就行。", "taken", "附件已增加空白样例。"),
    ("希望说明散装食品怎么办。", "partly", "增加一句，详细内容另发提示。"),
    ("能不能不贴价签？", "not", "价格法要求明码标价，指引不能改变法律。"),
)


def lead_before_the_public(
    draft: GuidanceAction, *, by: Actor, head: Actor, begun: datetime, at: datetime
) -> None:
    """Major guidance through review and comments, a candidate through scores and its showing, to approval."""
    if draft.way == Way.GUIDE:
        _open_to_comments(draft, by=by, begun=begun)
        _answer(draft, by=by, at=at - DAY)
        submit_guidance(draft.pk, by=by, at=at)
        approve_guidance(draft.pk, by=head, at=at)
    else:
        leave_as_candidate(draft, by=by, head=head, at=at - SHOWN_BEFORE)


def leave_as_candidate(draft: GuidanceAction, *, by: Actor, head: Actor, at: datetime) -> None:
    """A model that was scored and approved, and stands before the public; without one, it is only approved."""
    has_model = draft.detail.exemplar_id is not None  # type: ignore[attr-defined]
    for criterion, points, out_of in SCORES if has_model else ():
        publications.add_score(
            draft.pk, by=by, at=at, criterion=criterion, points=points, out_of=out_of, reviewers="评审组"
        )
    submit_guidance(draft.pk, by=by, at=at)
    approve_guidance(draft.pk, by=head, at=at)
    if has_model:
        publications.publicise_candidate(draft.pk, by=by, at=at)


def leave_open_to_comments(draft: GuidanceAction, *, by: Actor, at: datetime) -> None:
    """A draft that the public may comment on just now."""
    _open_to_comments(draft, by=by, begun=at)


def live_on(action: GuidanceAction, *, by: Actor, at: datetime) -> GuidanceAction:
    """A publication is not concluded while it holds; a model is visited."""
    if action.way == Way.DEMO:
        came: dict[str, Any] = {
            "held_on": at.date(),
            "attendees": 12,
            "who": "同业经营者",
            "note": "看台账、学标价。",
        }
        return publications.add_showing(action.pk, by=by, at=at, **came)
    return action


def _open_to_comments(draft: GuidanceAction, *, by: Actor, begun: datetime) -> None:
    reviewer = Officer.objects.active().filter(organ_id=draft.organ_id, grants__role=Role.REVIEWER).first()
    publications.ask_legal_review(draft.pk, by=by, at=begun)
    opinion = "在职责范围内，依据充分，未增加义务。"
    publications.give_legal_opinion(draft.pk, by=reviewer.as_actor(), at=begun + DAY, legal_opinion=opinion)
    publications.open_comments(draft.pk, by=by, at=begun + 2 * DAY)
    for serial, (text, _answer_code, _reason) in enumerate(COMMENTS):
        publications.submit_comment(by=ANONYMOUS, at=begun + (3 + serial) * DAY, action=draft.pk, text=text)


def _answer(draft: GuidanceAction, *, by: Actor, at: datetime) -> None:
    comments = draft.public_life.comments.all()
    for comment, (_text, answer, reason) in zip(comments, COMMENTS, strict=True):
        publications.answer_comment(
            draft.pk, by=by, at=at, comment=comment, answer=answer, answer_reason=reason
        )
    publications.record_experts(
        draft.pk,
        by=by,
        at=at,
        experts="行业协会、法律顾问",
        experts_on=at.date(),
        experts_opinion="内容可行，建议附样例。",
    )
