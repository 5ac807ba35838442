"""Education, second looks and promises where nobody is penalised (Art. 10 para. 1; Penalty Law, Art. 28, 33)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from django.conf import settings
from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from enforcement.models import Case
from enforcement.services.calendar import last_day_of
from enforcement.services.cases import record_circumstances
from enforcement.services.cases.base import officer_of, refuse
from enforcement.services.deadlines.watching import case_officers
from enforcement.services.notifications import notify
from enforcement.vocabulary import LENIENT_GROUNDS, CaseState, Outcome
from foundation.actors import SCHEDULER, Actor
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.permissions import Permission
from foundation.record import audited
from guidance.rules.following_up import second_look
from leniency.models import CorrectionCheck, EducationRecord, Promise
from leniency.rules.following_up import (
    obstacles_to_check_plan,
    obstacles_to_checking,
    obstacles_to_following,
    obstacles_to_late_trace,
)
from leniency.services.drafts import ARTICLE
from leniency.services.promises import OPEN, end_promise
from leniency.vocabulary import CheckResult

LOOK, TEACH = "correction:look", "education:give"
MORNING = time(8)
SPARED = (CaseState.DECIDED, CaseState.NOT_FILED)


@contextmanager
def tracing(
    case_id: int, action: str, *, by: Actor, at: datetime, expected: int | None, why: str = ""
) -> Iterator[Case]:
    """Open ``case:<action>`` and lock a case whose file is not closed; raises Forbidden, Stale and Refused."""
    by.require(Permission.CASE_HANDLE)
    with audited(f"case:{action}", by=by, at=at, under=ARTICLE, why=why):
        case = Case.objects.workable_by(by).locked(case_id, expected=expected)
        refuse(obstacles_to_late_trace(case.state))
        yield case


def educate(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    given_on: date,
    means: str,
    said: str,
    acknowledged: str,
    expected: int | None = None,
) -> EducationRecord:
    """Record who told the party what, when and how; raises Refused for a day that cannot be."""
    with tracing(case_id, "educate", by=by, at=at, expected=expected) as case:
        refuse(obstacles_to_check_plan(given_on, today=timezone.localdate(at), field="given_on", past=True))
        refuse(obstacles_to_following(given_on, field="given_on", found_on=case.discovered_on))
        row = EducationRecord(
            case=case,
            given_on=given_on,
            given_by=officer_of(by),
            means=means,
            said=said,
            acknowledged=acknowledged,
        )
        row.save()
        cancel(kind=TEACH, thing=f"case:{case.pk}")
        return row


def plan_check(
    case_id: int, *, by: Actor, at: datetime, due_on: date | None = None, expected: int | None = None
) -> CorrectionCheck:
    """Plan the second look, by ``due_on`` or the days that the city set after the day of the order, once."""
    with tracing(case_id, "plan_check", by=by, at=at, expected=expected) as case:
        known = CorrectionCheck.objects.filter(case=case, checked_on=None).first()
        known = known or CorrectionCheck(case=case)
        known.due_on = due_on or _day_of_look(case, timezone.localdate(at))
        refuse(obstacles_to_check_plan(known.due_on, today=timezone.localdate(at), field="due_on"))
        known.save()
        _tell_on_its_day(known, at=at)
        return known


def record_check(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    checked_on: date,
    result: str,
    evidence: str,
    corrected_on: date | None = None,
    next_on: date | None = None,
    promise_broken: bool = False,
    expected: int | None = None,
) -> CorrectionCheck:
    """Record what the second look found; where not all is done, the next one is planned.

    A broken promise is noted and told to who handles the case: nothing follows from it by itself.
    Raises Refused for days that do not fit.
    """
    with tracing(case_id, "record_check", by=by, at=at, expected=expected) as case:
        today = timezone.localdate(at)
        refuse(
            obstacles_to_checking(
                checked_on=checked_on, today=today, result=result, next_on=next_on, corrected_on=corrected_on
            )
        )
        found_on, decided_on = case.discovered_on, case.decided_on
        refuse(
            obstacles_to_following(checked_on, field="checked_on", found_on=found_on, decided_on=decided_on)
        )
        row = CorrectionCheck.objects.filter(case=case, checked_on=None).first()
        row = row or CorrectionCheck(case=case, due_on=checked_on)
        row.checked_on, row.checked_by = checked_on, officer_of(by)
        row.result, row.evidence = result, evidence
        row.save()
        cancel(kind=LOOK, thing=f"case:{case.pk}")
        if result == CheckResult.CORRECTED:
            _note_correction(case, corrected_on or checked_on, by=by, at=at)
        elif next_on is not None:
            following = CorrectionCheck(case=case, due_on=next_on)
            following.save()
            _tell_on_its_day(following, at=at)
        end_promise(case, result=result, is_broken=promise_broken, on=checked_on, at=at)
        return row


def plan_missing_checks(*, at: datetime, limit: int = 2000) -> int:
    """Plan the second look of every case that ended without a penalty and lacks one; returns how many."""
    spared = Case.objects.filter(
        state=CaseState.DECIDED,
        outcome=Outcome.NO_PENALTY,
        correction_checks=None,
        circumstances__corrected_on=None,
    )
    unfiled = Case.objects.filter(
        state=CaseState.NOT_FILED, non_filing__ground__in=LENIENT_GROUNDS, correction_checks=None,
        circumstances__corrected_on=None,
    )  # fmt: skip
    keys = [*spared.order_by("id").values_list("id", flat=True)[:limit]]
    keys += unfiled.order_by("id").values_list("id", flat=True)[: limit - len(keys)]
    for key in keys:
        plan_check(key, by=SCHEDULER, at=at)
    return len(keys)


def plan_missing_education(*, at: datetime, limit: int = 2000) -> int:
    """Plan to remind of every education that a decision promised and nobody recorded; returns how many."""
    planned = DueItem.objects.filter(
        kind=TEACH, thing=Concat(Value("case:"), Cast(OuterRef("pk"), CharField()))
    )
    owed = Case.objects.filter(state=CaseState.DECIDED, decision__educate_by__isnull=False, educations=None)
    days = list(
        owed.exclude(Exists(planned)).order_by("id").values_list("id", "decision__educate_by")[:limit]
    )
    for key, day in days:
        plan(kind=TEACH, thing=f"case:{key}", due_at=max(at, _morning_of(day)))
    return len(days)


@handles(TEACH)
def remind_of_education(item: DueItem, at: datetime) -> None:
    """The day has come by which a party that was spared is taught, and nobody has written down that it was."""
    case = Case.objects.select_related("decision").get(pk=item.thing.partition(":")[2])
    if EducationRecord.objects.filter(case=case).exists():
        return
    day = case.decision.educate_by
    for officer in case_officers(case):
        notify(
            officer, kind=TEACH, thing=item.thing, round=item.round, at=at, url=f"{case.get_absolute_url()}#leniency",
            data={"number": str(case), "day": day.isoformat()},
        )  # fmt: skip


@handles(LOOK)
def remind_of_check(item: DueItem, at: datetime) -> None:
    """The day of the second look has come: who handles the case goes and looks."""
    case = Case.objects.get(pk=item.thing.partition(":")[2])
    check = CorrectionCheck.objects.filter(case=case, checked_on=None).first()
    if check is None:
        return
    for officer in case_officers(case):
        notify(
            officer, kind=LOOK, thing=item.thing, round=item.round, at=at, url=check.get_absolute_url(),
            data={"number": str(case), "day": check.due_on.isoformat()},
        )  # fmt: skip


def _day_of_look(case: Case, today: date) -> date:
    """After the last day on which the party may still correct: the one ordered, or the one it promised."""
    promised = Promise.objects.filter(case=case, state__in=OPEN).values_list("correct_by", flat=True)
    ordered_until = max((today, *(day for day in (case.circumstances.correct_by, *promised) if day)))
    return last_day_of(second_look, ordered_until, days=settings.LENIENCY_RECHECK_DAYS)


def _tell_on_its_day(check: CorrectionCheck, *, at: datetime) -> None:
    thing = f"case:{check.case_id}"
    cancel(kind=LOOK, thing=thing)
    plan(kind=LOOK, thing=thing, due_at=max(at, _morning_of(check.due_on)), round=check.due_on.toordinal())


def _morning_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, MORNING))


def _note_correction(case: Case, day: date, *, by: Actor, at: datetime) -> None:
    """The day of the correction, where nobody wrote it down before and the file is still open."""
    if case.state == CaseState.DECIDED and case.circumstances.corrected_on is None:
        record_circumstances(case.pk, by=by, at=at, corrected_on=day)
