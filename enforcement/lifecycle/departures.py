"""A request to leave the discretion benchmark, and its answer (Penalty Law, Art. 34)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.rules.departures import (
    BENCHMARK,
    obstacles_to_answering_departure,
    obstacles_to_approving_departure,
)
from enforcement.vocabulary import DepartureState as S
from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone

APPROVE = Permission.CASE_APPROVE

DEPARTURE_LIFECYCLE = Lifecycle(
    noun="departure",
    states=S,
    transitions=(
        Transition(
            "approve", _("Approve"), (S.ASKED,), S.APPROVED, APPROVE, Article(5), BENCHMARK,
            (obstacles_to_approving_departure,), Tone.GOOD,
        ),
        Transition(
            "refuse", _("Refuse"), (S.ASKED,), S.REFUSED, APPROVE, Article(5), BENCHMARK,
            (obstacles_to_answering_departure,),
        ),
    ),
)  # fmt: skip
