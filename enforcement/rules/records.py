"""The record of the whole process, and what it must contain (Art. 6; Penalty Law, Art. 47, 55)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import Medium, Phase, RecordKind, Signature
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

STORE_WITHIN = timedelta(hours=24)
NOTES = (RecordKind.INQUIRY, RecordKind.ON_SITE, RecordKind.HEARING)


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """One note or recording."""

    kind: str
    medium: str
    made_at: datetime
    uploaded_at: datetime | None = None
    has_gap: bool = False
    has_gap_reason: bool = False
    shows_both_sides: bool = True
    signature: str = Signature.NONE
    has_witness: bool = False


@dataclass(frozen=True, slots=True)
class PhaseCover:
    """What a phase of the case has, and what it needs."""

    phase: str
    reached: bool
    has_text: bool
    has_recording: bool
    needs_recording: bool = False

    @property
    def lacks_text(self) -> bool:
        return self.reached and not self.has_text

    @property
    def lacks_recording(self) -> bool:
        return self.reached and self.needs_recording and not self.has_recording


def obstacles_to_recording(facts: RecordFacts, *, at: datetime) -> Iterator[Obstacle]:
    """A note is signed page by page, or the refusal is witnessed; a recording is whole and stored in a day."""
    if facts.medium == Medium.TEXT and facts.kind in NOTES:
        yield from _obstacles_to_note(facts)
    if facts.medium != Medium.TEXT:
        yield from _obstacles_to_footage(facts, at=at)


def _obstacles_to_note(facts: RecordFacts) -> Iterator[Obstacle]:
    if facts.signature == Signature.NONE:
        yield _note(_("The note is not signed."), "signature", _("Have it signed page by page."))
    if facts.signature == Signature.REFUSED and not facts.has_witness:
        yield _note(
            _("The party refused to sign and no witness is named."),
            "witness",
            _("Name the witness of the refusal."),
        )


def _note(message: Any, field: str, next_step: Any) -> Obstacle:
    return Obstacle(
        code="EVI-6",
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, "55"),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )


def _obstacles_to_footage(facts: RecordFacts, *, at: datetime) -> Iterator[Obstacle]:
    if (facts.uploaded_at or at) - facts.made_at > STORE_WITHIN:
        yield _defect(_("The recording was not stored within 24 hours."), "uploaded_at")
    if facts.has_gap and not facts.has_gap_reason:
        yield _defect(_("The recording has a gap whose reason was not spoken."), "gap_reason")
    if facts.medium == Medium.VIDEO and not facts.shows_both_sides:
        yield _defect(_("The recording does not show both officers and party."), "shows_both_sides")


def _defect(message: Any, field: str) -> Obstacle:
    return Obstacle(
        code="EVI-5",
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, "47"),
        severity=Severity.WARN,
        field=field,
        next_step=_("Say how the defect came about; it stays visible in the file."),
    )


def obstacles_to_whole_process(covers: tuple[PhaseCover, ...]) -> Iterator[Obstacle]:
    """Every phase that was reached has its text, and a recording where the law asks for one."""
    for cover in covers:
        if cover.lacks_text:
            yield Obstacle(
                code="EVI-4",
                message=_("The phase “%(phase)s” has no written record.")
                % {"phase": Phase(cover.phase).label},
                article=Article(6),
                citation=Citation(PENALTY, "47"),
                severity=Severity.REQUIRE,
                next_step=_("Add the record of this phase."),
            )
        if cover.lacks_recording:
            yield Obstacle(
                code="EVI-4",
                message=_("The phase “%(phase)s” has no sound or video recording.")
                % {"phase": Phase(cover.phase).label},
                article=Article(6),
                citation=Citation(PENALTY, "47"),
                severity=Severity.WARN,
                next_step=_("Add the recording, or say why there is none."),
            )
