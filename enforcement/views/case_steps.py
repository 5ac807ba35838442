"""Where a case stands between clue and archive, in five steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from enforcement.vocabulary import CaseState
from foundation.wording import day_text

_LABELS: tuple[Any, ...] = (
    _("Clue"),
    _("Investigation"),
    _("Leniency and notice"),
    _("Decision"),
    _("Execution and closing"),
)
_NOW = {
    CaseState.CLUE: 0,
    CaseState.FILED: 1,
    CaseState.INVESTIGATED: 2,
    CaseState.ASSESSED: 2,
    CaseState.NOTIFIED: 3,
    CaseState.DECIDED: 4,
    CaseState.CARRIED_OUT: 4,
}


def steps_of(case: Case) -> list[dict[str, Any]]:
    """The five steps with what is done, what is going on, and when."""
    now = _NOW.get(CaseState(case.state), len(_LABELS))
    stopped = case.state == CaseState.NOT_FILED
    return [
        {
            "label": label,
            "state": _state(number, now, stopped=stopped),
            "note": _note(case, label) if number == now else _day(day),
        }
        for number, (label, day) in enumerate(zip(_LABELS, _days(case), strict=True))
    ]


def _note(case: Case, label: Any) -> str:
    """The state in its own words, unless the step is called the same."""
    state = str(case.get_state_display())
    return "" if state.casefold() == str(label).casefold() else state


def _state(number: int, now: int, *, stopped: bool) -> str:
    if stopped:
        return "done" if number == 0 else "skipped"
    if number == now:
        return "now"
    return "done" if number < now else "todo"


def _days(case: Case) -> tuple[date | None, ...]:
    """The day that ended each step, where the case keeps one."""
    notice = getattr(case, "notice", None)
    served_on = notice.served_on if notice else None
    return (case.filed_on, None, served_on, case.decided_on, case.closed_on)


def _day(day: date | None) -> str:
    return day_text(day) if day else ""
