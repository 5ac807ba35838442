"""Drafting the public text from the case, with what is private masked (PUB-2; Penalty Law, Art. 48, 50)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from enforcement.models import Case, Publication
from enforcement.rules.public_texts import masked
from enforcement.services.cases.base import officer_of
from enforcement.services.publicity.base import taking_text
from enforcement.services.publicity.requiring import publish_by
from enforcement.services.publicity.watching import tell_heads
from enforcement.vocabulary import CrimeAnswer, PenaltyKind
from enforcement.vocabulary.publicity import Concern
from foundation.actors import Actor
from foundation.wording import money_text

ADULT = 18
WRITTEN_IN = "zh-hans"


def draft_text(
    publication_id: int,
    *,
    by: Actor,
    at: datetime,
    party: str,
    violation: str,
    basis: str,
    result: str,
    concerns: list[str] | None = None,
    masking: str = "",
    expected: int | None = None,
) -> Publication:
    """Write the public text, or write it anew; the heads are told that it waits for them."""
    with taking_text(publication_id, "draft", by=by, at=at, expected=expected) as row:
        write_text(row, party=party, violation=violation, basis=basis, result=result)
        row.concerns, row.masking = concerns or [], masking
        row.drafted_by, row.drafted_on = officer_of(by), timezone.localdate(at)
    tell_heads(row, "publicity:to_approve", at=at, day=row.publish_by or row.decided_on)
    return row


def redraft(publication_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Publication:
    """Begin anew after the withdrawal of a decision that was changed; raises Refused for any other."""
    today = timezone.localdate(at)
    with taking_text(publication_id, "redraft", by=by, at=at, expected=expected) as row:
        row.redrafted_on, row.publish_by = today, publish_by(today)
        row.published_on = row.until_on = row.withdraw_by = None
        row.approved_by = row.approved_on = None
    return row


def write_text(row: Publication, **texts: str) -> None:
    for name, text in texts.items():
        setattr(row, name, text.strip())


def drafted_text(case: Case) -> dict[str, Any]:
    """What the file gives for a public text: masked, and never with a number or an address of a person."""
    private = case.private_details()
    with translation.override(WRITTEN_IN):
        party = _party_of(case)
        names = {case.counterpart.name: party} if case.counterpart.is_citizen else {}
        violation = masked(case.facts_found or case.decision.reasons, private, names=names)
        basis = masked("；".join(filter(None, (case.matter.violated, case.matter.basis))), private, names={})
        result = masked(_result_of(case), private, names=names)
    return {
        "party": party,
        "violation": violation,
        "basis": basis,
        "result": result,
        "concerns": concerns_of(case),
    }


def concerns_of(case: Case) -> list[str]:
    """What the file itself knows to be private; the rest is for who drafts."""
    known = getattr(case, "circumstances", None)
    referral = getattr(case, "crime_referral", None)
    is_minor = known is not None and known.party_age is not None and known.party_age < ADULT
    is_crime = referral is not None and referral.answer != CrimeAnswer.RETURNED
    return [*([Concern.MINOR.value] if is_minor else []), *([Concern.CRIME.value] if is_crime else [])]


def _party_of(case: Case) -> str:
    if Concern.MINOR in concerns_of(case):
        return _("a minor, not named")
    return case.counterpart.public_name


def _result_of(case: Case) -> str:
    """The kind of penalty, its amount, and what is to be corrected."""
    decision = case.decision
    kind = str(PenaltyKind(decision.penalty_kind).label) if decision.penalty_kind else ""
    fine = _("fine of %(amount)s") % {"amount": money_text(decision.fine)} if decision.fine else ""
    first = (
        fine if decision.penalty_kind == PenaltyKind.FINE and fine else "，".join(filter(None, (kind, fine)))
    )
    return pgettext("between parts of a decision", "; ").join(
        filter(None, (first, decision.correction_order))
    )
