"""What a counterpart types behind its link, and what officers do with it; browser and API share the latter (Art. 8)."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.moments import moment_field
from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm, NoInput
from foundation.permissions import Permission
from guidance.forms.steps import ReasonForm
from guidance.services.links import reply_by_link
from guidance.services.replies import accept_time, refuse_time, see_reply
from guidance.vocabulary import ReplyKind

HANDLE = Permission.GUIDANCE_HANDLE
LONGEST = 5000
KEPT_WAITING = _("It has arrived. The organ sees it on its next working day.")


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; each is examined by the service."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        single = super().clean
        return [single(file, initial) for file in data or []]


class MessageForm(ActForm):
    text = text_field(_("What you want to say"), rows=5, longest=LONGEST)
    attachments = FilesField(
        label=_("Pictures or documents"),
        required=False,
        help_text=_(
            "At most five, each up to 10 MB: PDF, pictures, Word or Excel. Choose them again after an error."
        ),
    )


class CounselForm(ActForm):
    text = text_field(
        _("What you want to have explained"),
        rows=5,
        longest=LONGEST,
        help_text=_("You are answered within five working days."),
    )


class TimeForm(ActForm):
    proposed_for = moment_field(_("When would it suit you?"))
    text = text_field(_("A word on it"), rows=2, longest=1000, required=False)


def _said(kind: ReplyKind, label: Any, form: type[ActForm] = NoInput, **more: Any) -> Act:
    return Act(kind.value, partial(reply_by_link, kind=kind.value), form, label, **more)


COUNTERPART_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        _said(ReplyKind.ACKNOWLEDGE, _("I have read it"), done=_("Thank you. That you read it is noted.")),
        _said(ReplyKind.ACCEPT, _("I accept it"), done=_("Thank you. That you accept it is noted.")),
        _said(
            ReplyKind.DECLINE, _("I do not want it"),
            intro=_("You need not say why, and nothing follows from it. You can change your mind at any time."),
            done=_("That you do not want it is noted. Nothing follows from it."),
        ),
        _said(ReplyKind.MESSAGE, _("Write to the organ"), MessageForm, done=KEPT_WAITING),
        _said(
            ReplyKind.TIME, _("Propose another time"), TimeForm,
            intro=_("The appointment stays as it is until the organ has answered; you read the answer here."),
            done=KEPT_WAITING,
        ),
        _said(
            ReplyKind.COUNSEL, _("Ask for counselling"), CounselForm,
            intro=_("Counselling is free of charge and voluntary, like all guidance."), done=KEPT_WAITING,
        ),
        _said(
            ReplyKind.WRITTEN, _("Have it in writing"),
            intro=_("The organ makes a document and hands it to you; it costs nothing."), done=KEPT_WAITING,
        ),
    )
}  # fmt: skip
"""By their kind, in the order of the page; each is one word, or one short form."""

REPLY_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        Act(
            "see", see_reply, label=_("Seen"), done=_("It waits for nobody any more."),
            permission=HANDLE, primary=True,
        ),
        Act(
            "accept_time", accept_time, label=_("Accept the time"),
            intro=_("The interview moves to this time; where a notice was issued, a new edition of it tells so."),
            done=_("The interview was moved. The counterpart reads the new time on its page."),
            permission=HANDLE, primary=True,
        ),
        Act(
            "refuse_time", refuse_time, ReasonForm, _("The time is not possible"),
            _("The counterpart reads the reason on its page; the appointment stays."),
            permission=HANDLE,
        ),
    )
}  # fmt: skip


def sensible_reply_acts(reply: Any) -> dict[str, Act]:
    """The acts that have a meaning for ``reply`` as it stands."""
    if reply.outcome:
        return {}
    names = ("accept_time", "refuse_time") if reply.awaits_time else ("see",)
    return {name: REPLY_ACTS[name] for name in names}
