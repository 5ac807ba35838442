"""Which step comes next on the ladder: the mildest that can suffice, with its reasons (Art. 3, 5, 8).

The counterpart's answer is no input: what was declined counts like what was never given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import Harm
from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from guidance.vocabulary import RUNG_OF, Effect, Prong, Rung

ORDER = (Rung.TIP, Rung.HELP, Rung.EXHORT, Rung.INTERVIEW, Rung.CASE)
LITTLE_HARM = (Harm.NONE, Harm.SLIGHT)

DECIDED = _("The decision is taken: a return visit secures what was achieved.")
ESTABLISHED = _(
    "A violation is established: it is decided, with or without penalty. Guidance goes along with it."
)
RUNNING = _("Guidance is under way: see what it achieves first.")
WORKED = _("What was tried was effective, and nothing has come up again: no further step is needed now.")
NOTHING_TRIED = _("Nothing was tried yet: begin with the mildest step.")
PARTLY_WORKED = _("What was tried was partly effective: help with what is left.")
FAILED = _("“%(rung)s” was tried without effect: the next step is a firmer one.")
DANGER = _("Life, health or public safety is endangered: a tip would not suffice.")
EVIDENT_HARM = _("The harm is evident: a tip would not suffice.")
MAY_WORSEN = _("An exhortation named harm or escalation that may come: it does not go back to a tip.")
AGAIN = _("The same matter came up before within a year: the step is firmer than the first time.")
OFTEN = _("The same matter came up several times within a year: talk it over in person.")


@dataclass(frozen=True, slots=True)
class Tried:
    """Guidance that was issued: its way, and its effect once it was concluded."""

    way: str
    effect: str = ""


@dataclass(frozen=True, slots=True)
class LadderFacts:
    """What the next step turns on; unknown harm is no harm and no danger."""

    tried: tuple[Tried, ...] = ()
    recurrences: int = 0
    prong: str = ""
    harm: str = ""
    endangers_safety: bool | None = None
    is_established: bool = False
    is_decided: bool = False


@dataclass(frozen=True, slots=True)
class PenaltyFacts:
    """A penalty that is about to be notified."""

    harm: str = ""
    endangers_safety: bool | None = None
    is_flagged: bool = False
    was_guided: bool = False
    was_met_before: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """The next step, or none, with the reasons for it."""

    rung: Rung | None
    reasons: tuple[Any, ...]


def next_step(facts: LadderFacts) -> Proposal:
    """The mildest sufficient step after what was tried: its effect, recurrence, prong and what is established."""
    if facts.is_decided:
        return Proposal(Rung.VISIT, (DECIDED,))
    if facts.is_established:
        return Proposal(Rung.CASE, (ESTABLISHED,))
    if any(not tried.effect for tried in facts.tried):
        return Proposal(None, (RUNNING,))
    step, why = _after(facts)
    floor, reasons = _floor(facts)
    if step is None and floor is Rung.TIP:
        return Proposal(None, (why,))
    rung = max(step or Rung.TIP, floor, key=ORDER.index)
    told = (why, *reasons) if rung == step else reasons
    return Proposal(rung, told)


def guidance_could_suffice(facts: PenaltyFacts) -> bool:
    """Whether it is known that the harm is little and nothing is in danger; what is unknown holds nothing up."""
    return facts.harm in LITTLE_HARM and not facts.endangers_safety and not facts.is_flagged


def obstacles_to_passing_over_guidance(facts: PenaltyFacts) -> Iterator[Obstacle]:
    """Milder means come first where they can suffice; a reason is asked for, and a due penalty is never held up."""
    if guidance_could_suffice(facts) and not facts.was_guided and not facts.was_met_before:
        yield Obstacle(
            code="GUI-22",
            message=_(
                "No guidance came before this penalty, though the harm is little and the party is new to the organ."
            ),
            article=Article(5),
            severity=Severity.WARN,
            next_step=_(
                "Say why guidance would not have sufficed: the reason goes to the head, the penalty goes on."
            ),
        )


def _after(facts: LadderFacts) -> tuple[Rung | None, Any]:
    """The step that what was tried leads to, and why; none where it sufficed."""
    tried = [one for one in facts.tried if one.way in RUNG_OF]
    if not tried:
        return Rung.TIP, NOTHING_TRIED
    last = tried[-1]
    highest = max((RUNG_OF[one.way] for one in tried), key=ORDER.index)
    if last.effect == Effect.EFFECTIVE:
        return None, WORKED
    if last.effect == Effect.PARTLY:
        return max(RUNG_OF[last.way], Rung.HELP, key=ORDER.index), PARTLY_WORKED
    return ORDER[ORDER.index(highest) + 1], FAILED % {"rung": highest.label}


def _floor(facts: LadderFacts) -> tuple[Rung, tuple[Any, ...]]:
    """The mildest rung that can suffice at all, and why it is not a tip."""
    found = [
        (Rung.EXHORT, DANGER, bool(facts.endangers_safety)),
        (Rung.EXHORT, EVIDENT_HARM, facts.harm == Harm.EVIDENT),
        (Rung.EXHORT, MAY_WORSEN, facts.prong in (Prong.MAY_HARM, Prong.MAY_ESCALATE)),
        (Rung.EXHORT, AGAIN, facts.recurrences == 1),
        (Rung.INTERVIEW, OFTEN, facts.recurrences > 1),
    ]
    holding = [(rung, why) for rung, why, holds in found if holds]
    if not holding:
        return Rung.TIP, ()
    floor = max((rung for rung, _why in holding), key=ORDER.index)
    return floor, tuple(why for _rung, why in holding)
