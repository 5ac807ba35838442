"""What an invited organ does: say whether it comes, and look again at what it took over (Art. 8 (7))."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer
from enforcement.services.cases.base import officer_of
from enforcement.services.notifications import notify
from enforcement.services.sharing import end_taking_part, let_take_part
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited
from guidance.lifecycle import INVITATION_LIFECYCLE
from guidance.models import InterviewInvitation, RectificationItem
from guidance.services.base import not_now
from guidance.services.recording import look_again
from guidance.vocabulary import InvitationState

JOINT = Article(8, "7")


def accept_invitation(
    invitation_id: int,
    *,
    by: Actor,
    at: datetime,
    officer: Officer | None = None,
    note: str = "",
    expected: int | None = None,
) -> InterviewInvitation:
    """Say that the organ takes part, and who comes for it; without ``officer``, whoever says so.

    Raises Forbidden, DoesNotExist, Stale, and Refused when it was held, or for an officer without certificate.
    """
    with _answering_invitation(invitation_id, "come", by=by, at=at, note=note, expected=expected) as row:
        row.officer = officer or officer_of(by)
        let_take_part(row.organ_id, f"guidance:{row.action_id}")
    return row


def decline_invitation(
    invitation_id: int, *, by: Actor, at: datetime, note: str, expected: int | None = None
) -> InterviewInvitation:
    """Say why the organ does not take part; it sees the interview no longer."""
    with _answering_invitation(invitation_id, "decline", by=by, at=at, note=note, expected=expected) as row:
        end_taking_part(row.organ_id, f"guidance:{row.action_id}")
    return row


def recheck_own_item(
    invitation_id: int,
    *,
    by: Actor,
    at: datetime,
    item: RectificationItem,
    rechecked_on: date,
    recheck_result: str,
    recheck_note: str = "",
    expected: int | None = None,
) -> InterviewInvitation:
    """Record a second look at an item that the own organ looks after.

    Raises Forbidden, DoesNotExist, Stale, ValidationError for a day that cannot be, and Refused when it is over.
    """
    by.require(Permission.GUIDANCE_HANDLE)
    with audited("invitation:recheck", by=by, at=at, under=JOINT):
        row: InterviewInvitation = InterviewInvitation.objects.workable_by(by).locked(
            invitation_id, expected=expected
        )
        if row.state != InvitationState.COMING or not row.action.is_live:
            raise Refused([not_now(row.action, _("Only who takes part in a running interview looks again."))])
        own = RectificationItem.objects.filter(action=row.action_id).looked_after_by(row.organ_id)
        look_again(
            own.locked(item.pk), row.action, at=at, on=rechecked_on, result=recheck_result, note=recheck_note
        )
        row.save()
    return row


@contextmanager
def _answering_invitation(
    invitation_id: int, step: str, *, by: Actor, at: datetime, note: str, expected: int | None
) -> Iterator[InterviewInvitation]:
    with audited(f"invitation:{step}", by=by, at=at, under=JOINT, why=note):
        row: InterviewInvitation = InterviewInvitation.objects.workable_by(by).locked(
            invitation_id, expected=expected
        )
        row.answered_by, row.answered_at, row.note = officer_of(by), at, note
        yield row
        INVITATION_LIFECYCLE.take(row, step, by=by, at=at)
        row.save()
        _tell_the_lead(row, at)


def _tell_the_lead(row: InterviewInvitation, at: datetime) -> None:
    notify(
        row.action.drafted_by, kind=f"guidance:guest_{row.state}", thing=f"invitation:{row.pk}", round=row.version,
        at=at, url=row.action.get_absolute_url(), data={"name": row.organ.name_zh, "number": str(row.action)},
    )  # fmt: skip
