"""A list from draft to repeal: opinions, legality, collective decision, publication (Art. 10 para. 1)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from leniency.rules.publishing import (
    obstacles_to_adding_nothing,
    obstacles_to_approving,
    obstacles_to_content,
    obstacles_to_publishing,
    obstacles_to_reviewing,
)
from leniency.vocabulary import ListState as S

EDIT, PUBLISH = Permission.LENIENCY_EDIT, Permission.LENIENCY_PUBLISH
ARTICLE = Article(10, "1")

LIST_LIFECYCLE = Lifecycle(
    noun="leniency_list",
    states=S,
    transitions=(
        Transition(
            name="seek_opinions",
            label=_("Ask for opinions"),
            sources=(S.DRAFT,),
            target=S.OPINIONS,
            permission=EDIT,
            article=ARTICLE,
            rules=(obstacles_to_content,),
            tone=Tone.INFO,
        ),
        Transition(
            name="review",
            label=_("Give the opinion on legality"),
            sources=(S.OPINIONS,),
            target=S.REVIEWED,
            permission=EDIT,
            article=ARTICLE,
            rules=(obstacles_to_content, obstacles_to_reviewing),
            tone=Tone.INFO,
        ),
        Transition(
            name="return_to_draft",
            label=_("Return to the draft"),
            sources=(S.OPINIONS, S.REVIEWED, S.APPROVED),
            target=S.DRAFT,
            permission=EDIT,
            article=ARTICLE,
            tone=Tone.WATCH,
        ),
        Transition(
            name="approve",
            label=_("Record the collective decision"),
            sources=(S.REVIEWED,),
            target=S.APPROVED,
            permission=PUBLISH,
            article=ARTICLE,
            rules=(obstacles_to_content, obstacles_to_approving),
            tone=Tone.INFO,
        ),
        Transition(
            name="publish",
            label=_("Publish"),
            sources=(S.APPROVED,),
            target=S.PUBLISHED,
            permission=PUBLISH,
            article=ARTICLE,
            rules=(obstacles_to_content, obstacles_to_publishing, obstacles_to_adding_nothing),
            tone=Tone.GOOD,
        ),
        Transition(
            name="repeal",
            label=_("Repeal"),
            sources=(S.PUBLISHED,),
            target=S.REPEALED,
            permission=PUBLISH,
            article=ARTICLE,
            tone=Tone.BAD,
        ),
    ),
)
