"""A training from plan to held, with those who attended (Art. 7)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.rules.training import obstacles_to_empty_training
from enforcement.vocabulary import TrainingState as S
from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone

EDIT, LEARNING = Permission.TRAINING_EDIT, Article(7)

TRAINING_LIFECYCLE = Lifecycle(
    noun="training",
    states=S,
    transitions=(
        Transition(
            "hold", _("Close as held"), (S.PLANNED,), S.HELD, EDIT, LEARNING,
            rules=(obstacles_to_empty_training,), tone=Tone.GOOD,
        ),
        Transition("cancel", _("Cancel the training"), (S.PLANNED,), S.CANCELLED, EDIT, LEARNING),
    ),
)  # fmt: skip
