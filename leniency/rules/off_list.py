"""Leniency beyond the lists: a ground of the law, its reasons, and legal review (Penalty Law, Art. 33)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity
from leniency.vocabulary import CITATION_OF_GROUND, ELEMENTS_OF, Element, Ground, LawGround, Verdict
from leniency.vocabulary.sentences import element_text

ARTICLE = Article(10, "1")
BEYOND = Citation(PENALTY, "30, 31, 33, 36")
WEIGHED_AS: dict[str, Ground] = {
    LawGround.MINOR: Ground.SLIGHT_CONDUCT,
    LawGround.FIRST: Ground.FIRST_SLIGHT,
    LawGround.NO_FAULT: Ground.NO_FAULT,
    LawGround.CHILD: Ground.CHILD,
    LawGround.INCAPABLE: Ground.INCAPABLE,
    LawGround.TOO_LATE: Ground.TIME_LIMIT,
}
"""What an assessment calls a ground that can be stated."""
HARMLESS = {LawGround.MINOR: Element.NO_HARM, LawGround.FIRST: Element.SLIGHT_HARM}
SHOWN_BY = {
    "circumstances": Element.CONDUCT,
    "prior": Element.FIRST_TIME,
    "first_time": Element.FIRST_TIME,
    "corrected_in_time": Element.CORRECTED,
    "corrected_on": Element.CORRECTED,
    "corrected_when": Element.CORRECTED,
    "refused_correction": Element.CORRECTED,
}
"""The element whose reason a recorded fact speaks against; grounds of a single element need no telling."""


@dataclass(frozen=True, slots=True)
class OffListFacts:
    """The statement that leniency beyond the lists rests on, and what legal review said of it."""

    ground: str = ""
    is_current: bool = False
    is_reviewed: bool = False
    grounds: tuple[Mapping[str, Any], ...] = ()


def missing_elements(ground: str, elements: Mapping[str, str]) -> tuple[Element, ...]:
    """The elements of ``ground`` for which no reason is given."""
    return tuple(e for e in ELEMENTS_OF.get(ground, ()) if not elements.get(e.value, "").strip())


def facts_against(ground: str, weighed: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """What the assessment found that the recorded circumstances refute of ``ground``; ``weighed`` is as it is kept.

    A special law takes the place of the ground and is weighed instead of it.
    """
    wanted = WEIGHED_AS.get(ground)
    for one in weighed:
        if wanted and wanted in (one["ground"], one.get("displaces")):
            elements = one.get("elements", ())
            yield from (e for e in elements if e["verdict"] == Verdict.FAILS and e["word"] != "displaced")


def obstacles_from_the_file(
    ground: str, weighed: Iterable[Mapping[str, Any]], *, is_typed: bool = False
) -> Iterator[Obstacle]:
    """No reason helps a ground over circumstances that are recorded otherwise: one of the two is wrong."""
    for element in facts_against(ground, weighed):
        says = element_text(element["word"], Verdict(element["verdict"]), element.get("values", {}))
        yield Obstacle(
            code="LEN-12",
            message=_("The recorded circumstances speak against “%(ground)s”: %(says)s")
            % {"ground": LawGround(ground).label, "says": says},
            article=ARTICLE,
            citation=CITATION_OF_GROUND.get(ground, BEYOND),
            severity=Severity.REQUIRE,
            field=_element_of(ground, element["fact"]).value if is_typed else None,
            next_step=_(
                "Where the record is wrong, correct the circumstances on their evidence and assess again. "
                "Where it is right, this ground does not hold."
            ),
        )


def _element_of(ground: str, fact: str) -> Element:
    asked = ELEMENTS_OF[ground]
    return HARMLESS.get(LawGround(ground), asked[0]) if fact == "harm" else SHOWN_BY.get(fact, asked[0])


def obstacles_to_stating(
    ground: str,
    elements: Mapping[str, str],
    *,
    is_assessed: bool,
    weighed: Iterable[Mapping[str, Any]] = (),
) -> Iterator[Obstacle]:
    """A ground is stated with all that the law asks of it, not against the file; the lists were asked first."""
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
    yield from obstacles_from_the_file(ground, weighed, is_typed=True)


def obstacles_to_going_off_list(facts: OffListFacts) -> Iterator[Obstacle]:
    """Without an entry nobody is spared before the ground is stated and legal review agrees to it."""
    yield from obstacles_from_the_file(facts.ground, facts.grounds)
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
