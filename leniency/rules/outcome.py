"""What comes of all grounds and entries together, and what stays in spite of it (Penalty Law, Art. 28-37)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from enforcement.vocabulary import Harm
from leniency.rules.correcting import nothing_to_correct
from leniency.rules.facts import CaseFacts
from leniency.rules.grounds import GroundResult
from leniency.vocabulary import (
    MILDNESS,
    SPARING,
    Ground,
    Obligation,
    Surviving,
    Treatment,
    Verdict,
)

S, T = Surviving, Treatment


@dataclass(frozen=True, slots=True)
class Lead:
    """A way to leniency: an entry or a ground, how sure it is, and what would make it sure."""

    treatment: Treatment
    verdict: Verdict
    missing: tuple[str, ...] = ()
    is_entry: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """``could_be`` is the best that may still turn out, when that is better than what is certain."""

    outcome: Treatment
    could_be: Treatment | None
    missing: tuple[str, ...]
    off_list: bool


def weigh(leads: Iterable[Lead]) -> Weighed:
    """The most favourable that holds for certain; unknown when only something uncertain is milder."""
    leads = tuple(leads)
    certain = mildest(lead.treatment for lead in leads if lead.verdict == Verdict.HOLDS)
    open_leads = [
        lead for lead in leads if lead.verdict == Verdict.UNKNOWN and milder(lead.treatment, certain)
    ]
    could_be = mildest(lead.treatment for lead in open_leads) if open_leads else None
    nothing_yet = certain == T.ORDINARY and could_be is not None
    listed = any(lead.is_entry and lead.verdict == Verdict.HOLDS for lead in leads)
    return Weighed(
        outcome=T.UNKNOWN if nothing_yet else certain,
        could_be=could_be,
        missing=tuple(dict.fromkeys(name for lead in open_leads for name in lead.missing)),
        off_list=certain != T.ORDINARY and not listed,
    )


def mildest(treatments: Iterable[Treatment]) -> Treatment:
    """The most favourable of them; ordinary when there is none."""
    return min(treatments, key=MILDNESS.index, default=T.ORDINARY)


def milder(one: Treatment, other: Treatment) -> bool:
    return MILDNESS.index(one) < MILDNESS.index(other)


def surviving(facts: CaseFacts, grounds: Iterable[GroundResult]) -> tuple[Surviving, ...]:
    """What stays whatever is spared: correction, what was gained unlawfully, guardians, harm to others."""
    holding = [g for g in grounds if g.verdict == Verdict.HOLDS]
    found = {S(code) for g in holding if g.law for code in g.law.survives}
    if not nothing_to_correct(facts):
        found.add(S.ORDER_TO_CORRECT)
    if facts.unlawful_gain and facts.kept_gain != 0:
        found.add(S.CONFISCATION)
    if any(g.ground == Ground.CHILD for g in holding):
        found.add(S.GUARDIAN_DISCIPLINE)
    if any(g.ground == Ground.INCAPABLE for g in holding):
        found.add(S.GUARDIAN_CARE)
    if facts.harm and facts.harm != Harm.NONE:
        found.add(S.CIVIL_LIABILITY)
    return tuple(code for code in S if code in found)


def obligations(facts: CaseFacts, outcome: Treatment) -> tuple[Obligation, ...]:
    """What goes with leniency; who is not penalised is educated (Penalty Law, Art. 33(3))."""
    if outcome in (T.ORDINARY, T.UNKNOWN):
        return ()
    correctable = not nothing_to_correct(facts)
    wanted = {
        Obligation.ORDER_TO_CORRECT: correctable,
        Obligation.EDUCATION: outcome in SPARING,
        Obligation.COMMITMENT: outcome == T.MAY_NOT_PENALISE,
        Obligation.RECHECK: correctable,
        Obligation.RETURN_VISIT: outcome in SPARING,
    }
    return tuple(code for code, applies in wanted.items() if applies)
