"""What stands in the way of filing, investigating, carrying out and closing a case (Art. 3, 6)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before
from enforcement.rules.evidence import obstacles_to_relying_on
from enforcement.rules.facts import CaseFacts
from enforcement.rules.handing_money import obstacles_to_closing_with_money
from enforcement.vocabulary import PENALISING
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
    yield from future_days(facts.today, certificates_shown_on=facts.certificates_shown_on)
    if not facts.has_evidence:
        yield Obstacle(
            code="EVI-1",
            message=_("No evidence has been filed."),
            article=Article(6),
            citation=Citation(PENALTY, "46"),
            severity=Severity.REQUIRE,
            next_step=_("Add the evidence to the case."),
        )
    else:
        yield from obstacles_to_relying_on(standings=facts.evidence_standings)
    if not facts.has_note:
        yield Obstacle(
            code="EVI-6",
            message=_("There is no note of an inquiry or of the place."),
            article=Article(6),
            citation=Citation(PENALTY, "55"),
            severity=Severity.REQUIRE,
            next_step=_("Add the note, signed page by page or with the witness of a refusal."),
        )
    if not facts.has_facts_found:
        yield Obstacle(
            code="EVI-6",
            message=_("The facts found have not been written down."),
            article=Article(6),
            citation=Citation(PENALTY, "55"),
            severity=Severity.REQUIRE,
            field="facts_found",
            next_step=_("Write down what was found."),
        )


def obstacles_to_unshown_certificates(facts: CaseFacts) -> Iterator[Obstacle]:
    if facts.certificates_shown_on is None:
        yield Obstacle(
            code="SUB-4",
            message=_("It is not recorded that the officers showed their certificates."),
            article=Article(6),
            citation=Citation(PENALTY, "55"),
            severity=Severity.REQUIRE,
            field="certificates_shown_on",
            next_step=_("Record the day on which they were shown."),
        )


def obstacles_to_carrying_out(facts: CaseFacts) -> Iterator[Obstacle]:
    yield from future_days(facts.today, carried_out_on=facts.carried_out_on)
    yield from not_before(
        "carried_out_on",
        facts.carried_out_on,
        facts.decided_on,
        _("A decision cannot be carried out before it was taken."),
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


def obstacles_to_closing_holding(facts: CaseFacts) -> Iterator[Obstacle]:
    """What an officer collected on the spot has reached the bank (Penalty Law, Art. 71)."""
    yield from obstacles_to_closing_with_money(holds_money=facts.holds_money)
