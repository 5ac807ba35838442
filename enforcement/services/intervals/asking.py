"""Recording time that is not counted, and asking for more of it (Penalty Law, Art. 60)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Case, CaseInterval
from enforcement.rules.intervals import AskedFacts, obstacles_to_extending, obstacles_to_stopping
from enforcement.rules.reasons import obstacles_to_silence
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.services.deadlines import keep_deadline
from enforcement.services.intervals.telling import tell_approvers
from enforcement.services.profiles import profile_of
from enforcement.vocabulary import Approver, IntervalKind, IntervalState
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission

HANDLE = Permission.CASE_HANDLE


def ask_extension(
    case_id: int, *, by: Actor, at: datetime, days: int, reason: str, expected: int | None = None
) -> Case:
    """Ask who the field's chain names for more time; raises Refused where the chain allows none (DEC-5)."""
    refuse(obstacles_to_silence(reason, field="reason"))
    with working_on(
        case_id, "ask_extension", by=by, at=at, needs=HANDLE, under=Article(6), expected=expected, why=reason
    ) as case:
        facts = _facts(case, at, days=days)
        refuse(obstacles_to_extending(facts))
        assert facts.step is not None  # noqa: S101 - the rule says so
        row = CaseInterval(
            case=case,
            kind=IntervalKind.EXTENSION,
            days=days,
            step=facts.granted + 1,
            approver=facts.step.approver,
            reason=reason,
            asked_by=officer_of(by),
            asked_on=facts.today,
        )
        row.save()
        tell_approvers(row, at=at)
        return case


def stop_clock(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    kind: str,
    begins_on: date,
    reason: str,
    ends_on: date | None = None,
    expected: int | None = None,
) -> Case:
    """Record time that the field does not count. A suspension waits for the head, the rest counts at once."""
    refuse(obstacles_to_silence(reason, field="reason"))
    with working_on(
        case_id, "stop_clock", by=by, at=at, needs=HANDLE, under=Article(6), expected=expected, why=reason
    ) as case:
        facts = _facts(case, at, kind=kind, begins_on=begins_on, ends_on=ends_on)
        refuse(obstacles_to_stopping(facts))
        needs_head = kind == IntervalKind.SUSPENSION
        row = CaseInterval(
            case=case,
            kind=kind,
            state=IntervalState.ASKED if needs_head else _state(ends_on),
            approver=Approver.HEAD if needs_head else "",
            begins_on=begins_on,
            ends_on=ends_on,
            reason=reason,
            asked_by=officer_of(by),
            asked_on=facts.today,
        )
        row.save()
        if needs_head:
            tell_approvers(row, at=at)
        keep_deadline(case, at=at)
        return case


def _state(ends_on: date | None) -> IntervalState:
    return IntervalState.APPROVED if ends_on is None else IntervalState.ENDED


def _facts(case: Case, at: datetime, **asked: Any) -> AskedFacts:
    known = list(case.intervals.all())
    extensions = [i for i in known if not i.is_stop]
    kind = asked.get("kind", IntervalKind.EXTENSION)
    return AskedFacts(
        today=timezone.localdate(at),
        profile=profile_of(case),
        filed_on=case.filed_on,
        deadline_on=case.deadline_on,
        granted=sum(i.counts for i in extensions),
        is_waiting=any(i.state == IntervalState.ASKED for i in extensions),
        is_running=any(
            i.kind == kind and i.ends_on is None and i.state in (IntervalState.ASKED, IntervalState.APPROVED)
            for i in known
            if i.is_stop
        ),
        **asked,
    )
