"""How each deadline of a case came about, for its page and the API."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from enforcement.reports.deadlines import Reckoner
from enforcement.rules import limits, limits_after
from enforcement.rules.deadlines import Deadline
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
    return limits_after.end_of_court_window(served_on, reckoner.calendar) if served_on else None


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
}
