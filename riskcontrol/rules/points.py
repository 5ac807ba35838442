"""What stands in the way of publishing a risk point (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from riskcontrol.rules.facts import PointFacts
from riskcontrol.vocabulary import CauseKind, Side

COUNTERPART_SIDE = frozenset({CauseKind.SUBJECTIVE.value, CauseKind.OBJECTIVE.value})


def obstacles_to_working_on(facts: PointFacts) -> Iterator[Obstacle]:
    if not facts.field_in_duties:
        yield Obstacle(
            code="RSK-1",
            message=_("The risk point lies in a field outside the duties of your organ."),
            article=Article(9),
            next_step=_("Tell the organ whose field it is."),
        )


def obstacles_to_publishing(facts: PointFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_working_on(facts)
    if not facts.has_basis:
        yield _needed("RSK-2", _("The legal basis is missing."), _("Enter the provision that is violated."))
    if not facts.cause_kinds & COUNTERPART_SIDE:
        yield _needed(
            "RSK-3",
            _("No cause on the side of the counterpart has been analysed."),
            _("Add a cause: attitude, knowledge, circumstances or organisation."),
        )
    if CauseKind.ORGAN.value not in facts.cause_kinds:
        yield _needed(
            "RSK-4",
            _("No cause on the side of the organ has been analysed."),
            _("Add what supervision, publicity or service lacked."),
        )
    for side, message in _MISSING_MEASURES:
        if side not in facts.measure_sides:
            yield _needed("RSK-5", message, _("Add a measure of prevention."))


_MISSING_MEASURES = (
    (Side.ORGAN.value, _("No measure of the organ has been set.")),
    (Side.COUNTERPART.value, _("No measure of the counterpart has been suggested.")),
)


def _needed(code: str, message: object, next_step: object) -> Obstacle:
    return Obstacle(
        code=code, message=message, article=Article(9), severity=Severity.REQUIRE, next_step=next_step
    )
