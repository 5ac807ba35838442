"""When no penalty may be imposed any more, or not on such a party (Penalty Law, Art. 30, 31, 36)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from enforcement.rules.facts import CaseFacts
from enforcement.vocabulary import Capacity, Harm
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle

YEARS = 2
YEARS_OF_GRAVE_HARM = 5
AGE_OF_RESPONSIBILITY = 14


def last_day_to_discover(facts: CaseFacts) -> date | None:
    """The last day on which the violation could be discovered and still be punished.

    Two years from its end; five where it touches life, health or safety and did harm.
    """
    ended = facts.ended_on or facts.occurred_on
    if ended is None:
        return None
    grave = bool(facts.endangers_safety) and facts.harm in (Harm.SLIGHT, Harm.EVIDENT)
    years = YEARS_OF_GRAVE_HARM if grave else YEARS
    try:
        return ended.replace(year=ended.year + years)
    except ValueError:  # 29 February
        return ended.replace(year=ended.year + years, day=28)


def obstacles_to_punishing_at_all(facts: CaseFacts) -> Iterator[Obstacle]:
    last = last_day_to_discover(facts)
    if last is not None and facts.discovered_on is not None and facts.discovered_on > last:
        yield Obstacle(
            code="LIM-1",
            message=_("The violation was discovered after the limitation period had ended."),
            article=Article(6),
            citation=Citation(PENALTY, "36"),
            field="outcome",
            next_step=_("Decide without penalty."),
        )
    if facts.party_age is not None and facts.party_age < AGE_OF_RESPONSIBILITY:
        yield Obstacle(
            code="LEN-1",
            message=_("Who is under 14 is not punished."),
            article=Article(10, "1"),
            citation=Citation(PENALTY, "30"),
            field="outcome",
            next_step=_("Decide without penalty and ask the guardian to educate the child."),
        )
    if facts.capacity == Capacity.NONE:
        yield Obstacle(
            code="LEN-3",
            message=_("Who could not recognise or control its conduct is not punished."),
            article=Article(10, "1"),
            citation=Citation(PENALTY, "31"),
            field="outcome",
            next_step=_("Decide without penalty and ask the guardian to watch over and to treat the party."),
        )
