"""A case from clue to archive (Art. 3, 5, 6, 10; Penalty Law, Art. 54-66)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.rules.cases import (
    obstacles_to_acting_on_site,
    obstacles_to_closing,
    obstacles_to_competence,
    obstacles_to_deciding,
    obstacles_to_investigated,
)
from enforcement.vocabulary import CaseState as S
from foundation.articles import PENALTY, Article, Citation
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone

HANDLE, APPROVE, REVIEW = Permission.CASE_HANDLE, Permission.CASE_APPROVE, Permission.CASE_REVIEW

CASE_LIFECYCLE = Lifecycle(
    noun="case",
    states=S,
    transitions=(
        Transition(
            "file",
            _("File the case"),
            (S.CLUE,),
            S.FILED,
            HANDLE,
            Article(6),
            Citation(PENALTY, "54"),
            (obstacles_to_competence,),
            Tone.INFO,
        ),
        Transition(
            "decline_filing",
            _("Do not file"),
            (S.CLUE,),
            S.NOT_FILED,
            APPROVE,
            Article(10, "1"),
            Citation(PENALTY, "33, 54"),
        ),
        Transition(
            "investigate",
            _("Conclude the investigation"),
            (S.FILED,),
            S.INVESTIGATED,
            HANDLE,
            Article(6),
            Citation(PENALTY, "42, 46, 54"),
            (obstacles_to_investigated,),
            Tone.INFO,
        ),
        Transition(
            "assess",
            _("Conclude the leniency assessment"),
            (S.INVESTIGATED,),
            S.ASSESSED,
            HANDLE,
            Article(10, "1"),
            Citation(PENALTY, "32-33"),
            (),
            Tone.INFO,
        ),
        Transition(
            "notify",
            _("Serve the prior notice"),
            (S.ASSESSED,),
            S.NOTIFIED,
            HANDLE,
            Article(6),
            Citation(PENALTY, "44"),
            (obstacles_to_acting_on_site,),
            Tone.INFO,
        ),
        Transition(
            "decide",
            _("Decide"),
            (S.ASSESSED, S.NOTIFIED),
            S.DECIDED,
            APPROVE,
            Article(5),
            Citation(PENALTY, "57"),
            (obstacles_to_deciding,),
            Tone.INFO,
        ),
        Transition(
            "carry_out",
            _("Record the execution"),
            (S.DECIDED,),
            S.CARRIED_OUT,
            HANDLE,
            Article(3),
            Citation(PENALTY, "66"),
            (),
            Tone.GOOD,
        ),
        Transition(
            "close",
            _("Close the case"),
            (S.DECIDED, S.CARRIED_OUT),
            S.CLOSED,
            APPROVE,
            Article(3),
            "",
            (obstacles_to_closing,),
            Tone.GOOD,
        ),
        Transition("archive", _("Archive the file"), (S.CLOSED,), S.ARCHIVED, HANDLE, Article(4)),
    ),
)
