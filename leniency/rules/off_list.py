"""Leniency beyond the lists: a ground of the law, its reasons, and legal review (Penalty Law, Art. 33)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity
from leniency.vocabulary import CITATION_OF_GROUND, ELEMENTS_OF, Element

ARTICLE = Article(10, "1")
BEYOND = Citation(PENALTY, "30, 31, 33, 36")


@dataclass(frozen=True, slots=True)
class OffListFacts:
    """The statement that leniency beyond the lists rests on, and what legal review said of it."""

    ground: str = ""
    is_current: bool = False
    is_reviewed: bool = False


def missing_elements(ground: str, elements: Mapping[str, str]) -> tuple[Element, ...]:
    """The elements of ``ground`` for which no reason is given."""
    return tuple(e for e in ELEMENTS_OF.get(ground, ()) if not elements.get(e.value, "").strip())


def obstacles_to_stating(
    ground: str, elements: Mapping[str, str], *, is_assessed: bool
) -> Iterator[Obstacle]:
    """A ground is stated with all that the law asks of it; the lists were asked first."""
    if not is_assessed:
        yield Obstacle(
            code="LEN-0",
            message=_("The case has not been held against the leniency lists."),
            article=ARTICLE,
            citation=BEYOND,
            severity=Severity.REQUIRE,
            next_step=_("Assess the case first: an entry that applies needs no further reasons."),
        )
    for element in missing_elements(ground, elements):
        yield Obstacle(
            code="LEN-12",
            message=_("The reason is missing: %(element)s …") % {"element": element.label},
            article=ARTICLE,
            citation=CITATION_OF_GROUND.get(ground, BEYOND),
            severity=Severity.REQUIRE,
            field=element.value,
            next_step=_("Say what shows it, and name the evidence in the file."),
        )


def obstacles_to_going_off_list(facts: OffListFacts) -> Iterator[Obstacle]:
    """Without an entry nobody is spared before the ground is stated and legal review agrees to it."""
    if not facts.ground or not facts.is_current:
        yield Obstacle(
            code="LEN-12",
            message=_("No entry applies, and no ground of the law is stated with its reasons.")
            if not facts.ground
            else _("The case was assessed anew since the ground of the law was stated."),
            article=ARTICLE,
            citation=BEYOND,
            severity=Severity.REQUIRE,
            next_step=_(
                "In the leniency panel, the handling officer states the ground of the law, with a reason for each "
                "element."
            ),
        )
    elif not facts.is_reviewed:
        yield Obstacle(
            code="LEN-13",
            message=_("Legal review has not agreed to the ground beyond the lists."),
            article=ARTICLE,
            citation=Citation(PENALTY, "33, 58"),
            severity=Severity.REQUIRE,
            next_step=_(
                "A qualified reviewer who does not handle the case gives the opinion; it was asked for."
            ),
        )
