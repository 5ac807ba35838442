"""What stands in the way of each step of a case (Art. 3, 5, 6; Penalty Law)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from enforcement.rules.facts import CaseFacts
from enforcement.vocabulary import PENALISING, Outcome, ReviewOpinion
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity


def obstacles_to_competence(facts: CaseFacts) -> Iterator[Obstacle]:
    if not facts.organ_is_active:
        yield Obstacle(
            code="SUB-1",
            message=_("The organ is not qualified to enforce at present."),
            article=Article(6),
            citation=Citation(PENALTY, "17-21"),
            next_step=_("Ask the organ administrator to check its qualification."),
        )
    if not facts.matter_in_duties:
        yield Obstacle(
            code="SUB-1",
            message=_("The matter is outside the duties of the organ."),
            article=Article(8),
            citation=Citation(PENALTY, "17-22"),
            next_step=_("Refer the clue to the competent organ."),
        )


def obstacles_to_acting_on_site(facts: CaseFacts) -> Iterator[Obstacle]:
    if len(facts.handlers) < 2:
        yield Obstacle(
            code="SUB-2",
            message=_("Fewer than two officers handle the case."),
            article=Article(6),
            citation=Citation(PENALTY, "42"),
            severity=Severity.REQUIRE,
            next_step=_("Assign two certified officers."),
        )
    for officer in facts.handlers:
        if not officer.is_certified or not officer.is_of_the_organ:
            yield Obstacle(
                code="SUB-3",
                message=_("%(name)s holds no valid certificate of this organ.") % {"name": officer.name},
                article=Article(6),
                citation=Citation(PENALTY, "42"),
                next_step=_("Assign another officer."),
            )


def obstacles_to_investigated(facts: CaseFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_acting_on_site(facts)
    if not facts.has_evidence:
        yield Obstacle(
            code="EVI-1",
            message=_("No evidence has been filed."),
            article=Article(6),
            citation=Citation(PENALTY, "46"),
            severity=Severity.REQUIRE,
            next_step=_("Add the evidence to the case."),
        )
    if not facts.has_facts_found:
        yield Obstacle(
            code="EVI-6",
            message=_("The facts found have not been written down."),
            article=Article(6),
            citation=Citation(PENALTY, "55"),
            severity=Severity.REQUIRE,
            next_step=_("Write down what was found."),
        )


def obstacles_to_deciding(facts: CaseFacts) -> Iterator[Obstacle]:
    if facts.actor_is_handler:
        yield Obstacle(
            code="SUB-6",
            message=_("Who handles a case does not decide it."),
            article=Article(6),
            citation=Citation(PENALTY, "57"),
            next_step=_("Another authorised head decides."),
        )
    if facts.review_opinion != ReviewOpinion.PASSED and (facts.is_flagged or facts.review_opinion):
        yield Obstacle(
            code="DEC-2",
            message=_("Legal review has not agreed."),
            article=Article(6),
            citation=Citation(PENALTY, "58"),
            severity=Severity.REQUIRE,
            next_step=_("Ask a legal reviewer; after a return, correct what was named."),
        )
    if facts.outcome in PENALISING:
        yield from _obstacles_to_penalising(facts)
    if facts.outcome == Outcome.NO_PENALTY:
        yield from _obstacles_to_no_penalty(facts)


def _obstacles_to_penalising(facts: CaseFacts) -> Iterator[Obstacle]:
    if facts.notice_served_on is None:
        yield Obstacle(
            code="RGT-1",
            message=_("The party has not been notified of facts, reasons, basis and rights."),
            article=Article(6),
            citation=Citation(PENALTY, "44, 62"),
            severity=Severity.REQUIRE,
            next_step=_("Serve the prior notice first."),
        )
        return
    waiting = facts.defence_until is not None and facts.today <= facts.defence_until
    if waiting and not facts.defence_filed and not facts.notice_waived:
        yield Obstacle(
            code="RGT-4",
            message=_("The time for statement and defence is still running."),
            article=Article(6),
            citation=Citation(PENALTY, "45"),
            next_step=_("Wait until it ends or the party waives it in writing."),
        )
    if facts.defence_filed and not facts.defence_reviewed:
        yield Obstacle(
            code="RGT-2",
            message=_("The defence has not been reviewed."),
            article=Article(6),
            citation=Citation(PENALTY, "45"),
            severity=Severity.REQUIRE,
            next_step=_("Answer the defence in writing."),
        )


def _obstacles_to_no_penalty(facts: CaseFacts) -> Iterator[Obstacle]:
    if not facts.has_education_record:
        yield Obstacle(
            code="LEN-8",
            message=_("A case without penalty needs a record of education."),
            article=Article(10, "1"),
            citation=Citation(PENALTY, "33"),
            severity=Severity.REQUIRE,
            field="education",
            next_step=_("Write down how the party was educated."),
        )
    if not facts.has_correction_order:
        yield Obstacle(
            code="DEC-8",
            message=_("An order to correct is missing."),
            article=Article(10, "1"),
            citation=Citation(PENALTY, "28"),
            severity=Severity.REQUIRE,
            field="correction_order",
            next_step=_("Write down what must be corrected and by when."),
        )


def obstacles_to_closing(facts: CaseFacts) -> Iterator[Obstacle]:
    if facts.outcome in PENALISING and facts.carried_out_on is None:
        yield Obstacle(
            code="EXE-0",
            message=_("The decision has not been carried out."),
            article=Article(3),
            citation=Citation(PENALTY, "66"),
            severity=Severity.REQUIRE,
            next_step=_("Record its execution first."),
        )
