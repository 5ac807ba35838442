"""What is typed about single questions and suggestions (Art. 8 (4), (5))."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.models import CounselQuestion, SuggestionItem
from guidance.services import adopting, questions
from guidance.vocabulary import Adoption

HANDLE = Permission.GUIDANCE_HANDLE
BASIS = _("Provisions it rests on")


class OfPoint(ActForm):
    """Nothing is stored in the action itself, so nothing of it is suggested."""

    starts_empty = True


class AnswerQuestionForm(OfPoint):
    question = forms.ModelChoiceField(label=_("Question"), queryset=CounselQuestion.objects.none())
    answer = text_field(_("Answer"), rows=4)
    basis = forms.CharField(label=BASIS, max_length=300, required=False)
    answered_on = day_field(_("Answered on"), required=False, help_text=_("Left empty, it is today."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("question", self.thing.questions.open())
            self.fields["question"].empty_label = None  # type: ignore[attr-defined]


class AddQuestionForm(OfPoint):
    question = text_field(_("Question"), rows=2)
    answer = text_field(_("Answer"), rows=4, required=False, help_text=_("May follow later."))
    basis = forms.CharField(label=BASIS, max_length=300, required=False)


class AdoptionForm(OfPoint):
    item = forms.ModelChoiceField(label=_("Suggestion"), queryset=SuggestionItem.objects.none())
    adopted = forms.ChoiceField(label=_("Adopted"), choices=Adoption.choices)
    adopted_on = day_field(_("Feedback on"))
    note = text_field(_("What was done, or why not"), rows=3, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["adopted_on"].initial = timezone.localdate(self.at)
        if self.thing is not None:
            self.offer("item", self.thing.suggestion_items.all())
            self.fields["item"].empty_label = None  # type: ignore[attr-defined]


QUESTION_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        Act(
            "answer_question",
            questions.answer_question,
            AnswerQuestionForm,
            _("Answer a question"),
            permission=HANDLE,
        ),
        Act("add_question", questions.add_question, AddQuestionForm, _("Add a question"), permission=HANDLE),
    )
}
SUGGESTION_ACTS: dict[str, Act] = {
    "record_adoption": Act(
        "record_adoption",
        adopting.record_adoption,
        AdoptionForm,
        _("Record the feedback to one suggestion"),
        permission=HANDLE,
    )
}
