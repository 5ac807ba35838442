"""What a file must hold before it goes into the archive (Art. 4; Market Supervision Penalty Procedure, Art. 78)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary.filing_away import SIDE_PIECES, Piece, Shelf
from foundation.articles import MARKET_PROCEDURE, Article, Citation
from foundation.obstacles import Obstacle, Severity

RECORD_IT: dict[Piece, Any] = {
    Piece.RECEIPT: _("Record the service of the decision with its receipt."),
    Piece.PAYMENT: _("Record the payments with their receipt numbers, or what the court answered."),
    Piece.EVIDENCE: _("Verify the evidence, or add what supports the finding."),
    Piece.DEFENCE: _("Write down how the defence was reviewed."),
    Piece.HARDSHIP: _("Have the head answer the application, with reasons."),
    Piece.TRANSFER: _("Record the receipt and the answer of the body that took the case over."),
    Piece.CLOSING: _("Have the head close the case."),
    Piece.COURT: _("Record the demand letter and what the court answered."),
}

ASKED_FOR = {Piece.RECEIPT: "served_on"}
"""What may still be put in at the door of the archive, by the field that asks for it."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One piece: whether this case needs it, whether it is there, and a word about it."""

    piece: Piece
    is_needed: bool
    is_there: bool
    note: str = ""

    @property
    def shelf(self) -> Shelf:
        return Shelf.SIDE if self.piece in SIDE_PIECES else Shelf.MAIN

    @property
    def is_missing(self) -> bool:
        return self.is_needed and not self.is_there

    @property
    def next_step(self) -> Any:
        return RECORD_IT.get(self.piece, _("Add it to the case."))


def obstacles_to_archiving(file: tuple[Holding, ...]) -> Iterator[Obstacle]:
    """Each piece that outcome and procedure ask for and that nobody put in."""
    for holding in file:
        if holding.is_missing:
            yield Obstacle(
                code="file:incomplete",
                message=_("The file lacks: %(piece)s.") % {"piece": holding.piece.label},
                article=Article(4),
                citation=Citation(MARKET_PROCEDURE, "78"),
                severity=Severity.REQUIRE,
                field=ASKED_FOR.get(holding.piece),
                next_step=holding.next_step,
            )
