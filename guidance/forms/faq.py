"""What is typed into a frequent question (Art. 8 (4))."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.forms.steps import ReasonForm
from guidance.models import CounselQuestion
from guidance.services import faq


class AnswerForm(ActForm):
    question_zh = forms.CharField(label=_("Question (Chinese)"), max_length=300)
    question_en = forms.CharField(label=_("Question (English)"), max_length=300, required=False)
    answer_zh = text_field(
        _("Answer (Chinese)"), rows=5, help_text=_("Without a name, an address or anything of who asked.")
    )
    answer_en = text_field(_("Answer (English)"), rows=5, required=False)
    basis = forms.CharField(
        label=_("Provisions it rests on"),
        max_length=300,
        help_text=_("Name and article; texts are not copied."),
    )


class ProposeForm(AnswerForm):
    """Begins with the words of one question, and of its answer, when the address names it."""

    asked = forms.ModelChoiceField(
        label=_("Question it comes from"), queryset=CounselQuestion.objects.none(), required=False
    )
    field_order = ("asked",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("asked", self.thing.questions.answered())
            self._begin_with(str(self.initial.get("asked") or ""))

    def _begin_with(self, key: str) -> None:
        row = next((one for one in self.thing.points if str(one.pk) == key and one.answered_on), None)
        if row is not None:
            told = {"question_zh": row.question[:300], "answer_zh": row.answer}
            self.initial.update({**told, "basis": row.basis or self.initial.get("basis", "")})

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        detail = thing.detail
        return {
            "question_zh": getattr(detail, "question", "")[:300],
            "answer_zh": getattr(detail, "answer", ""),
            "basis": thing.basis[:300],
        }


PROPOSE_FAQ = Act(
    "propose_faq",
    faq.propose_answer,
    ProposeForm,
    _("Offer it as a frequent question"),
    _("A head publishes it. Leave out whatever tells who asked."),
    _("Proposed. A head publishes it for everybody."),
    permission=Permission.GUIDANCE_HANDLE,
)
FAQ_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        Act("publish", faq.publish_answer, done=_("Everybody can read it now."), primary=True),
        Act("edit", faq.edit_answer, AnswerForm),
        Act("discard", faq.discard_answer),
        Act("withdraw", faq.withdraw_answer, ReasonForm),
    )
}
