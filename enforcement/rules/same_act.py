"""One act, one fine; and the law of the day of the act (Art. 5; Penalty Law, Art. 29, 37)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity


@dataclass(frozen=True, slots=True)
class FinedBefore:
    """A fine of the same party for the same matter whose days touch those of this case."""

    number: str
    same_place: bool


def obstacles_to_second_fine(fined: tuple[FinedBefore, ...]) -> Iterator[Obstacle]:
    """The same act is not fined twice; where place or act differ, it is said how."""
    for earlier in fined:
        yield Obstacle(
            code="DIS-5",
            message=_("%(number)s already fined this party for this matter, these days and this place.")
            % {"number": earlier.number}
            if earlier.same_place
            else _("%(number)s already fined this party for this matter on these days.")
            % {"number": earlier.number},
            article=Article(5),
            citation=Citation(PENALTY, "29"),
            severity=Severity.BLOCK if earlier.same_place else Severity.WARN,
            field="fine",
            next_step=_("Do not fine the same act again; if it is another act, say what sets them apart."),
        )


def obstacles_to_changed_law(changed_on: tuple[date, ...]) -> Iterator[Obstacle]:
    """DIS-6: between act and decision the law changed: the old one applies unless the new one is lighter."""
    if changed_on:
        yield Obstacle(
            code="DIS-6",
            message=_("The provisions of this matter changed after the act and before this decision."),
            article=Article(5),
            citation=Citation(PENALTY, "37"),
            severity=Severity.WARN,
            next_step=_("Apply the law of the day of the act unless the new one is lighter, and say which."),
        )
