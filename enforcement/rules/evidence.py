"""What evidence must be before it supports a finding (Art. 6; Penalty Law, Art. 41, 46, 56)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import EvidenceKind, EvidenceStanding
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity


@dataclass(frozen=True, slots=True)
class MonitoringFacts:
    """A device that recorded something, and the days on which its duties were met."""

    recorded_on: date
    legal_review_on: date | None = None
    technical_review_on: date | None = None
    published_on: date | None = None
    reviewed_on: date | None = None
    party_told_on: date | None = None


def obstacles_to_relying_on(*, standings: tuple[str, ...]) -> Iterator[Obstacle]:
    """Only verified evidence supports a finding."""
    if EvidenceStanding.VERIFIED not in standings:
        yield Obstacle(
            code="EVI-1",
            message=_("No evidence has been verified: none supports a finding yet."),
            article=Article(6),
            citation=Citation(PENALTY, "46"),
            severity=Severity.REQUIRE,
            next_step=_("Verify what was filed: authentic, lawful and relevant."),
        )


def obstacles_to_verifying(
    *, kind: str, standing: str, reason: str, monitoring: MonitoringFacts | None = None
) -> Iterator[Obstacle]:
    """A finding on evidence is one of the law's own, with its reason; a device keeps its duties."""
    if kind not in EvidenceKind.values or standing not in EvidenceStanding.values:
        yield Obstacle(
            code="EVI-1",
            message=_("This is none of the eight kinds of evidence, or no finding that the law knows."),
            article=Article(6),
            citation=Citation(PENALTY, "46"),
            next_step=_("Choose the kind and the finding from the list."),
        )
    if standing != EvidenceStanding.VERIFIED and not reason.strip():
        yield Obstacle(
            code="EVI-1",
            message=_("Evidence is not set aside without a reason."),
            article=Article(6),
            citation=Citation(PENALTY, "46"),
            severity=Severity.REQUIRE,
            field="reason",
            next_step=_("Say why it is not accepted, or how it was obtained illegally."),
        )
    if standing == EvidenceStanding.VERIFIED and monitoring is not None:
        yield from obstacles_to_monitoring(monitoring)


def obstacles_to_monitoring(facts: MonitoringFacts) -> Iterator[Obstacle]:
    """A device is reviewed and its place published before it records; its record is examined, the party told."""
    before: tuple[tuple[date | None, Any, Any], ...] = (
        (
            facts.legal_review_on,
            _("The device had no legal review."),
            _("Record the day of its legal review."),
        ),
        (
            facts.technical_review_on,
            _("The device had no technical review."),
            _("Record the day of its technical review."),
        ),
        (
            facts.published_on,
            _("The place of the device was not public."),
            _("Record the day on which its place was published."),
        ),
    )
    for day, message, next_step in before:
        if day is None or day > facts.recorded_on:
            yield _unfit(message, next_step)
    if facts.reviewed_on is None:
        yield _unfit(_("Nobody has examined the record of the device."), _("Examine it and record the day."))
    if facts.party_told_on is None:
        yield _unfit(
            _("The party has not been told of the record."),
            _("Tell the party, open a way to look it up, and record the day."),
        )


def _unfit(message: Any, next_step: Any) -> Obstacle:
    return Obstacle(
        code="EVI-3",
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, "41"),
        next_step=next_step,
    )


def obstacles_to_approving_preservation(*, is_proposer: bool, is_handler: bool) -> Iterator[Obstacle]:
    """The head approves what an officer proposes."""
    if is_proposer or is_handler:
        yield Obstacle(
            code="EVI-2",
            message=_("Who proposes a registration or handles the case does not approve it."),
            article=Article(6),
            citation=Citation(PENALTY, "56"),
            next_step=_("Another head decides."),
        )


def obstacles_to_ending_preservation(*, state: str, approved: str) -> Iterator[Obstacle]:
    """Only what the head has registered can be dealt with."""
    if state != approved:
        yield Obstacle(
            code="EVI-2",
            message=_("This evidence is not registered: the head has not approved, or it has ended."),
            article=Article(6),
            citation=Citation(PENALTY, "56"),
            next_step=_("Ask the head, or register it anew."),
        )
