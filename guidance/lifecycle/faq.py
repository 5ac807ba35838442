"""A frequent question from its proposal to its withdrawal (Art. 8 (4))."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from guidance.rules.faq import obstacles_to_publishing_answer
from guidance.vocabulary import FaqState as S

HANDLE, APPROVE, COUNSEL = Permission.GUIDANCE_HANDLE, Permission.GUIDANCE_APPROVE, Article(8, "4")

FAQ_LIFECYCLE = Lifecycle(
    noun="faq",
    states=S,
    transitions=(
        Transition("edit", _("Edit"), (S.PROPOSED,), S.PROPOSED, HANDLE, COUNSEL),
        Transition(
            "publish", _("Publish"), (S.PROPOSED,), S.PUBLISHED, APPROVE, COUNSEL,
            rules=(obstacles_to_publishing_answer,), tone=Tone.GOOD,
        ),
        Transition("discard", _("Discard the proposal"), (S.PROPOSED,), S.WITHDRAWN, HANDLE, COUNSEL),
        Transition("withdraw", _("Withdraw"), (S.PUBLISHED,), S.WITHDRAWN, APPROVE, COUNSEL),
    ),
)  # fmt: skip
FAQ_TONES = {S.PROPOSED: Tone.WATCH, S.PUBLISHED: Tone.GOOD, S.WITHDRAWN: Tone.NEUTRAL}
