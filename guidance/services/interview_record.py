"""The record of an interview on paper: who came, what was said and promised, who signed (Art. 8 (7))."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from enforcement.rules.letters import Block
from enforcement.services.documents import Draft
from foundation.wording import day_text, moment_text
from guidance.models import GuidanceAction
from guidance.models.interviews import appointed_of
from guidance.vocabulary import VOLUNTARY_NOTICE, Gathering, Signature, Way

LINE = "＿＿＿＿＿＿＿＿"


def was_held(action: GuidanceAction) -> bool:
    """Whether it is an interview that took place: only then is there something to put on record."""
    return action.way == Way.INTERVIEW and action.interview.held_at is not None


def record_of_interview(action: GuidanceAction) -> Draft:
    """The record as it stands, to be read by everybody who came, and signed or not."""
    interview: Any = action.interview
    together = interview.gathering == Gathering.COLLECTIVE
    return Draft(
        title=_("Minutes of a collective interview") if together else _("Record of an interview"),
        number=action.number,
        addressee="",
        day=timezone.localdate(interview.held_at),
        blocks=(
            Block.heading(action.title),
            Block.facts(*_circumstances(action, interview)),
            *_part(_("Cause of the interview"), interview.cause),
            *_part(_("Facts that were put to them"), interview.facts_put),
            *_part(_("Law that was explained"), interview.law_explained),
            *_part(_("What the interviewee said"), interview.statement),
            *_part(_("Record of the interview"), interview.minutes),
            *_to_be_put_right(action),
            *_part(_("What the interviewee promised"), interview.commitments),
            Block.notice(f"{_('This guidance is voluntary')}{_(': ')}{VOLUNTARY_NOTICE}"),
            Block.heading(_("Read and signed")),
            Block.facts(*_signatures(action), (_("Interviewers and recorder"), LINE)),
        ),
    )


def _circumstances(action: GuidanceAction, interview: Any) -> Iterator[tuple[str, str]]:
    yield _("Number of the notice"), interview.notice_number
    yield _("Held at"), moment_text(interview.held_at)
    yield _("Ended at"), moment_text(interview.ended_at) if interview.ended_at else ""
    yield _("Place"), appointed_of(action)[1]
    yield _("Counterpart"), action.addressee
    yield _("Interviewers"), interview.interviewers
    yield _("Who came, and in what capacity"), interview.present
    yield _("Number of the sound or video recording"), interview.recording


def _part(title: str, text: str) -> Iterator[Block]:
    if text.strip():
        yield Block.heading(title)
        yield from Block.paragraphs(text)


def _to_be_put_right(action: GuidanceAction) -> Iterator[Block]:
    """Each item with its day, and the organ that looks after it where it is not the one that leads."""
    items = action.rectification_items.select_related("organ")
    rows = [(f"{number}. {item.requirement}", _by_when(item)) for number, item in enumerate(items, start=1)]
    if rows:
        yield Block.heading(_("What is to be put right, and by when"))
        yield Block.facts(*rows)


def _by_when(item: Any) -> str:
    day = _("by %(day)s") % {"day": day_text(item.due_on)}
    return f"{day} ({item.organ})" if item.organ else day


def _signatures(action: GuidanceAction) -> Iterator[tuple[str, str]]:
    """A line for each who signs; who did not want to is named with the reason, and nothing follows from it."""
    for row in action.attendance.select_related("organ"):
        capacity = f"{row.capacity}, {row.organ}" if row.organ else row.capacity
        refused = _("did not want to sign: %(why)s") % {"why": row.note}
        yield f"{row.name} ({capacity})", refused if row.signature == Signature.REFUSED else LINE
