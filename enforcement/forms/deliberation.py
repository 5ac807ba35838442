"""Asking for review, the minute of a discussion, and suspected crime (Penalty Law, Art. 27, 57, 58)."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.case_intake import ReasonForm
from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.models import Officer
from enforcement.services import cases
from enforcement.vocabulary import CrimeAnswer
from foundation.acts import Act, ActForm
from foundation.permissions import Permission

HANDLE, APPROVE = Permission.CASE_HANDLE, Permission.CASE_APPROVE
TOGETHER = 2
_ANSWERS = [c for c in CrimeAnswer.choices if c[0] != CrimeAnswer.WAITING]


class Fresh(ActForm):
    """A form that starts empty, its days on today."""

    starts_empty = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name.endswith("_on"):
                field.initial = timezone.localdate(self.at)


class AskReviewForm(Fresh):
    note = text_field(_("What was corrected, or is asked"), rows=3, longest=2000, required=False)


class DiscussionForm(Fresh):
    held_on = day_field(_("Held on"))
    chair: Any = forms.ModelChoiceField(
        label=_("Chair"), queryset=Officer.objects.none(), empty_label=_("Choose one")
    )
    members: Any = forms.ModelMultipleChoiceField(
        label=_("Members"),
        queryset=Officer.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Everybody who took part, with the chair."),
    )
    opinions = text_field(_("Opinions, member by member"), help_text=_("Dissent too, with its reasons."))
    conclusion = text_field(_("Conclusion"), rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = Officer.objects.active().filter(organ_id=self.actor.organ_id)
        for name in ("chair", "members"):
            cast("Any", self.fields[name]).queryset = staff

    def clean_members(self) -> list[Officer]:
        members = list(self.cleaned_data["members"])
        if len(members) < TOGETHER:
            raise ValidationError(_("Together means at least two."), code="too_few")
        return members


class SuspectCrimeForm(Fresh):
    facts_suspected = text_field(_("What suggests a crime"))
    body = forms.CharField(label=_("Sent to"), max_length=200)
    sent_on = day_field(_("Sent on"))


class AnswerCrimeForm(Fresh):
    answer = forms.ChoiceField(label=_("Answer"), choices=_ANSWERS, widget=forms.RadioSelect)
    answered_on = day_field(_("Answered on"))
    answer_note = text_field(_("What was answered"), rows=3, required=False)


DELIBERATION_ACTS = (
    Act(
        "ask_review",
        cases.ask_review,
        AskReviewForm,
        _("Ask for legal review"),
        _("The reviewers are told, and have the time that the rules of the field give them."),
        _("The reviewers are told."),
        permission=HANDLE,
    ),
    Act(
        "extend_review",
        cases.extend_review,
        ReasonForm,
        _("Grant more time for the review"),
        _("Once, for special circumstances, where the rules of the field have it; not by who reviews."),
        _("The reviewers are told of the new day."),
        permission=APPROVE,
    ),
    Act(
        "record_discussion",
        cases.record_discussion,
        DiscussionForm,
        _("Record the collective discussion"),
        _("A complex or major case is punished only after the heads have discussed it together."),
        permission=APPROVE,
    ),
    Act(
        "suspect_crime",
        cases.suspect_crime,
        SuspectCrimeForm,
        _("Refer a suspected crime"),
        _("What may be a crime goes to the judicial organ; a fine does not take its place."),
        permission=HANDLE,
    ),
    Act(
        "answer_crime",
        cases.answer_crime,
        AnswerCrimeForm,
        _("Record the answer to the referral"),
        permission=HANDLE,
    ),
)
