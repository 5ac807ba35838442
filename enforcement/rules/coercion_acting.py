"""Who approves coercion, how it is applied on the spot, and how it ends (Coercion Law, Art. 17-19, 24, 28)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from enforcement.rules.coercion_facts import CoercionFacts
from enforcement.rules.coercion_terms import ARTICLE
from enforcement.vocabulary.coercion import EXECUTIONS, MEASURES, OF_THINGS, SiteStep
from foundation.articles import COERCION, Citation
from foundation.obstacles import Obstacle, Severity

HANDED_TO_THE_PARTY = {SiteStep.LIST_HANDED}


def obstacles_to_approving(facts: CoercionFacts) -> Iterator[Obstacle]:
    """Whoever handles the case, or proposed it, does not approve it."""
    if facts.actor_id is not None and facts.actor_id in {*facts.handler_ids, facts.proposed_by_id}:
        yield Obstacle(
            code="COE-2",
            message=_("Who handles the case or proposed the coercion does not approve it."),
            article=ARTICLE,
            citation=Citation(COERCION, "18"),
            next_step=_("Another head of the organ decides."),
        )


def obstacles_to_confirming(facts: CoercionFacts) -> Iterator[Obstacle]:
    if facts.approved_at is not None or not facts.is_urgent:
        yield Obstacle(
            code="coercion:confirmed",
            message=_("There is nothing left to approve."),
            article=ARTICLE,
            citation=Citation(COERCION, "19"),
            next_step=_("It was approved already."),
        )


def obstacles_to_urgency(facts: CoercionFacts) -> Iterator[Obstacle]:
    """Only measures may be urgent, and the urgency is said; approval follows within a day."""
    if facts.kind not in MEASURES:
        yield Obstacle(
            code="COE-2",
            message=_("Only a measure can be applied before its approval, never an execution."),
            article=ARTICLE,
            citation=Citation(COERCION, "19, 37"),
            next_step=_("Propose the execution and have it approved."),
        )
    if not facts.urgent_reason.strip():
        yield Obstacle(
            code="COE-2",
            message=_("It is not said why it could not wait for approval."),
            article=ARTICLE,
            citation=Citation(COERCION, "19"),
            severity=Severity.REQUIRE,
            field="urgent_reason",
            next_step=_("Say what would have been lost; report to the head within 24 hours."),
        )


def obstacles_to_unapproved(facts: CoercionFacts) -> Iterator[Obstacle]:
    if facts.approved_at is None:
        yield Obstacle(
            code="COE-2",
            message=_("No head has approved it."),
            article=ARTICLE,
            citation=Citation(COERCION, "18"),
            next_step=_("Have it approved; in urgency apply it at once and report within 24 hours."),
        )


def obstacles_to_impossible_moment(facts: CoercionFacts) -> Iterator[Obstacle]:
    """Nothing was applied in the future, nor before it was approved."""
    if facts.applied_at is None:
        return
    if facts.applied_at > facts.at:
        yield Obstacle(
            code="date:future",
            message=_("This moment lies in the future."),
            article=ARTICLE,
            citation=Citation(COERCION, "24"),
            field="applied_at",
            next_step=_("Record what has happened when it happened."),
        )
    approved_at = facts.approved_at.replace(second=0, microsecond=0) if facts.approved_at else None
    if approved_at is not None and facts.applied_at < approved_at and not facts.is_urgent:
        yield Obstacle(
            code="COE-2",
            message=_("It was applied before it was approved."),
            article=ARTICLE,
            citation=Citation(COERCION, "18"),
            field="applied_at",
            next_step=_("Correct the moment; in urgency apply it at once and report within 24 hours."),
        )


def obstacles_to_forbidden_time(facts: CoercionFacts) -> Iterator[Obstacle]:
    yield from facts.forbidden_time


def obstacles_on_the_spot(facts: CoercionFacts) -> Iterator[Obstacle]:
    """The ten steps of Article 18: approval and two officers are looked up, the others are recorded."""
    yield from _obstacles_to_officers(facts)
    if facts.applied_at is None or facts.kind not in MEASURES:
        return
    missing = [step.label for step in SiteStep if step not in facts.site.steps and _is_due(step, facts)]
    if missing:
        yield Obstacle(
            code="COE-3",
            message=_("Not done on the spot: %(steps)s.")
            % {"steps": "; ".join(str(label) for label in missing)},
            article=ARTICLE,
            citation=Citation(COERCION, "18, 24"),
            severity=Severity.REQUIRE,
            field="steps",
            next_step=_("Do it, and record it; what was not done cannot be ticked."),
        )
    if facts.site.party_attended is not True and not facts.site.witness.strip():
        yield Obstacle(
            code="COE-3",
            message=_("The party was absent and no witness is named."),
            article=ARTICLE,
            citation=Citation(COERCION, "18"),
            severity=Severity.REQUIRE,
            field="witness",
            next_step=_("Invite a witness, who signs the note with the officers."),
        )


def _is_due(step: SiteStep, facts: CoercionFacts) -> bool:
    if step in HANDED_TO_THE_PARTY:
        return facts.kind in OF_THINGS
    absent = facts.site.party_attended is not True
    return not (absent and step in (SiteStep.REASONS_TOLD, SiteStep.PARTY_HEARD))


def _obstacles_to_officers(facts: CoercionFacts) -> Iterator[Obstacle]:
    if len(facts.site.handlers) < 2:
        yield Obstacle(
            code="SUB-2",
            message=_("Fewer than two officers handle the case."),
            article=ARTICLE,
            citation=Citation(COERCION, "18"),
            severity=Severity.REQUIRE,
            next_step=_("Assign two certified officers."),
        )
    for officer in facts.site.handlers:
        if not officer.is_certified or not officer.is_of_the_organ:
            yield Obstacle(
                code="SUB-3",
                message=_("%(name)s holds no valid certificate of this organ.") % {"name": officer.name},
                article=ARTICLE,
                citation=Citation(COERCION, "17"),
                next_step=_("Assign another officer."),
            )


def obstacles_to_inventory(facts: CoercionFacts) -> Iterator[Obstacle]:
    """A seizure names its things, in a list of which the party gets a copy."""
    if facts.kind in OF_THINGS and not facts.items:
        yield Obstacle(
            code="COE-3",
            message=_("The inventory is empty."),
            article=ARTICLE,
            citation=Citation(COERCION, "24"),
            severity=Severity.REQUIRE,
            next_step=_("Enter each thing with its amount and condition."),
        )


def obstacles_to_things_kept(facts: CoercionFacts) -> Iterator[Obstacle]:
    """No measure ends while a thing has not been given back or dealt with by law."""
    if facts.kept_items:
        yield Obstacle(
            code="COE-5",
            message=_("Still kept: %(things)s.")
            % {"things": "; ".join(item.name for item in facts.kept_items)},
            article=ARTICLE,
            citation=Citation(COERCION, "27, 28"),
            severity=Severity.REQUIRE,
            field="returned_on",
            next_step=_("Give the things back against a receipt, or record what the law had done with them."),
        )


def obstacles_to_measure_only(facts: CoercionFacts) -> Iterator[Obstacle]:
    if facts.is_execution:
        yield other_kind()


def obstacles_to_execution_only(facts: CoercionFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_lacking_execution(facts.kind)


def obstacles_to_lacking_execution(kind: str) -> Iterator[Obstacle]:
    if kind not in EXECUTIONS:
        yield other_kind()


def other_kind() -> Obstacle:
    """Measures serve an investigation, executions a decision: each has acts of its own."""
    return Obstacle(
        code="coercion:other_kind",
        message=_("This does not belong to this kind of coercion."),
        article=ARTICLE,
        citation=Citation(COERCION, "9, 12"),
        next_step=_("Choose what fits a measure, or an execution."),
    )


def obstacles_to_unreasoned_end(facts: CoercionFacts) -> Iterator[Obstacle]:
    if not facts.reason.strip():
        yield Obstacle(
            code="coercion:reason",
            message=_("A reason is needed."),
            article=ARTICLE,
            citation=Citation(COERCION, "28"),
            severity=Severity.REQUIRE,
            field="reason",
            next_step=_("Write down why, in a sentence or two."),
        )
