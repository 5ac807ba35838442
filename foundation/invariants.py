"""What must be true at any time, whatever was killed: each app registers its checks (RELIABILITY 4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from foundation.due import kinds, overdue
from foundation.models import DueItem
from foundation.vocabulary import DueState

Check = Callable[[datetime], Iterable[str]]
_checks: dict[str, Check] = {}


def invariant(code: str) -> Callable[[Check], Check]:
    """Register ``check(at)`` as ``thing:what_is_true``; it gives one sentence for each breach.

    Import the module in the app's ``ready()``. Raises ValueError for a code that is taken.
    """

    def register(check: Check) -> Check:
        if _checks.setdefault(code, check) is not check:
            raise ValueError(f"{code} is checked already")
        return check

    return register


def codes() -> list[str]:
    """Every invariant that is checked."""
    return sorted(_checks)


def breaches(*, at: datetime, only: Iterable[str] = ()) -> Iterator[str]:
    """One line a breach, beginning with the code; raises KeyError for a code that nobody registered."""
    for code in sorted(only) or codes():
        yield from (f"{code}: {sentence}" for sentence in _checks[code](at))


@invariant("due:done_in_time")
def late_items(at: datetime) -> Iterator[str]:
    """Nothing waits whose time passed ten minutes ago."""
    for item in overdue(at=at).order_by("due_at", "id").iterator():
        yield f"{item} was due at {item.due_at.isoformat()}"


@invariant("due:handled_by_somebody")
def items_nobody_handles(_at: datetime) -> Iterator[str]:
    """Whatever is planned has a handler."""
    pending = DueItem.objects.filter(state=DueState.PENDING).exclude(kind__in=kinds())
    for kind in pending.order_by("kind").values_list("kind", flat=True).distinct():
        yield f"nobody handles {kind}"


@invariant("due:not_parked")
def parked_items(_at: datetime) -> Iterator[str]:
    """Nothing is given up without a person knowing."""
    for item in DueItem.objects.filter(state=DueState.PARKED).order_by("id").iterator():
        yield f"{item} failed {item.attempts} times: {item.error}"
