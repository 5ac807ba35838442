"""What is typed into a frequent question (Art. 8 (4))."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.forms.steps import ReasonForm
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
