"""Taking an entry out of use, and marking the open cases that rest on it (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from enforcement.models import CasePerson, Notification
from foundation.due import handles, plan
from foundation.models import DueItem
from leniency.models import AssessmentResult, LeniencyAssessment, LeniencyEntry, RevisitNotice
from leniency.services.under_way import UNDECIDED
from leniency.vocabulary import Verdict
from leniency.vocabulary.currency import RevisitCause

MARK = "leniency_entry:mark_cases"
TOLD = "case:revisit_leniency"
CHUNK = 2000


def suspend_now(entry: LeniencyEntry, *, on: date, reason: str, at: datetime) -> None:
    """Suspend a locked entry and mark the open cases that rest on it; inside the act that decides it."""
    entry.suspended_on, entry.suspension_reason = on, reason
    entry.save()
    mark_cases(entry, at=at)


def mark_cases(entry: LeniencyEntry, *, at: datetime, after: int = 0) -> None:
    """Mark some thousand undecided cases whose latest assessment rests on the entry; the rest is planned."""
    rows = list(_resting_on(entry).filter(pk__gt=after).order_by("pk").values_list("pk", "case_id")[:CHUNK])
    notices = [
        RevisitNotice(
            case_id=case, list_id=entry.list_id, entry=entry, cause=RevisitCause.BASIS_VANISHED, told_at=at
        )
        for _assessment, case in rows
    ]
    keep_notices(notices)
    tell_handlers([case for _assessment, case in rows], round=entry.pk, at=at)
    if len(rows) == CHUNK:
        plan(kind=MARK, thing=f"leniency_entry:{entry.pk}:{rows[-1][0]}", due_at=at)


@handles(MARK)
def mark_when_due(item: DueItem, at: datetime) -> None:
    """Go on with the cases of an entry behind the last one that was marked."""
    _noun, key, after = item.thing.split(":")
    mark_cases(LeniencyEntry.objects.get(pk=key), at=at, after=int(after))


def keep_notices(notices: list[RevisitNotice]) -> None:
    """Write notices: one a case, list and cause; a later cause of the same kind renews it."""
    RevisitNotice.objects.bulk_create(
        notices,
        update_conflicts=True,
        unique_fields=["case", "list", "cause"],
        update_fields=["entry", "could_be", "told_at"],
        batch_size=500,
    )


def tell_handlers(cases: Iterable[int], *, round: int, at: datetime) -> None:
    """Tell who handles the cases, once each, in two statements."""
    people = CasePerson.objects.handling().filter(case__in=list(cases)).select_related("case")
    rows = [
        Notification(
            officer_id=person.officer_id,
            kind=TOLD,
            thing=f"case:{person.case_id}",
            round=round,
            at=at,
            url=f"{person.case.get_absolute_url()}#leniency",
            data={"number": person.case.number or person.case.clue_number},
        )
        for person in people
    ]
    Notification.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


def _resting_on(entry: LeniencyEntry) -> Any:
    """The latest assessments of undecided cases in which the entry applies or was chosen."""
    applying = AssessmentResult.objects.filter(entry=entry, applies=Verdict.HOLDS).values("assessment")
    later = LeniencyAssessment.objects.filter(case=OuterRef("case"), pk__gt=OuterRef("pk"))
    rows = LeniencyAssessment.objects.filter(Q(chosen_entry=entry) | Q(pk__in=applying))
    return rows.filter(~Exists(later), case__state__in=UNDECIDED)
