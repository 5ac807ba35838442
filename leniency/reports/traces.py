"""What departs from an assessment and what follows when nobody is penalised, as a case shows it (Art. 10 para. 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from enforcement.lists.case_cells import TITLE_HIDDEN
from enforcement.models import Case
from leniency.models import (
    CorrectionCheck,
    EducationRecord,
    LeniencyAssessment,
    LeniencyChoice,
    OffListWaiver,
    Promise,
)
from leniency.vocabulary import (
    TONE_OF_CHECK,
    TONE_OF_CHOICE,
    TONE_OF_PROMISE,
    CheckResult,
    ChoiceState,
    Element,
    PromiseState,
)


@dataclass(frozen=True, slots=True)
class StatedGround:
    """A ground beyond the lists, with the reason for each element and what legal review said."""

    waiver: OffListWaiver
    elements: tuple[tuple[Any, str], ...]
    is_current: bool
    is_reviewed: bool


def choices_of(case: Case, *, reads: bool) -> list[dict[str, Any]]:
    """Departures from the assessments of a case that the reader was found to see, the newest first."""
    rows = LeniencyChoice.objects.filter(case=case).select_related("entry", "asked_by", "answered_by")
    return [
        {
            "choice": row,
            "tone": TONE_OF_CHOICE[ChoiceState(row.state)].value,
            "reason": hidden(row.reason, reads=reads),
            "answer": hidden(row.answer, reads=reads),
        }
        for row in rows.order_by("-id")[:5]
    ]


def follow_ups_of(case: Case, *, reads: bool) -> dict[str, list[dict[str, Any]]]:
    """What was done instead of a penalty in a case that the reader was found to see, in three queries."""
    taught = EducationRecord.objects.filter(case=case).select_related("given_by")
    looked = CorrectionCheck.objects.filter(case=case).select_related("checked_by")
    return {
        "educations": [{"row": row, "said": hidden(row.said, reads=reads)} for row in taught],
        "checks": [
            {
                "row": row,
                "tone": TONE_OF_CHECK[CheckResult(row.result)].value if row.result else "watch",
                "evidence": hidden(row.evidence, reads=reads),
            }
            for row in looked
        ],
        "promises": [
            {
                "row": row,
                "tone": TONE_OF_PROMISE[PromiseState(row.state)].value,
                "text": hidden(row.text, reads=reads),
                "signed_by": hidden(row.signed_by, reads=reads),
            }
            for row in Promise.objects.filter(case=case)
        ],
    }


def stated_ground(case: Case, latest: LeniencyAssessment, *, reads: bool) -> StatedGround | None:
    """The last statement of a ground of the law, as it stands."""
    rows = OffListWaiver.objects.filter(case=case).select_related("assessment", "stated_by")
    stated = rows.order_by("-id").first()
    if stated is None:
        return None
    passed = case.reviews.filter(reviewed_at__gte=stated.stated_at, opinion="passed").exists()
    return StatedGround(
        waiver=stated,
        elements=tuple(
            (Element(code).label, hidden(text, reads=reads)) for code, text in stated.elements.items()
        ),
        is_current=stated.assessment.facts == latest.facts,
        is_reviewed=passed,
    )


def hidden(text: str, *, reads: bool) -> Any:
    """Free text, unless the reader may not read what may name persons."""
    return text if reads or not text else TITLE_HIDDEN
