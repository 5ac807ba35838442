"""Whether a violation was corrected in time (Penalty Law, Art. 28(1), 33(1))."""

from __future__ import annotations

from datetime import date, timedelta

from enforcement.vocabulary import Correction
from leniency.rules.elements import FAILS, HOLDS, UNKNOWN, Element, known
from leniency.rules.facts import CaseFacts

IN_TIME = (Correction.BEFORE_DISCOVERY, Correction.BEFORE_ORDER, Correction.WITHIN_ORDER)
FACT = "corrected_in_time"


def corrected(facts: CaseFacts) -> Element:
    """By days where they settle it, else by when it was put right, else by what was found about it.

    Whoever refuses has not corrected in time, whatever happened later. What was only promised is not done
    yet. Where nothing can be corrected any more the law is silent: it asks for a correction that nobody can
    bring, and excuses nobody from it. A person has to weigh that, and ``corrected_in_time`` tells the answer.
    """
    if facts.refuses_correction:
        return Element("refused_correction", FAILS, "correction_refused")
    if facts.corrected_when == Correction.NOT_CORRECTED:
        return Element("corrected_when", FAILS, "not_corrected")
    return _by_days(facts) or _by_itself(facts) or _by_word(facts) or _open(facts)


def _by_itself(facts: CaseFacts) -> Element | None:
    """What the party corrected and told of before anybody had discovered it was corrected in time."""
    own = facts.own_correction
    if own is None or facts.corrected_on is not None:
        return None
    values = {"on": own.corrected_on.isoformat(), "told": own.told_on.isoformat(), "source": own.source}
    return Element("corrected_on", HOLDS, "corrected_by_itself", values)


def _by_days(facts: CaseFacts) -> Element | None:
    if facts.corrected_on is None:
        return None
    values = {"on": facts.corrected_on.isoformat()}
    found_at_earliest = facts.discovered_on or facts.occurred_on
    if facts.corrected_on <= found_at_earliest:
        return Element("corrected_on", HOLDS, "corrected_when_found", values)
    limit = max(facts.correct_by, found_at_earliest) if facts.correct_by else None
    if limit is None:
        return None
    late = facts.corrected_on > limit
    values["due"] = limit.isoformat()
    return Element("corrected_on", known(not late), "corrected_late" if late else "corrected_by_day", values)


def _by_word(facts: CaseFacts) -> Element | None:
    if facts.corrected_when in IN_TIME:
        return Element("corrected_when", HOLDS, str(facts.corrected_when))
    if facts.corrected_in_time is None:
        return None
    return Element(
        FACT, known(facts.corrected_in_time), FACT if facts.corrected_in_time else "corrected_too_late"
    )


def _open(facts: CaseFacts) -> Element:
    if facts.corrected_when == Correction.PROMISED:
        due, today = facts.correct_by, facts.decided_on
        if due is not None and today is not None and due < today:
            return Element("corrected_when", FAILS, "promise_unkept", {"due": due.isoformat()})
        return Element("corrected_when", UNKNOWN, "promised", missing=("corrected_on",))
    if facts.corrected_when == Correction.IMPOSSIBLE:
        return Element("corrected_when", UNKNOWN, "impossible", missing=(FACT,))
    if facts.corrected_on is not None:
        values = {"on": facts.corrected_on.isoformat()}
        return Element("corrected_on", UNKNOWN, "no_day_due", values, ("correction_due_on",))
    return Element(FACT, UNKNOWN, "correction_unknown", missing=(FACT,))


def corrected_within(days: int, facts: CaseFacts) -> Element:
    """Corrected so many days after it was found; without the days, as it was found about the correction.

    While the day of discovery is not known it may be any from the act on: who is in time counted from the
    act is in time whenever it was found.
    """
    if facts.refuses_correction or facts.corrected_when == Correction.NOT_CORRECTED:
        return corrected(facts)
    if facts.corrected_on is not None:
        limit = (facts.discovered_on or facts.occurred_on) + timedelta(days=days)
        if facts.corrected_on <= limit or facts.discovered_on is not None:
            return _held_against(limit, facts.corrected_on)
    by_word = _by_itself(facts) or _by_word(facts)
    if by_word is not None:
        return by_word
    if facts.corrected_on is not None:
        values = {"on": facts.corrected_on.isoformat()}
        return Element("corrected_on", UNKNOWN, "found_unknown", values, ("discovered_on",))
    return _open(facts)


def _held_against(limit: date, day: date) -> Element:
    values = {"on": day.isoformat(), "due": limit.isoformat()}
    late = day > limit
    return Element("corrected_on", known(not late), "corrected_late" if late else "corrected_by_day", values)


def nothing_to_correct(facts: CaseFacts) -> bool:
    """Whether an order to correct would order what nobody can do."""
    return facts.corrected_when == Correction.IMPOSSIBLE and not facts.refuses_correction
