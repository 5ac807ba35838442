"""What the file gives for the public text of a penalty, with what is private masked (PUB-2; Penalty Law, Art. 50)."""

from __future__ import annotations

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from enforcement.models import Case
from enforcement.rules.public_texts import masked
from enforcement.vocabulary import CrimeAnswer, PenaltyKind
from enforcement.vocabulary.publicity import Concern
from foundation.wording import money_text

ADULT = 18
WRITTEN_IN = "zh-hans"


def drafted_text(case: Case) -> dict[str, Any]:
    """What the file gives for a public text: masked, and never with a number or an address of a person."""
    private = case.private_details()
    with translation.override(WRITTEN_IN):
        party = party_of(case)
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


def party_of(case: Case) -> str:
    """How the party of a case is named in public."""
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
