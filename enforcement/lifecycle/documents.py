"""A document from issue to correction, and a template from upload to retirement (Art. 6)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.rules.documents import obstacles_to_own_approval, obstacles_to_second_pdf
from enforcement.vocabulary import LetterState, TemplateState
from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone

HANDLE, APPROVE = Permission.CASE_HANDLE, Permission.TEMPLATE_APPROVE


DOCUMENT_LIFECYCLE = Lifecycle(
    noun="document",
    states=LetterState,
    transitions=(
        Transition(
            "correct", _("Issue a corrected version"), (LetterState.ISSUED,), LetterState.REPLACED, HANDLE, Article(6)
        ),
        Transition(
            "add_pdf", _("Print the PDF"), (LetterState.ISSUED,), LetterState.ISSUED, HANDLE, Article(6),
            rules=(obstacles_to_second_pdf,),
        ),
    ),
)  # fmt: skip

TEMPLATE_LIFECYCLE = Lifecycle(
    noun="template",
    states=TemplateState,
    transitions=(
        Transition(
            "approve", _("Approve the template"), (TemplateState.DRAFT,), TemplateState.APPROVED, APPROVE, Article(6),
            rules=(obstacles_to_own_approval,), tone=Tone.GOOD,
        ),
        Transition(
            "retire", _("Retire the template"), (TemplateState.APPROVED,), TemplateState.RETIRED, APPROVE, Article(6)
        ),
    ),
)  # fmt: skip
