"""Before a decision is executed by force: demand, time, remedies, costs (Coercion Law, Art. 35-52)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from enforcement.rules.coercion_facts import CoercionFacts
from enforcement.rules.coercion_terms import ARTICLE
from enforcement.vocabulary.coercion import EXECUTIONS, CoercionKind
from foundation.articles import COERCION, Citation
from foundation.obstacles import Obstacle, Severity

AGREEABLE = tuple(kind for kind in EXECUTIONS if kind != CoercionKind.TRANSFER)


def obstacles_to_executing(facts: CoercionFacts) -> Iterator[Obstacle]:
    """Everything an execution waits for; nothing of it concerns measures."""
    if not facts.is_execution:
        return
    yield from obstacles_to_undemanded(facts)
    yield from obstacles_to_demolishing(facts)
    yield from obstacles_to_substituting(facts)
    yield from obstacles_to_surcharge(facts)


def obstacles_to_undemanded(facts: CoercionFacts) -> Iterator[Obstacle]:
    demand = facts.execution
    if demand.hides_assets.strip() or _clears_at_once(facts):
        return
    if demand.demand_served_on is None:
        yield Obstacle(
            code="COE-9",
            message=_("No written demand has been served."),
            article=ARTICLE,
            citation=Citation(COERCION, "35"),
            next_step=_("Serve a demand that names the time, the manner and the right to be heard."),
        )
        return
    if demand.demand_until is not None and facts.today <= demand.demand_until:
        yield Obstacle(
            code="COE-9",
            message=_("The time of the demand is still running."),
            article=ARTICLE,
            citation=Citation(COERCION, "35-37"),
            next_step=_("Wait until it is over; the party may still perform."),
        )
    if demand.defence.strip() and not demand.defence_answer.strip():
        yield Obstacle(
            code="COE-9",
            message=_("The party's defence against the demand has not been answered."),
            article=ARTICLE,
            citation=Citation(COERCION, "36"),
            severity=Severity.REQUIRE,
            next_step=_("Record what is taken up and what is not."),
        )


def obstacles_to_demolishing(facts: CoercionFacts) -> Iterator[Obstacle]:
    if facts.kind != CoercionKind.DEMOLITION:
        return
    execution = facts.execution
    if execution.announced_on is None:
        yield _standing(_("The demolition has not been announced."), _("Announce it and give a time to act."))
    if execution.remedies_until is None or facts.today <= execution.remedies_until:
        yield _standing(
            _("The time to ask for reconsideration or to sue is not over."),
            _("Record until when it runs; demolish only after that day."),
        )
    if execution.remedy_pending:
        yield _standing(_("The party has asked for reconsideration or sued."), _("Wait for the outcome."))


def _standing(message: object, next_step: object) -> Obstacle:
    return Obstacle(
        code="COE-10",
        message=message,
        article=ARTICLE,
        citation=Citation(COERCION, "44"),
        next_step=next_step,
    )


def obstacles_to_substituting(facts: CoercionFacts) -> Iterator[Obstacle]:
    if facts.kind != CoercionKind.SUBSTITUTE:
        return
    execution = facts.execution
    if facts.applied_at is not None and not execution.supervisor.strip():
        yield Obstacle(
            code="COE-11",
            message=_("No officer of the organ supervised the work on the spot."),
            article=ARTICLE,
            citation=Citation(COERCION, "51"),
            severity=Severity.REQUIRE,
            field="supervisor",
            next_step=_("Name the officer who was there."),
        )
    if execution.budget is None and not _clears_at_once(facts):
        yield Obstacle(
            code="COE-11",
            message=_("The decision on substitute performance names no estimate of costs."),
            article=ARTICLE,
            citation=Citation(COERCION, "51"),
            severity=Severity.REQUIRE,
            field="budget",
            next_step=_("Enter the estimate; the party pays what it reasonably costs."),
        )


def obstacles_to_costs(facts: CoercionFacts) -> Iterator[Obstacle]:
    """A warning when the work cost more than was told."""
    execution = facts.execution
    if execution.budget is not None and execution.cost is not None and execution.cost > execution.budget:
        yield Obstacle(
            code="COE-11",
            message=_("The work cost more than the estimate that the party was told."),
            article=ARTICLE,
            citation=Citation(COERCION, "51"),
            severity=Severity.WARN,
            field="cost",
            next_step=_("Say why it was reasonable, or ask for no more than the estimate."),
        )


def obstacles_to_surcharge(facts: CoercionFacts) -> Iterator[Obstacle]:
    """A surcharge never grows beyond what is owed (Art. 45)."""
    note = facts.necessity
    if facts.kind != CoercionKind.SURCHARGE or note.amount is None:
        return
    if facts.execution.surcharge_base is not None and note.amount > facts.execution.surcharge_base:
        yield Obstacle(
            code="EXE-2",
            message=_("The surcharge would exceed what is owed."),
            article=ARTICLE,
            citation=Citation(COERCION, "45"),
            field="amount",
            next_step=_("Ask for no more than the fine itself."),
        )


def agreement_is_possible(facts: CoercionFacts) -> bool:
    """COE-12: whether an agreement may be offered, which harms neither the public nor others (Art. 42).

    It may provide for instalments; when the party remedies in time, a surcharge may be waived.
    """
    return facts.kind in AGREEABLE and facts.execution.is_decided


def obstacles_to_agreeing(facts: CoercionFacts) -> Iterator[Obstacle]:
    if not agreement_is_possible(facts):
        yield Obstacle(
            code="COE-12",
            message=_("There is nothing here that could be agreed in instalments."),
            article=ARTICLE,
            citation=Citation(COERCION, "42"),
            next_step=_("Go on with the execution, or suspend it."),
        )


def _clears_at_once(facts: CoercionFacts) -> bool:
    """Roads, waterways and public places are cleared at once when the party cannot (Art. 52)."""
    return facts.kind == CoercionKind.SUBSTITUTE and bool(facts.execution.clears_at_once.strip())
