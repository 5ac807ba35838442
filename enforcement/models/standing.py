"""How hearing and deliberation stand in a case, as the rules of deciding take them (Penalty Law, Art. 57-65)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from enforcement.rules.deliberation import DeliberationFacts
from enforcement.rules.hearings import HearingFacts
from enforcement.vocabulary import PENALISING


def hearing_facts(case: Any) -> HearingFacts:
    """The right to a hearing; whether it is due, the services say that know the rules of the field."""
    notice, hearing = getattr(case, "notice", None), getattr(case, "hearing", None)
    return HearingFacts(
        is_due=case.gives_hearing,
        was_told=bool(notice and notice.hearing_told),
        told_on=notice.served_on if notice else None,
        until=notice.hearing_until if notice else None,
        is_waived=bool(notice and notice.is_waived),
        state=hearing.state if hearing else "",
        ended_on=hearing.ended_on if hearing else None,
    )


def deliberation_facts(case: Any) -> DeliberationFacts:
    """Who has spoken, and what the decision needs."""
    decision, hearing = getattr(case, "decision", None), getattr(case, "hearing", None)
    crime = getattr(case, "crime_referral", None)
    reviews = sorted(case.reviews.all(), key=lambda review: review.pk)
    return DeliberationFacts(
        is_flagged=case.is_flagged,
        is_grave=case.is_complex or case.is_major,
        is_penal=case.outcome in PENALISING,
        penalty_kind=decision.penalty_kind if decision else "",
        outcome=case.outcome,
        hearing_state=hearing.state if hearing else "",
        heard_on=hearing.ended_on if hearing else None,
        review_opinion=reviews[-1].opinion if reviews else "",
        reviewed_on=timezone.localdate(reviews[-1].reviewed_at) if reviews else None,
        has_discussion=getattr(case, "discussion", None) is not None,
        crime_answer=crime.answer if crime else "",
    )
