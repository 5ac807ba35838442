"""Answers that cannot all be true: days out of order, and statements that gainsay each other (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import Correction
from leniency.rules.correcting import IN_TIME
from leniency.rules.facts import SAME, PriorDecision
from leniency.rules.first_time import months_before

Facts = Mapping[str, Any]
Found = Iterator[tuple[str, Any]]
NOT_DONE = (Correction.PROMISED, Correction.IMPOSSIBLE, Correction.NOT_CORRECTED)
BEFORE_ACT = _("This cannot have been before the act.")
AFTER_DECISION = _("This day lies after the decision.")


def contradictions_in(facts: Facts, *, today: date, look_back: int) -> Found:
    """Each with the fact that it is told of; ``look_back`` are the months in which a violation is no longer first."""
    decided = facts.get("decide_on") or today
    acted = facts.get("act_on")
    if acted is not None:
        yield from _out_of_order(facts, acted, decided)
    yield from _about_correction(facts)
    yield from _about_the_first(facts, decided, look_back)


def _out_of_order(facts: Facts, acted: date, decided: date) -> Found:
    if acted > decided:
        yield "act_on", _("The act cannot come after the decision.")
        return
    for name in ("act_ended_on", "discovered_on", "corrected_on"):
        day = facts.get(name)
        if day is not None and day < acted:
            yield name, BEFORE_ACT
        elif day is not None and day > decided:
            yield name, AFTER_DECISION
    due = facts.get("correction_due_on")
    if due is not None and due < acted:
        yield "correction_due_on", BEFORE_ACT


def _about_correction(facts: Facts) -> Found:
    when, on, in_time = facts.get("corrected_when"), facts.get("corrected_on"), facts.get("corrected_in_time")
    if on is not None and when in NOT_DONE:
        yield "corrected_when", _("A day of correction is told, so it was corrected.")
        return
    found = facts.get("discovered_on")
    if when == Correction.BEFORE_DISCOVERY and on is not None and found is not None and on > found:
        yield "corrected_when", _("It was corrected after the day of discovery that is told.")
        return
    said = _said_when(when)
    if in_time is not None and said is not None and in_time != said:
        yield "corrected_in_time", _("This gainsays when it was put right.")
        return
    by_days = _by_days(facts)
    if by_days is None:
        return
    if in_time is not None and in_time != by_days:
        yield "corrected_in_time", _("This gainsays the days that are told.")
    elif said is not None and said != by_days:
        yield "corrected_when", _("This gainsays the days that are told.")


def _said_when(when: str | None) -> bool | None:
    """What a word says about being in time; that nothing can be corrected any more says nothing."""
    if when in IN_TIME:
        return True
    return False if when in (Correction.NOT_CORRECTED, Correction.PROMISED) else None


def _by_days(facts: Facts) -> bool | None:
    on, due, found = (facts.get(n) for n in ("corrected_on", "correction_due_on", "discovered_on"))
    if on is None:
        return None
    if found is not None and on <= found:
        return True
    if due is None:
        return None
    return bool(on <= (max(due, found) if found is not None else due))


def _about_the_first(facts: Facts, decided: date, look_back: int) -> Found:
    first, prior, acted = facts.get("first_time"), facts.get("prior"), facts.get("act_on")
    if prior is None:
        return
    if any(one.decided_on > decided for one in prior):
        yield "prior", _("An earlier decision lies after the decision that is asked about.")
    elif first is False and not prior:
        yield "first_time", _("This gainsays that there is no earlier decision.")
    elif first and acted is not None and any(_counts(one, acted, look_back) for one in prior):
        yield "first_time", _("This gainsays an earlier decision that is told.")


def _counts(prior: PriorDecision, acted: date, look_back: int) -> bool:
    return prior.matter_id == SAME and months_before(acted, look_back) <= prior.decided_on <= acted
