"""What is typed into reconsiderations and suits, for browser and API (Art. 6)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import open_choice, text_field
from enforcement.models import Document
from enforcement.services import remedies
from enforcement.vocabulary.remedies import RemedyCourse, RemedyKind, RemedyResult, StopGround
from foundation.acts import Act, ActForm
from foundation.permissions import Permission

HANDLE = Permission.CASE_HANDLE


class FileRemedyForm(ActForm):
    starts_empty = True
    kind = forms.ChoiceField(
        label=_("What the party undertook"), choices=RemedyKind.choices, widget=forms.RadioSelect
    )
    body = forms.CharField(label=_("Reconsideration organ or court"), max_length=200)
    number = forms.CharField(label=_("Number there"), max_length=80, required=False)
    filed_on = day_field(_("Filed on"))
    grounds = text_field(_("What the party says"), required=False, rows=3, longest=5000)


class AcceptForm(ActForm):
    accepted_on = day_field(_("Accepted on"))
    number = forms.CharField(label=_("Number there"), max_length=80, required=False)


class CopyForm(ActForm):
    copy_received_on = day_field(_("Copy received on"), help_text=_("From this day runs the time to answer."))
    course = open_choice(
        _("Course of the reconsideration"), RemedyCourse.choices, empty=_("a suit: it has no other course")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None and self.thing.kind == RemedyKind.LITIGATION:
            self.fields["course"].widget = forms.HiddenInput()


class AnswerForm(ActForm):
    answered_on = day_field(_("Handed in on"))
    answer_papers = text_field(
        _("What was handed in"),
        rows=3,
        longest=2000,
        help_text=_("The written answer, the evidence and the provisions that the decision rests on."),
    )
    answer_document: Any = forms.ModelChoiceField(
        label=_("Document of the answer"),
        queryset=Document.objects.none(),
        required=False,
        empty_label=_("none of this house"),
        help_text=_("Where it was issued here."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            found = Document.objects.visible_to(self.actor).filter(case=self.thing.case_id)
            self.offer("answer_document", found)


class OverForm(ActForm):
    ended_on = day_field(_("On"))
    reason = text_field(_("Reason, as far as it is known"), required=False, rows=2, longest=2000)


class ConcludeForm(ActForm):
    result = forms.ChoiceField(label=_("Outcome"), choices=RemedyResult.choices, widget=forms.RadioSelect)
    ended_on = day_field(_("Ruling of"))
    decision_number = forms.CharField(label=_("Number of the ruling"), max_length=80)
    ruling_received_on = day_field(
        _("Received by the party on"),
        required=False,
        help_text=_("After a reconsideration the party may sue for fifteen days from this day."),
    )
    reason = text_field(
        _("What the ruling found"),
        required=False,
        rows=4,
        longest=5000,
        help_text=_("Needed where the decision did not stand: the organ learns from it."),
    )


class StopExecutionForm(ActForm):
    stopped_on = day_field(_("Stopped from"))
    stop_ground = forms.ChoiceField(label=_("Why"), choices=StopGround.choices, widget=forms.RadioSelect)
    stop_reason = text_field(_("Reason, and the document"), rows=2, longest=2000)


class ResumeExecutionForm(ActForm):
    starts_empty = True
    resumed_on = day_field(_("Goes on from"))
    reason = text_field(_("Reason"), rows=2, longest=2000)


FILE_REMEDY = Act(
    "file_remedy",
    remedies.file_remedy,
    FileRemedyForm,
    _("Record a reconsideration or suit"),
    _("The party may seek either. Nothing may be held against it for that."),
    _("It is recorded."),
    permission=HANDLE,
)
REMEDY_ACTS = {
    act.name: act
    for act in (
        Act("accept", remedies.accept_remedy, AcceptForm, primary=True),
        Act("refuse", remedies.refuse_remedy, OverForm),
        Act(
            "conclude",
            remedies.conclude_remedy,
            ConcludeForm,
            intro=_("A decision that does not stand is withdrawn from publicity within three working days."),
            done=_("The outcome is recorded."),
            primary=True,
        ),
        Act("withdraw", remedies.withdraw_remedy, OverForm),
        Act(
            "receive_copy",
            remedies.receive_copy,
            CopyForm,
            _("Record that the copy arrived"),
            _("Ten working days to answer, five in the summary course; fifteen days for a suit."),
            _("The time to answer is running."),
            permission=HANDLE,
        ),
        Act(
            "answer",
            remedies.hand_in_answer,
            AnswerForm,
            _("Record the answer"),
            _("Without answer and evidence in time the decision counts as one without evidence."),
            _("The answer is recorded."),
            primary=True,
            permission=HANDLE,
        ),
        Act(
            "stop_execution",
            remedies.stop_execution,
            StopExecutionForm,
            _("Stop the execution"),
            _("A remedy alone does not stop it; the organ, the reconsideration organ or the court may."),
            permission=HANDLE,
        ),
        Act(
            "resume_execution",
            remedies.resume_execution,
            ResumeExecutionForm,
            _("Let the execution go on"),
            permission=HANDLE,
        ),
    )
}
WHILE_PENDING = frozenset({"answer", "receive_copy", "resume_execution", "stop_execution"})
