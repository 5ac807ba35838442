"""A departure from an assessment, and its answer (Art. 10 para. 1; LEN-9)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from leniency.rules.choosing import LISTS, obstacles_to_answering_choice, obstacles_to_approving_choice
from leniency.vocabulary import ChoiceState as S

APPROVE, HANDLE = Permission.CASE_APPROVE, Permission.CASE_HANDLE
ARTICLE = Article(10, "1")

CHOICE_LIFECYCLE = Lifecycle(
    noun="leniency_choice",
    states=S,
    transitions=(
        Transition(
            "approve", _("Approve"), (S.ASKED,), S.APPROVED, APPROVE, ARTICLE, LISTS,
            (obstacles_to_approving_choice,), Tone.GOOD,
        ),
        Transition(
            "refuse", _("Refuse"), (S.ASKED,), S.REFUSED, APPROVE, ARTICLE, LISTS,
            (obstacles_to_answering_choice,),
        ),
        Transition("overtake", _("Take back"), (S.ASKED, S.APPROVED), S.OVERTAKEN, HANDLE, ARTICLE, LISTS),
        Transition("lapse", _("Lapse"), (S.ASKED, S.APPROVED), S.OVERTAKEN, HANDLE, ARTICLE, LISTS),
    ),
)  # fmt: skip
