"""Documents about a case: which are possible in its state, and their texts (Penalty Law, Art. 28, 44, 59, 61)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from enforcement.models import Case, whole_files
from enforcement.services.documents.sources import Draft, Source, register_source
from enforcement.services.documents.texts.corrections import correction_order, receipt_of_service
from enforcement.services.documents.texts.decisions import no_penalty_decision, penalty_decision
from enforcement.services.documents.texts.notices import prior_notice
from enforcement.vocabulary import PENALISING, CaseState, LetterKind, Outcome
from foundation.articles import Article
from foundation.permissions import Permission

WITHOUT_DOCUMENTS = (CaseState.CLUE, CaseState.NOT_FILED, CaseState.ARCHIVED)
WRITERS: dict[str, Callable[[Case], Draft]] = {
    LetterKind.NOTICE: prior_notice,
    LetterKind.CORRECTION: correction_order,
    LetterKind.DECISION: penalty_decision,
    LetterKind.NO_PENALTY: no_penalty_decision,
    LetterKind.RECEIPT: receipt_of_service,
}


@dataclass(frozen=True, slots=True)
class CaseLetter:
    """A letter about what a floor above records on a case that is not archived.

    ``is_recorded`` is the expression of a case's row that says whether there is something to write.
    """

    kind: LetterKind
    is_recorded: Any
    write: Callable[[Case], Draft]


_letters: list[CaseLetter] = []


def register_letter(letter: CaseLetter) -> None:
    """Let cases have this letter as well; floors above register theirs when they start."""
    _letters.append(letter)
    WRITERS[letter.kind] = letter.write


def whole_files_with_letters() -> Any:
    """Whole files that know which letters of floors above they have."""
    return whole_files().annotate(**{f"has_{letter.kind}": letter.is_recorded for letter in _letters})


def kinds_of(case: Case) -> Iterator[LetterKind]:
    """What can be issued as far as the case has come."""
    if case.state != CaseState.ARCHIVED:
        yield from (letter.kind for letter in _letters if getattr(case, f"has_{letter.kind}"))
    if case.state in WITHOUT_DOCUMENTS:
        return
    circumstances = getattr(case, "circumstances", None)
    if circumstances is not None and circumstances.correct_by is not None:
        yield LetterKind.CORRECTION
    if getattr(case, "notice", None) is not None:
        yield LetterKind.NOTICE
    if getattr(case, "decision", None) is not None:
        if case.outcome in PENALISING:
            yield LetterKind.DECISION
        if case.outcome == Outcome.NO_PENALTY:
            yield LetterKind.NO_PENALTY
        yield LetterKind.RECEIPT


def write(case: Case, kind: LetterKind) -> Draft:
    return WRITERS[kind](case)


register_source(
    Source(
        noun="case",
        model=Case,
        handle=Permission.CASE_HANDLE,
        article=Article(6),
        rows=whole_files_with_letters,
        kinds=kinds_of,
        write=write,
        act_url="enforcement:case_act",
        case_of=lambda case: case,
        field_of=lambda case: case.matter.field_id,
    )
)
