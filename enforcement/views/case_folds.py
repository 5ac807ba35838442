"""Which parts of the page of a case stand open, state by state, and what a folded part says of itself (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enforcement.models import Case
from enforcement.vocabulary import CaseState, CrimeAnswer, HearingState, Outcome
from foundation.wording import day_text

S = CaseState
WORKED_ON: dict[str, frozenset[str]] = {
    S.CLUE: frozenset({"facts", "evidence", "circumstances", "guidance"}),
    S.NOT_FILED: frozenset({"filing", "guidance", "leniency"}),
    S.FILED: frozenset({"facts", "evidence", "records", "circumstances", "guidance"}),
    S.INVESTIGATED: frozenset(
        {"circumstances", "leniency", "reviews", "discretion", "guidance", "comparable"}
    ),
    S.ASSESSED: frozenset({"leniency", "reviews", "discussion", "discretion", "comparable"}),
    S.NOTIFIED: frozenset({"notice", "hearing", "reviews", "discussion", "discretion", "comparable"}),
    S.DECIDED: frozenset({"decision", "execution", "remedies", "visits"}),
    S.CARRIED_OUT: frozenset({"decision", "execution", "remedies", "file", "visits"}),
    S.CLOSED: frozenset({"decision", "remedies", "file", "visits"}),
    S.ARCHIVED: frozenset({"decision", "timeline"}),
}
PARTS = (
    "facts", "filing", "evidence", "records", "circumstances", "leniency", "coercion", "notice", "hearing", "reviews",
    "discussion", "crime", "discretion", "decision", "execution", "remedies", "guidance", "timeline", "rules",
    "file", "visits", "comparable",
)  # fmt: skip
PENDING_HEARING = (HearingState.REQUESTED, HearingState.ARRANGED)


def unfolded(case: Case, here: dict[str, Any]) -> frozenset[str]:
    """The parts in which something is to be done now; what is past or empty is folded, one touch away."""
    hearing, crime = getattr(case, "hearing", None), getattr(case, "crime_referral", None)
    more = {
        "hearing": hearing is not None and hearing.state in PENDING_HEARING,
        "crime": crime is not None and crime.answer == CrimeAnswer.WAITING,
        "reviews": getattr(case, "review_due", None) is not None,
        "remedies": getattr(case, "answer_due", None) is not None,
        "execution": bool(getattr(case, "holds_money", False)),
        "coercion": bool(getattr(case, "has_coercion", False)),
        "decision": "hand_in" in here,
        "leniency": case.outcome == Outcome.NO_PENALTY and case.state in (S.DECIDED, S.CARRIED_OUT),
    }
    return WORKED_ON[S(case.state)] | {part for part, waits in more.items() if waits}


def notes_of(case: Case) -> dict[str, str]:
    """In a few words what a part holds, for who reads only its head."""
    notice, decision = getattr(case, "notice", None), getattr(case, "decision", None)
    hearing, crime = getattr(case, "hearing", None), getattr(case, "crime_referral", None)
    reviews = sorted(case.reviews.all(), key=lambda review: review.pk)
    discussion = getattr(case, "discussion", None)
    found = {
        "facts": case.place,
        "filing": day_text(case.filed_on) if case.filed_on else "",
        "evidence": _pieces(len(case.evidence.all())),
        "circumstances": "" if getattr(case, "circumstances", None) else _("nothing known yet"),
        "notice": day_text(notice.served_on) if notice else "",
        "hearing": hearing.get_state_display() if hearing else "",
        "reviews": reviews[-1].get_opinion_display() if reviews else "",
        "discussion": day_text(discussion.held_on) if discussion else "",
        "crime": crime.get_answer_display() if crime else "",
        "decision": f"{decision.get_outcome_display()} · {day_text(decision.decided_on)}" if decision else "",
        "execution": day_text(case.carried_out_on) if case.carried_out_on else "",
    }
    return {part: str(found.get(part) or "") for part in PARTS}


def _pieces(number: int) -> str:
    return ngettext("%(number)s piece", "%(number)s pieces", number) % {"number": number}
