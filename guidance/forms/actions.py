"""Everything that can be asked of a guidance action, for browser and API (Art. 8)."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.forms.documents import issuing
from foundation.actors import Actor
from foundation.acts import Act
from foundation.permissions import Permission
from guidance import services
from guidance.forms.by_way import EditGuidanceForm, NewGuidanceForm, RecordGuidanceForm
from guidance.forms.deliveries import SEND
from guidance.forms.drafts import WAY_FORMS
from guidance.forms.faq import PROPOSE_FAQ
from guidance.forms.interviews import INTERVIEW_ACTS
from guidance.forms.joint import JOINT_ACTS
from guidance.forms.links import LINK_ACTS
from guidance.forms.points import QUESTION_ACTS, SUGGESTION_ACTS
from guidance.forms.publications import NAMING, PREPARATION, PUBLIC_RECORDS
from guidance.forms.steps import (
    RECORD_FORMS,
    AnswerApplicationForm,
    AnswerForm,
    AskChangeForm,
    AskInWritingForm,
    ConcludeForm,
    IssueForm,
    MaybeReasonForm,
    NoteForm,
    ReasonForm,
    RecheckForm,
    RectificationForm,
    StopForm,
)
from guidance.models import GuidanceAction
from guidance.services.answering import answer_application
from guidance.vocabulary import Way
from guidance.ways import WAYS, WayPage

HANDLE = Permission.GUIDANCE_HANDLE
DRAFTED = _("The draft is kept. Issue it when it is complete.")

STEPS: tuple[Act, ...] = (
    *PREPARATION,
    Act("submit", services.submit_guidance, done=_("Submitted for approval."), primary=True),
    Act("approve", services.approve_guidance, NoteForm, primary=True),
    Act("send_back", services.send_back_guidance, ReasonForm),
    *NAMING,
    Act(
        "issue",
        services.issue_guidance,
        IssueForm,
        intro=_("Once issued, the text is never changed; a correction is a new version."),
        done=_("Issued. Hand over the document, or read it out."),
        primary=True,
    ),
    Act("acknowledge", services.acknowledge_guidance, AnswerForm),
    Act(
        "decline",
        services.decline_guidance,
        AnswerForm,
        intro=_("Declining has no consequence for the counterpart: no rule, score or case ever reads it."),
    ),
    Act("note_silence", services.note_silence),
    Act(
        "stop",
        services.stop_guidance,
        StopForm,
        intro=_("Whoever is guided may end it at any time. It has no consequence."),
    ),
    Act("conclude", services.conclude_guidance, ConcludeForm, primary=True),
    Act("withdraw", services.withdraw_guidance, ReasonForm),
    Act("discard", services.discard_guidance, MaybeReasonForm),
)
ITEMS: tuple[Act, ...] = (
    Act(
        "add_rectification",
        services.add_rectification,
        RectificationForm,
        _("Add something to be put right"),
        permission=HANDLE,
    ),
    Act(
        "recheck", services.recheck_rectification, RecheckForm, _("Look at an item again"), permission=HANDLE
    ),
)
ASK_IN_WRITING = Act(
    "ask_in_writing",
    services.ask_in_writing,
    AskInWritingForm,
    _("Asked for in writing"),
    _("Who asks for guidance in writing gets a document; until then it is not concluded."),
    _("Make the document now, in the panel of documents."),
    permission=HANDLE,
)
ASK_CHANGE = Act(
    "ask_change",
    services.ask_change,
    AskChangeForm,
    _("A change was asked for"),
    _("Write a corrected version, or stop the guidance."),
    permission=HANDLE,
)
ANSWER_APPLICATION = Act(
    "answer_application",
    answer_application,
    AnswerApplicationForm,
    _("Answer the application"),
    _("The answer is issued as a letter, and told to who applied."),
    _("Answered. Hand over the document, or read it out."),
    primary=True,
    permission=HANDLE,
)
CORRECT = Act(
    "correct",
    services.correct_guidance,
    label=_("Write a corrected version"),
    done=_("This is the new version. The old one stays in force until you issue this."),
    permission=HANDLE,
)

ISSUE_DOCUMENT = issuing("guidance", HANDLE)


def record_columns(
    action_id: int, *, by: Actor, at: datetime, expected: int | None = None, **columns: Any
) -> GuidanceAction:
    """``record_progress`` with the columns of the way one by one, as the form of the way gives them."""
    return services.record_progress(action_id, by=by, at=at, expected=expected, detail=columns)


def drafting(page: WayPage) -> Act:
    """The act that drafts guidance of one way."""
    service = partial(services.draft_guidance, way=page.way.value)
    return Act(
        "draft", service, WAY_FORMS[page.way], page.label, page.description, DRAFTED, permission=HANDLE
    )


def _acts_of(way: str, page: WayPage) -> dict[str, Act]:
    edit = Act("edit", services.edit_guidance, WAY_FORMS[way], done=_("The draft is kept."))
    record = Act("record", record_columns, RECORD_FORMS[way], page.record_label, permission=HANDLE)
    items: tuple[Act, ...] = (
        (*JOINT_ACTS.values(), *INTERVIEW_ACTS.values(), *ITEMS) if page.has_rectification else ()
    )
    items = (ANSWER_APPLICATION, *QUESTION_ACTS.values(), PROPOSE_FAQ) if page.way == Way.COUNSEL else items
    items = tuple(SUGGESTION_ACTS.values()) if page.way == Way.SUGGEST else items
    return {act.name: act for act in _named(edit, record, items, page)}


def _named(edit: Act, record: Act, items: tuple[Act, ...], page: WayPage) -> tuple[Act, ...]:
    public = tuple(PUBLIC_RECORDS.values()) if page.is_public else (ASK_IN_WRITING, ASK_CHANGE)
    return (edit, *STEPS, record, *items, *public, CORRECT, SEND, ISSUE_DOCUMENT, *LINK_ACTS.values())


DRAFTING_ACTS: dict[str, Act] = {way: drafting(page) for way, page in WAYS.items()}
ACTS_OF_WAY: dict[str, dict[str, Act]] = {way: _acts_of(way, page) for way, page in WAYS.items()}

NEW_ACT = Act("draft", services.draft_guidance, NewGuidanceForm, _("New guidance"), permission=HANDLE)
EDIT_ACT = Act("edit", services.edit_guidance, EditGuidanceForm)
API_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        *STEPS,
        Act(
            "record",
            services.record_progress,
            RecordGuidanceForm,
            _("Record what came of it"),
            permission=HANDLE,
        ),
        *ITEMS,
        *INTERVIEW_ACTS.values(),
        *JOINT_ACTS.values(),
        *QUESTION_ACTS.values(),
        *SUGGESTION_ACTS.values(),
        PROPOSE_FAQ,
        *PUBLIC_RECORDS.values(),
        ASK_IN_WRITING,
        ASK_CHANGE,
        ANSWER_APPLICATION,
        CORRECT,
        SEND,
        ISSUE_DOCUMENT,
        *LINK_ACTS.values(),
    )
}
