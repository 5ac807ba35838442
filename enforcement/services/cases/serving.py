"""Service of papers; from that of the decision run the times to pay and to ask the court (Penalty Law, Art. 61)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Case, Decision, Evidence, PaperService
from enforcement.rules import limits, limits_after
from enforcement.rules.court_window import court_window
from enforcement.rules.serving import obstacles_to_serving
from enforcement.services.calendar import work_calendar
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.services.cases.following import (
    BEFORE_COURT_CLOSES,
    COURT,
    PAY,
    SERVE,
    follow,
    stop_following,
)
from enforcement.vocabulary import PENALISING, HardshipState, Receipt, ServedPaper, ServiceMeans
from foundation.actors import Actor
from foundation.articles import Article
from foundation.calendar import MissingYear
from foundation.permissions import Permission


def serve_decision(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    served_on: date | None = None,
    means: str = ServiceMeans.IN_PERSON,
    recipient: str = "",
    receipt: str = Receipt.SIGNED,
    witness: str = "",
    begun_on: date | None = None,
    consent_on: date | None = None,
    trace: str = "",
    why: str = "",
    receipt_file: Evidence | None = None,
    expected: int | None = None,
) -> Case:
    """Record how the decision reached the party: the time to pay runs from then (Penalty Law, Art. 67).

    Raises Refused for a means without its proof (SRV-1). What was announced counts as served thirty days later.
    """
    with _serving(case_id, "serve_decision", by, at, expected) as case:
        decision = case.decision
        row = _row(
            case, ServedPaper.DECISION, by=by, served_on=served_on, means=means, recipient=recipient, receipt=receipt,
            witness=witness, begun_on=begun_on, consent_on=consent_on, trace=trace, why=why,
            receipt_file=receipt_file,
        )  # fmt: skip
        refuse(obstacles_to_serving(row.facts(today=timezone.localdate(at), decided_on=case.decided_on)))
        row.save()
        decision.served_on = row.served_on
        reckon_after_service(decision, keeps_its_day=_is_deferred(case))
        decision.save()
        stop_following(case, SERVE)
        follow_obligation(case, at=at)
        return case


def serve_paper(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    paper: str,
    served_on: date | None = None,
    means: str = ServiceMeans.IN_PERSON,
    recipient: str = "",
    receipt: str = Receipt.SIGNED,
    witness: str = "",
    begun_on: date | None = None,
    consent_on: date | None = None,
    trace: str = "",
    why: str = "",
    receipt_file: Evidence | None = None,
    expected: int | None = None,
) -> Case:
    """Keep the receipt of a paper whose day stands elsewhere, or of one beside the procedure."""
    with _serving(case_id, "serve_paper", by, at, expected) as case:
        row = _row(
            case, paper, by=by, served_on=served_on, means=means, recipient=recipient, receipt=receipt,
            witness=witness, begun_on=begun_on, consent_on=consent_on, trace=trace, why=why,
            receipt_file=receipt_file,
        )  # fmt: skip
        refuse(obstacles_to_serving(row.facts(today=timezone.localdate(at))))
        row.save()
        return case


def late_receipt(case: Case, *, by: Actor, at: datetime, **values: Any) -> PaperService:
    """The receipt of the decision (unsaved) for a file that lacks it; raises Refused without its proof."""
    by.require(Permission.CASE_HANDLE)
    row = _row(case, ServedPaper.DECISION, by=by, recipient="", begun_on=None, receipt_file=None, **values)
    refuse(obstacles_to_serving(row.facts(today=timezone.localdate(at), decided_on=case.decided_on)))
    return row


def set_time_to_serve(decision: Decision) -> None:
    """SRV-1: the seven working days; a case is decided also while the holidays of its year are unknown."""
    try:
        decision.serve_by = limits.service(decision.decided_on, work_calendar()).due_on
    except MissingYear:
        decision.serve_by = None


def reckon_after_service(decision: Decision, *, keeps_its_day: bool = False) -> None:
    """Set (unsaved) by when is paid and the court is asked; a day that a head granted stays."""
    if decision.served_on is None or decision.outcome not in PENALISING:
        return
    calendar = work_calendar()
    if not keeps_its_day:
        decision.carry_out_by = limits_after.payment(decision.served_on, calendar).due_on
    if decision.fine:
        window = court_window(decision.served_on, decision.case.remedy_runs(), calendar)
        decision.court_until = window.due_on if window else None


def follow_obligation(case: Case, *, at: datetime, parts: tuple[date, ...] = ()) -> None:
    """Plan the looks at payment and at the court's window for the days that ``case`` has now."""
    decision = case.decision
    if decision.fine:
        follow(PAY, case, *(parts or (decision.carry_out_by,)), at=at)
        follow(COURT, case, decision.court_until, at=at, after=BEFORE_COURT_CLOSES)


def _serving(case_id: int, action: str, by: Actor, at: datetime, expected: int | None) -> Any:
    needs = Permission.CASE_HANDLE
    return working_on(case_id, action, by=by, at=at, needs=needs, under=Article(6), expected=expected)


def _row(case: Case, paper: str, *, by: Actor, **values: Any) -> PaperService:
    receipt_file, announced_on = values.pop("receipt_file"), values["begun_on"]
    row = PaperService(case=case, paper=paper, recorded_by=officer_of(by), **values)
    row.recipient = row.recipient or case.counterpart.name
    if row.means == ServiceMeans.ANNOUNCEMENT and announced_on is not None:
        served_on = limits_after.announcement(announced_on, work_calendar()).due_on
        assert served_on is not None  # noqa: S101 - nothing stops these days
        row.served_on = served_on
    if receipt_file is not None:
        row.receipt_file = case.evidence.get(pk=receipt_file.pk)
    return row


def _is_deferred(case: Case) -> bool:
    found: bool = case.hardships.filter(state=HardshipState.GRANTED).exists()
    return found
