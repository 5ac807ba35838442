"""What stands in the way of a risk point between draft and publication (Art. 9)."""

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


def obstacles_to_content(facts: PointFacts) -> Iterator[Obstacle]:
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


def obstacles_to_checking(facts: PointFacts) -> Iterator[Obstacle]:
    """Legality is checked on whole content, and by another person than who wrote it last."""
    yield from obstacles_to_content(facts)
    if facts.actor_id is not None and facts.actor_id == facts.editor_id:
        yield Obstacle(
            code="RSK-8",
            message=_("Who worked on the risk point last does not check its legality."),
            article=Article(9),
            next_step=_("Another person checks it."),
        )
    if not facts.has_opinion:
        yield _needed("RSK-9", _("The opinion on legality is missing."), _("Write it down."), field="opinion")


def obstacles_to_publishing(facts: PointFacts) -> Iterator[Obstacle]:
    """The head approves what another checked, and vouches for each measure."""
    yield from obstacles_to_content(facts)
    if facts.actor_id is not None and facts.actor_id == facts.checker_id:
        yield Obstacle(
            code="RSK-10",
            message=_("Who checked the legality does not approve the publication."),
            article=Article(9),
            next_step=_("Another head approves it."),
        )
    if facts.unconfirmed:
        yield _needed(
            "RSK-11",
            _("Not confirmed to take no right away and add no duty: %(measures)s.")
            % {"measures": "; ".join(facts.unconfirmed)},
            _("Confirm each measure, or send the risk point back and change it."),
            field="confirmed",
        )


def obstacles_to_returning(facts: PointFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_working_on(facts)
    if facts.was_published:
        yield Obstacle(
            code="RSK-12",
            message=_("An edition of this risk point is published."),
            article=Article(9),
            next_step=_("Take it under revision: the published edition stays readable meanwhile."),
        )


def obstacles_to_revising(facts: PointFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_working_on(facts)
    if not facts.was_published:
        yield Obstacle(
            code="RSK-13",
            message=_("No edition of this risk point is published."),
            article=Article(9),
            next_step=_("Return it to the draft."),
        )


_MISSING_MEASURES = (
    (Side.ORGAN.value, _("No measure of the organ has been set.")),
    (Side.COUNTERPART.value, _("No measure of the counterpart has been suggested.")),
)


def _needed(code: str, message: object, next_step: object, *, field: str | None = None) -> Obstacle:
    return Obstacle(
        code=code,
        message=message,
        article=Article(9),
        severity=Severity.REQUIRE,
        next_step=next_step,
        field=field,
    )
