"""How each deadline of a case came about, for its page and the API."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from enforcement.reports.deadlines import Reckoner
from enforcement.rules import limits, limits_after
from enforcement.rules.answering import time_to_answer
from enforcement.rules.court_window import court_window
from enforcement.rules.deadlines import Deadline
from enforcement.rules.handing_money import to_bank, to_hand_in
from enforcement.rules.reckoning import Reckoning
from foundation.articles import LITIGATION, RECONSIDERATION, Citation
from foundation.calendar import MissingYear


@dataclass(frozen=True)
class Explained:
    """A deadline with its reckoning; none where somebody set the day, or where a year was not entered."""

    deadline: Deadline
    reckoning: Reckoning | None

    @property
    def steps(self) -> list[str]:
        return self.reckoning.texts if self.reckoning else []


def explain_deadlines(case: Case) -> list[Explained]:
    """The deadlines that ``case`` has or had, each with its steps; the time to decide also while it is stopped."""
    reckoner = Reckoner.now()
    known = [Explained(deadline, _reason(case, deadline, reckoner)) for deadline in case.deadlines()]
    return [*known, *_remedies_of(case, reckoner)]


def paused_decision(case: Case) -> Reckoning | None:
    """The reckoning of a case whose time to decide stands still."""
    if case.filed_on is None or case.decided_on is not None or case.deadline_on is not None:
        return None
    found = Reckoner.now().decision(case)
    return found if found is not None and found.due_on is None else None


def _reason(case: Case, deadline: Deadline, reckoner: Reckoner) -> Reckoning | None:
    """A rule that changed since does not explain a day that was told to the party before."""
    reckon = _REASONS.get(deadline.code)
    try:
        found = reckon(case, reckoner) if reckon else None
    except MissingYear:
        return None
    return found if found is not None and found.due_on == deadline.due_on else None


def _defence(case: Case, reckoner: Reckoner) -> Reckoning | None:
    notice = getattr(case, "notice", None)
    return limits.defence(reckoner.profile_of(case), notice.served_on, reckoner.calendar) if notice else None


def _payment(case: Case, reckoner: Reckoner) -> Reckoning | None:
    decision = getattr(case, "decision", None)
    start = (decision.served_on or decision.decided_on) if decision else None
    return limits_after.payment(start, reckoner.calendar) if start else None


def _verification(case: Case, reckoner: Reckoner) -> Reckoning | None:
    """Of the two, the one that the clue has: the time of the field, or the extended one."""
    profile, opened_on = reckoner.profile_of(case), timezone.localdate(case.opened_at)
    first = limits.verification(profile, opened_on, reckoner.calendar)
    if first.due_on == case.verify_by:
        return first
    return limits.verification(profile, opened_on, reckoner.calendar, extended=True)


def _handing_in(case: Case, reckoner: Reckoner) -> Reckoning | None:
    decision = getattr(case, "decision", None)
    if decision is None:
        return None
    return limits.summary_filing(reckoner.profile_of(case), decision.decided_on, reckoner.calendar)


def _service(case: Case, reckoner: Reckoner) -> Reckoning | None:
    decision = getattr(case, "decision", None)
    return limits.service(decision.decided_on, reckoner.calendar) if decision else None


def _court(case: Case, reckoner: Reckoner) -> Reckoning | None:
    decision = getattr(case, "decision", None)
    served_on = decision.served_on if decision else None
    return court_window(served_on, case.remedy_runs(), reckoner.calendar) if served_on else None


def _remedies_of(case: Case, reckoner: Reckoner) -> Iterator[Explained]:
    """Until when the party may ask for reconsideration or sue: never stored, so no holiday makes it wrong."""
    decision = getattr(case, "decision", None)
    if decision is None or decision.served_on is None:
        return
    for code, label, law, reckon in _WINDOWS:
        found = reckon(decision.served_on, reckoner.calendar)
        if found.due_on is not None:
            yield Explained(Deadline(code, label, found.due_on, law, is_window=True), found)


def _publication(case: Case, reckoner: Reckoner) -> Reckoning | None:
    if case.decided_on is None:
        return None
    return limits_after.publication(case.decided_on, reckoner.calendar, is_penalty_or_licence=True)


def _review(case: Case, reckoner: Reckoner) -> Reckoning | None:
    row = next((r for r in case.review_requests.all() if r.answered_on is None), None)
    if row is None:
        return None
    profile, extended = reckoner.profile_of(case), row.extended_on is not None
    return limits.review(profile, row.asked_on, reckoner.calendar, extended=extended)


def _answer(case: Case, reckoner: Reckoner) -> Reckoning | None:
    owed = [r for r in case.remedies.all() if r.owes_answer and r.answer_by is not None]
    row = min(owed, key=lambda remedy: (remedy.answer_by, remedy.pk), default=None)
    return time_to_answer(row.kind, row.course, row.copy_received_on, reckoner.calendar) if row else None


def _hand_in_money(case: Case, reckoner: Reckoner) -> Reckoning | None:
    row = _first_held(case, lambda payment: None if payment.handed_in_on else payment.hand_in_by)
    return to_hand_in(row.ashore_on or row.paid_on, reckoner.calendar) if row else None


def _bank(case: Case, reckoner: Reckoner) -> Reckoning | None:
    row = _first_held(case, lambda payment: payment.bank_by)
    return to_bank(row.handed_in_on, reckoner.calendar) if row else None


def _first_held(case: Case, day: Callable[[Any], date | None]) -> Any:
    """The payment whose money is to move on first."""
    held = [row for row in case.payments.all() if row.is_held and day(row)]
    return min(held, key=lambda row: (day(row), row.pk), default=None)


_WINDOWS = (
    (
        "reconsideration",
        _("reconsideration may be asked for until"),
        Citation(RECONSIDERATION, "20"),
        limits_after.reconsideration_for_now,
    ),
    (
        "litigation",
        _("a suit may be brought until"),
        Citation(LITIGATION, "46"),
        limits_after.litigation_for_now,
    ),
)
_REASONS: dict[str, Callable[[Case, Reckoner], Reckoning | None]] = {
    "decide": lambda case, reckoner: reckoner.decision(case),
    "defence": _defence,
    "serve": _service,
    "carry_out": _payment,
    "hand_in": _handing_in,
    "verify": _verification,
    "court": _court,
    "publish": _publication,
    "review": _review,
    "answer": _answer,
    "hand_in_money": _hand_in_money,
    "bank": _bank,
}
