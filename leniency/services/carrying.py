"""What becomes of a departure when its case is assessed anew: kept on the same facts, else overtaken (LEN-9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from enforcement.models import Officer
from enforcement.services.deadlines.watching import heads_of
from foundation.actors import Actor
from foundation.record import audited
from leniency.lifecycle import CHOICE_LIFECYCLE
from leniency.models import LeniencyAssessment, LeniencyChoice
from leniency.services.choosing import LIVE, tell_of_choice
from leniency.services.drafts import ARTICLE
from leniency.vocabulary import ChoiceState

SAYS = ("facts", "conclusion", "could_be")


def carry_choices(
    before: LeniencyAssessment | None, after: LeniencyAssessment, *, by: Actor, at: datetime
) -> None:
    """Keep what was chosen about ``before`` where ``after`` says the same, else let it lapse; in an open act."""
    if before is None:
        return
    is_same = says_the_same(before, after)
    if is_same:
        after.chosen_entry_id, after.choice_reason = before.chosen_entry_id, before.choice_reason
        after.save()
    for row in LeniencyChoice.objects.filter(case=after.case_id, state__in=LIVE).order_by("id"):
        if is_same and row.assessment_id == before.pk:
            row.assessment = after
            row.save()
        else:
            _let_lapse(row, by=by, at=at)


def says_the_same(before: LeniencyAssessment, after: LeniencyAssessment) -> bool:
    """Whether two assessments rest on the same facts, and say the same of the same entries."""
    return all(getattr(before, name) == getattr(after, name) for name in SAYS) and _verdicts(
        before
    ) == _verdicts(after)


def _verdicts(assessment: LeniencyAssessment) -> set[tuple[int, str]]:
    return set(assessment.results.values_list("entry_id", "applies"))


def _let_lapse(row: LeniencyChoice, *, by: Actor, at: datetime) -> None:
    concerned = {officer.pk: officer for officer in _concerned(row)}
    with audited("leniency_choice:lapse", by=by, at=at, under=ARTICLE):
        CHOICE_LIFECYCLE.take(row, "lapse", by=by, at=at)
        row.save()
    for officer in concerned.values():
        tell_of_choice(officer, row, at=at)


def _concerned(row: LeniencyChoice) -> Iterator[Officer]:
    """Who proposed it, and who answered it or was to."""
    yield row.asked_by
    if row.state == ChoiceState.ASKED:
        yield from heads_of(row.case)
    elif row.answered_by is not None:
        yield row.answered_by
