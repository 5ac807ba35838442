"""A case from clue to archive (Art. 3, 5, 6, 10; Penalty Law, Art. 54-66)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from enforcement.rules.cases import (
    obstacles_to_acting_on_site,
    obstacles_to_carrying_out,
    obstacles_to_closing,
    obstacles_to_closing_holding,
    obstacles_to_competence,
    obstacles_to_investigated,
    obstacles_to_unshown_certificates,
)
from enforcement.rules.decisions import obstacles_to_deciding
from enforcement.rules.filing import obstacles_to_filing, obstacles_to_late_filing, obstacles_to_not_filing
from enforcement.rules.notices import obstacles_to_notifying
from enforcement.rules.summary import obstacles_to_closing_unfiled, obstacles_to_deciding_on_spot
from enforcement.vocabulary import OPEN_STATES, UNDECIDED
from enforcement.vocabulary import CaseState as S
from foundation.articles import PENALTY, Article, Citation
from foundation.lifecycle import Lifecycle, Transition
from foundation.obstacles import Obstacle
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
            (obstacles_to_competence, obstacles_to_filing, obstacles_to_late_filing),
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
            (obstacles_to_not_filing, obstacles_to_late_filing),
        ),
        Transition(
            "decide_on_spot",
            _("Decide on the spot"),
            (S.CLUE,),
            S.DECIDED,
            HANDLE,
            Article(6),
            Citation(PENALTY, "51, 52"),
            (obstacles_to_competence, obstacles_to_deciding_on_spot),
            Tone.INFO,
        ),
        Transition(
            "investigate",
            _("Conclude the investigation"),
            (S.FILED,),
            S.INVESTIGATED,
            HANDLE,
            Article(6),
            Citation(PENALTY, "42, 46, 54"),
            (obstacles_to_investigated, obstacles_to_unshown_certificates),
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
            (obstacles_to_acting_on_site, obstacles_to_notifying),
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
            (obstacles_to_carrying_out,),
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
            (obstacles_to_closing, obstacles_to_closing_unfiled, obstacles_to_closing_holding),
            Tone.GOOD,
        ),
        Transition("archive", _("Archive the file"), (S.CLOSED,), S.ARCHIVED, HANDLE, Article(4)),
    ),
)

STATES_OF_ACT: dict[str, tuple[S, ...]] = {
    "apply_recusal": OPEN_STATES,
    "decide_recusal": OPEN_STATES,
    "add_evidence": (S.CLUE, *UNDECIDED, S.DECIDED, S.CARRIED_OUT),
    "answer_crime": (*UNDECIDED, S.DECIDED),
    "answer_hardship": (S.DECIDED,),
    "apply_hardship": (S.DECIDED,),
    "arrange_hearing": (S.NOTIFIED,),
    "ask_court": (S.DECIDED,),
    "bank_money": (S.DECIDED, S.CARRIED_OUT),
    "ask_review": (S.INVESTIGATED, S.ASSESSED, S.NOTIFIED),
    "demand_performance": (S.DECIDED,),
    "extend_review": (S.INVESTIGATED, S.ASSESSED, S.NOTIFIED),
    "extend_verification": (S.CLUE,),
    "hold_hearing": (S.NOTIFIED,),
    "record_court_answer": (S.DECIDED,),
    "record_crime_receipt": (*UNDECIDED, S.DECIDED),
    "record_payment": (S.DECIDED, S.CARRIED_OUT),
    "record_discussion": (S.INVESTIGATED, S.ASSESSED, S.NOTIFIED),
    "request_hearing": (S.NOTIFIED,),
    "suspect_crime": UNDECIDED,
    "withdraw_hearing": (S.NOTIFIED,),
    "approve_preservation": UNDECIDED,
    "end_preservation": (*UNDECIDED, S.DECIDED, S.CARRIED_OUT),
    "hand_evidence": (S.CLUE, *UNDECIDED, S.DECIDED, S.CARRIED_OUT),
    "lapse_preservation": (*UNDECIDED, S.DECIDED, S.CARRIED_OUT),
    "preserve_evidence": UNDECIDED,
    "record_monitoring": (S.CLUE, *UNDECIDED),
    "record_process": (S.CLUE, *UNDECIDED, S.DECIDED, S.CARRIED_OUT),
    "verify_evidence": (S.CLUE, *UNDECIDED),
    "assign_handlers": (S.CLUE, *UNDECIDED, S.DECIDED),
    "ask_departure": (S.INVESTIGATED, S.ASSESSED, S.NOTIFIED),
    "ask_extension": UNDECIDED,
    "edit": (S.CLUE, S.FILED, S.INVESTIGATED, S.ASSESSED),
    "file_remedy": (S.DECIDED, S.CARRIED_OUT, S.CLOSED, S.ARCHIVED),
    "flag": OPEN_STATES,
    "hand_in_money": (S.DECIDED, S.CARRIED_OUT),
    "hand_in": (S.DECIDED, S.CARRIED_OUT),
    "issue_document": (*UNDECIDED, S.DECIDED, S.CARRIED_OUT),
    "open_publicity": (S.DECIDED, S.CARRIED_OUT, S.CLOSED),
    "record_circumstances": OPEN_STATES,
    "record_defence": (S.NOTIFIED,),
    "review": (S.INVESTIGATED, S.ASSESSED, S.NOTIFIED),
    "stop_clock": UNDECIDED,
    "serve_decision": (S.DECIDED, S.CARRIED_OUT),
    "serve_paper": (S.NOTIFIED, S.DECIDED, S.CARRIED_OUT),
}
"""Acts that leave the state as it is, and the states in which they make sense."""


def obstacles_to_act(act: str, state: str) -> Iterator[Obstacle]:
    """An obstacle when ``act`` makes no sense in ``state``: what was told or decided stays as it was."""
    if state not in STATES_OF_ACT[act]:
        yield Obstacle(
            code="case:wrong_state",
            message=_("Not possible in the present state: “%(state)s”.") % {"state": S(state).label},
            article=Article(6),
            next_step=_("Open the page again to see what can be done now."),
        )
