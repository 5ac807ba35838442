"""What stands against confirming a new version of an instrument (Art. 3, 10: lists follow the law)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary.laws import Fate
from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity

ARTICLE = Article(10, "1")


@dataclass(frozen=True, slots=True)
class Judged:
    article: str
    fate: str
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """Which articles are cited here, and what is said of each."""

    cited: frozenset[str]
    judged: tuple[Judged, ...]


def obstacles_to_adopting(facts: VersionFacts) -> Iterator[Obstacle]:
    """Every provision that is cited here has its fate, and no two become the same one."""
    unsaid = sorted(facts.cited - {j.article for j in facts.judged})
    if unsaid:
        yield Obstacle(
            code="LAW-1",
            message=_("Nothing is said yet about: %(articles)s.") % {"articles": ", ".join(unsaid)},
            article=ARTICLE,
            severity=Severity.REQUIRE,
            next_step=_("Compare each with the new text: unchanged, changed, moved or vanished."),
        )
    aims = [
        j.moved_to if j.fate == Fate.MOVED else j.article for j in facts.judged if j.fate != Fate.VANISHED
    ]
    twice = sorted({aim for aim in aims if aims.count(aim) > 1})
    if twice:
        yield Obstacle(
            code="LAW-2",
            message=_("Two provisions cannot both become: %(articles)s.") % {"articles": ", ".join(twice)},
            article=ARTICLE,
            next_step=_("Correct the new number of one of them."),
        )
