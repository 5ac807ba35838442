"""The rules of procedure in one field, as values that other rules are given (Penalty Law, Art. 45-64)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.periods import Period
from enforcement.vocabulary import Approver
from foundation.articles import LAW_NAMES, Article, Citation
from foundation.obstacles import Obstacle

PARAMETERS: dict[str, Any] = {
    "verification": _("time to verify a clue"),
    "verification_extension": _("extension of the verification"),
    "defence": _("time for statement and defence"),
    "review": _("time for legal review"),
    "review_extension": _("extension of the review"),
    "decision": _("time to decide"),
    "extensions": _("extension of the time to decide"),
    "exclusions": _("time that is not counted"),
    "hearing": _("larger fine that gives a right to a hearing"),
    "summary_filing": _("filing of a summary decision with the organ"),
}


@dataclass(frozen=True, slots=True)
class Extension:
    """One step of the chain: at most ``days`` more, or as many as the approver fixes when None."""

    days: int | None
    approver: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What binds in a field. A parameter without a source is a local setting, never shown as law."""

    field_code: str
    verification: Period
    defence: Period
    review: Period
    decision_days: int
    summary_filing: Period
    verification_extension: Period | None = None
    review_extension: Period | None = None
    extensions: tuple[Extension, ...] = ()
    excluded: frozenset[str] = frozenset()
    hearing_person_fine: Decimal | None = None
    hearing_organisation_fine: Decimal | None = None
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def source_of(self, parameter: str) -> Citation | str:
        """The provision that a parameter rests on; empty for a local setting."""
        return source_in_words(self.sources.get(parameter, ""))

    def excludes(self, kind: str) -> bool:
        """Whether time of ``kind`` is left out of the time to decide."""
        return kind in self.excluded

    def next_extension(self, granted: int) -> Extension | None:
        """The step of the chain that follows after ``granted`` extensions; None at its end."""
        return self.extensions[granted] if granted < len(self.extensions) else None

    def gives_hearing(self, fine: Decimal | None, *, is_person: bool) -> bool:
        """HEA-1: whether a fine of this size gives the party a right to a hearing (Penalty Law, Art. 63)."""
        least = self.hearing_person_fine if is_person else self.hearing_organisation_fine
        return fine is not None and least is not None and fine >= least


def source_in_words(text: str) -> Citation | str:
    """``"market_procedure:57"`` as a citation; words that name no known law stay as they are."""
    law, _colon, provision = text.partition(":")
    return Citation(law, provision) if law in LAW_NAMES else text


def obstacles_to_chain(steps: Sequence[Extension]) -> Iterator[Obstacle]:
    """DEC-5: the authority rises from step to step, and only the last step may leave its days open."""
    ranks = [list(Approver).index(Approver(step.approver)) for step in steps]
    if ranks != sorted(ranks):
        yield _fault(_("A later extension cannot be granted by a lower authority than the one before."))
    if any(step.days is None for step in steps[:-1]):
        yield _fault(_("Only the last extension may leave its days to who grants it."))


def _fault(message: Any) -> Obstacle:
    return Obstacle(
        code="profile:chain",
        message=message,
        article=Article(6),
        field="approver",
        next_step=_("Order the steps as the rules of the field name them."),
    )
