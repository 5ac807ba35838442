"""When a clue must become a case, and when it must not (Art. 6, 10; Penalty Law, Art. 22-25, 33, 36, 54)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.facts import CaseFacts, FilingFacts
from enforcement.rules.limitation import last_day_to_discover
from enforcement.vocabulary import LENIENT_GROUNDS
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity


def obstacles_to_filing(facts: CaseFacts) -> Iterator[Obstacle]:
    """Four conditions, each with what shows it; nothing is asked before the form has been filled in."""
    if facts.filing is None:
        return
    yield from _unmet_conditions(facts.filing)
    yield from _obstacles_to_place(facts.filing)
    last = last_day_to_discover(facts)
    if last is not None and facts.discovered_on is not None and facts.discovered_on > last:
        yield Obstacle(
            code="LIM-1",
            message=_("By the days of the clue the limitation period had passed when it was discovered."),
            article=Article(6),
            citation=Citation(PENALTY, "36"),
            severity=Severity.WARN,
            field="within_limitation",
            next_step=_("Do not file, or say why the five years apply."),
        )


def _unmet_conditions(filing: FilingFacts) -> Iterator[Obstacle]:
    conditions: tuple[tuple[bool, str, Any, Any], ...] = (
        (
            filing.has_basis,
            "basis",
            _("Preliminary evidence of the violation is missing."),
            _("Write down what shows it, or do not file."),
        ),
        (
            filing.is_punishable,
            "is_punishable",
            _("It has not been found that the law provides a penalty."),
            _("Check the provision and confirm it, or do not file."),
        ),
        (
            filing.in_jurisdiction,
            "in_jurisdiction",
            _("It has not been found that the organ is competent."),
            _("Check place, level and matter, or refer the clue."),
        ),
        (
            filing.within_limitation,
            "within_limitation",
            _("It has not been found that the limitation period is kept."),
            _("Check the days of the violation, or do not file."),
        ),
    )
    for met, field, message, next_step in conditions:
        if not met:
            yield Obstacle(
                code="FIL-2",
                message=message,
                article=Article(6),
                citation=Citation(PENALTY, "54"),
                severity=Severity.REQUIRE,
                field=field,
                next_step=next_step,
            )


def _obstacles_to_place(filing: FilingFacts) -> Iterator[Obstacle]:
    if not filing.in_area and not filing.has_assistance:
        yield Obstacle(
            code="JUR-1",
            message=_("The place lies outside the organ's area and no assistance is on record."),
            article=Article(6),
            citation=Citation(PENALTY, "22, 25, 26"),
            severity=Severity.WARN,
            field="assistance",
            next_step=_("Ask the local organ for assistance or refer the clue to it."),
        )


def obstacles_to_late_filing(facts: CaseFacts) -> Iterator[Obstacle]:
    """A clue is decided upon within the time to verify it."""
    if facts.verify_by is not None and facts.today > facts.verify_by:
        yield Obstacle(
            code="FIL-4",
            message=_("The time to verify the clue has passed."),
            article=Article(6),
            citation=Citation(PENALTY, "54, 76"),
            severity=Severity.WARN,
            next_step=_("Decide without further delay and record why it took longer."),
        )


def obstacles_to_longer_verification(*, is_allowed: bool, is_extended: bool) -> Iterator[Obstacle]:
    """FIL-1: the time to verify is extended once, where the rules of the field know an extension."""
    if not is_allowed or is_extended:
        yield Obstacle(
            code="FIL-1",
            message=_("The time to verify this clue cannot be extended any more."),
            article=Article(6),
            citation=Citation(PENALTY, "54"),
            next_step=_("File the case, or decide not to file it."),
        )


def obstacles_to_not_filing(facts: CaseFacts) -> Iterator[Obstacle]:
    """Not filing has a ground; out of leniency also education, and an assessment on the floor above."""
    if facts.non_filing is None:
        return
    if not facts.non_filing.ground:
        yield _not_filed(
            "ground", _("The ground for not filing is missing."), _("Choose the ground of the law.")
        )
    if facts.non_filing.ground in LENIENT_GROUNDS and not facts.non_filing.has_education:
        yield _not_filed(
            "education",
            _("Who is not punished out of leniency is educated; no education is recorded."),
            _("Write down how the party was educated."),
        )


def _not_filed(field: str, message: Any, next_step: Any) -> Obstacle:
    return Obstacle(
        code="FIL-3",
        message=message,
        article=Article(10, "1"),
        citation=Citation(PENALTY, "33, 54"),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )
