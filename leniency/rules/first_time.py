"""Whether a violation is the first of its kind within the time looked back (Penalty Law, Art. 33(1))."""

from __future__ import annotations

import calendar
from datetime import date

from leniency.rules.elements import UNKNOWN, Element, known
from leniency.rules.facts import CaseFacts, PriorDecision
from leniency.vocabulary import Sameness, Verdict

FACT = "first_time"


def first(facts: CaseFacts) -> Element:
    """First of all by what was said, else by the traces that count within the look-back of the place.

    The law does not say how far to look back: the months are a setting of the place, and told as such.
    """
    if facts.first_time is not None:
        return Element(FACT, known(facts.first_time), FACT if facts.first_time else "not_first")
    verdict, marks = traces(facts, months=facts.look_back, sameness=Sameness.MATTER)
    values = {"months": facts.look_back, "marks": marks or []}
    if verdict == UNKNOWN:
        asked = FACT if facts.priors is None else "prior"
        return Element(asked, UNKNOWN, "first_unknown", missing=(asked,))
    return Element("prior", verdict, "no_prior" if verdict == Verdict.HOLDS else "prior", values)


def traces(
    facts: CaseFacts, *, months: int | None, sameness: str, entry: str = ""
) -> tuple[Verdict, list[str] | None]:
    """Whether no earlier decision counts, and those that do; penalties, waivers and clues not filed alike.

    ``entry`` is the code of the entry that asks.
    """
    if facts.priors is None:
        return known(facts.first_time), None
    if _cannot_compare(sameness, facts):
        return Verdict.UNKNOWN, None
    counted = [_counts(prior, months, _same(prior, sameness, entry, facts), facts) for prior in facts.priors]
    marks = sorted(prior.mark for prior, counts in zip(facts.priors, counted, strict=True) if counts)
    if marks:
        return Verdict.FAILS, marks
    return (Verdict.UNKNOWN, None) if None in counted else (Verdict.HOLDS, [])


def _cannot_compare(sameness: str, facts: CaseFacts) -> bool:
    if sameness == Sameness.FIELD:
        return facts.field_id is None
    return sameness in (Sameness.ENTRY, Sameness.MATTER) and facts.matter_id is None


def _counts(prior: PriorDecision, months: int | None, is_same: bool | None, facts: CaseFacts) -> bool | None:
    """Whether it counts; None when it is not known to have been of the same kind."""
    if prior.occurred_on > facts.occurred_on:
        return False
    if months is not None and prior.decided_on < months_before(facts.occurred_on, months):
        return False
    return is_same


def _same(prior: PriorDecision, sameness: str, entry: str, facts: CaseFacts) -> bool | None:
    """Whether it was of the same kind; under the same entry where one was applied, else of the same matter."""
    if sameness == Sameness.ENTRY and prior.entry:
        return prior.entry == entry
    if sameness in (Sameness.ENTRY, Sameness.MATTER):
        return None if prior.matter_id is None else prior.matter_id == facts.matter_id
    if sameness == Sameness.FIELD:
        return None if prior.field_id is None else prior.field_id == facts.field_id
    return True


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last day; never before the first date there is."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if years < 1:
        return date.min
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))
