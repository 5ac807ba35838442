"""Coercion only where milder means do not reach the purpose, and no further (Art. 5, 10 (2); COE-1, 4, 6, 8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.coercion_facts import CoercionFacts, ItemFacts
from enforcement.rules.coercion_terms import ARTICLE, LONGEST_TERM
from enforcement.vocabulary.cases import CaseState
from enforcement.vocabulary.coercion import MEASURES, OF_THINGS, ONLY_BY_LAW, BasisLevel, CoercionKind
from foundation.articles import COERCION, Citation
from foundation.obstacles import Obstacle, Severity

NEED = Citation(COERCION, "5, 6, 16")
UNDER_INVESTIGATION = (
    CaseState.CLUE,
    CaseState.FILED,
    CaseState.INVESTIGATED,
    CaseState.ASSESSED,
    CaseState.NOTIFIED,
)


def obstacles_to_need(facts: CoercionFacts) -> Iterator[Obstacle]:
    """Everything that the necessity note must say before anybody may approve."""
    yield from obstacles_to_untried(facts)
    yield from obstacles_to_unlimited(facts)
    yield from obstacles_to_basis(facts)
    yield from obstacles_to_objects(facts)
    yield from obstacles_to_freezing_too_much(facts)
    yield from obstacles_to_pressure(facts)
    yield from obstacles_to_stage(facts)


def obstacles_to_untried(facts: CoercionFacts) -> Iterator[Obstacle]:
    note = facts.necessity
    if not note.means_tried.strip() and not note.why_useless.strip():
        yield _missing(
            "means_tried",
            _("It is not said which milder means were tried, or why none can reach the purpose."),
            _("Give guidance first; or say why that would be useless."),
        )
    if not note.alternative.strip():
        yield _missing(
            "alternative",
            _("It is not said which milder alternative was considered."),
            _("Name the mildest measure that could do: a copy, a photograph, a promise in writing."),
        )
    elif not note.why_not_enough.strip():
        yield _missing(
            "why_not_enough",
            _("It is not said why the milder alternative is not enough."),
            _("Say what would go wrong with it."),
        )


def obstacles_to_unlimited(facts: CoercionFacts) -> Iterator[Obstacle]:
    note = facts.necessity
    if not note.scope.strip() and not facts.items:
        yield _missing(
            "scope",
            _("It is not said which things or premises are concerned."),
            _("Limit it to what the purpose needs."),
        )
    if facts.kind in MEASURES and not note.term_days:
        yield _missing(
            "term_days", _("It is not said for how long."), _("Give the days: as few as the purpose needs.")
        )
    elif facts.kind in MEASURES and (note.term_days or 0) > LONGEST_TERM:
        yield Obstacle(
            code="COE-5",
            message=_("A measure lasts thirty days at most."),
            article=ARTICLE,
            citation=Citation(COERCION, "25, 32"),
            field="term_days",
            next_step=_("Thirty days or less; it can be extended once, for good reasons."),
        )


def obstacles_to_basis(facts: CoercionFacts) -> Iterator[Obstacle]:
    note = facts.necessity
    if not note.legal_basis.strip() or not note.basis_level:
        yield _missing(
            "legal_basis",
            _("The provision that allows this coercion is not named."),
            _("Name the law and its article: without one there is no coercion."),
        )
    elif facts.kind in ONLY_BY_LAW and note.basis_level != BasisLevel.LAW:
        yield Obstacle(
            code="COE-6",
            message=_("Only a law itself may allow freezing, or limits to a citizen's liberty."),
            article=ARTICLE,
            citation=Citation(COERCION, "9-11, 29"),
            field="basis_level",
            next_step=_("Name the law, or choose a milder measure."),
        )


def obstacles_to_objects(facts: CoercionFacts) -> Iterator[Obstacle]:
    if facts.kind not in OF_THINGS:
        return
    for item in facts.kept_items:
        yield from obstacles_to_item(item)


def obstacles_to_item(item: ItemFacts) -> Iterator[Obstacle]:
    """What must not be sealed or seized at all (Coercion Law, Art. 23)."""
    name = {"name": item.name}
    if not item.is_related:
        yield _untouchable(_("“%(name)s” has nothing to do with the violation.") % name, "is_related")
    if item.is_necessity:
        yield _untouchable(
            _("“%(name)s” is a daily necessity of a citizen or the family.") % name, "is_necessity"
        )
    if item.held_by_other.strip():
        yield _untouchable(
            _("“%(name)s” was sealed by another organ already: %(organ)s.")
            % {**name, "organ": item.held_by_other},
            "held_by_other",
        )


def obstacles_to_freezing_too_much(facts: CoercionFacts) -> Iterator[Obstacle]:
    if facts.kind != CoercionKind.FREEZE:
        return
    note = facts.necessity
    if note.amount is None:
        yield Obstacle(
            code="COE-6",
            message=_("The amount to be frozen is not said."),
            article=ARTICLE,
            citation=Citation(COERCION, "29"),
            severity=Severity.REQUIRE,
            field="amount",
            next_step=_("Give the amount: as much as the violation involves, and no more."),
        )
    elif note.amount_involved is not None and note.amount > note.amount_involved:
        yield Obstacle(
            code="COE-6",
            message=_("More would be frozen than the violation involves."),
            article=ARTICLE,
            citation=Citation(COERCION, "29"),
            field="amount",
            next_step=_("Freeze no more than the amount involved in the case."),
        )


def obstacles_to_pressure(facts: CoercionFacts) -> Iterator[Obstacle]:
    if facts.is_execution and facts.necessity.cuts_utilities and facts.necessity.is_dwelling:
        yield Obstacle(
            code="COE-8",
            message=_("Water, power, heat and gas of people's homes are never cut to make them perform."),
            article=ARTICLE,
            citation=Citation(COERCION, "43"),
            field="cuts_utilities",
            next_step=_("Choose another way: an agreement, instalments, substitute performance."),
        )


def obstacles_to_stage(facts: CoercionFacts) -> Iterator[Obstacle]:
    """Measures serve an investigation; executions carry out a decision."""
    if facts.is_execution and not facts.execution.is_decided:
        yield _too_early(_("An execution carries out a decision, and the case is not decided."))
    if facts.kind in MEASURES and facts.case_state not in UNDER_INVESTIGATION:
        yield _too_early(_("A measure serves the investigation, and the case is decided or closed."))


def _too_early(message: Any) -> Obstacle:
    return Obstacle(
        code="coercion:stage",
        message=message,
        article=ARTICLE,
        citation=Citation(COERCION, "2, 34"),
        next_step=_("Look at where the case stands."),
    )


def _missing(field: str, message: Any, next_step: Any) -> Obstacle:
    return Obstacle(
        code="COE-1",
        message=message,
        article=ARTICLE,
        citation=NEED,
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )


def _untouchable(message: Any, field: str) -> Obstacle:
    return Obstacle(
        code="COE-4",
        message=message,
        article=ARTICLE,
        citation=Citation(COERCION, "23"),
        field=field,
        next_step=_("Take it off the inventory."),
    )
