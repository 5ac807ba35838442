"""The commitment letter of a party: drafted from the case, received, kept or broken (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import date, datetime

from enforcement.models import Case
from enforcement.services.deadlines.watching import case_officers
from enforcement.services.notifications import notify
from leniency.models import Promise
from leniency.vocabulary import CheckResult, PromiseState

OPEN = (PromiseState.DRAFTED, PromiseState.RECEIVED)
BROKEN = "promise:broken"


def end_promise(case: Case, *, result: str, is_broken: bool, on: date, at: datetime) -> None:
    """What a second look says of a promise that was received; a broken one is told to who handles the case."""
    row = Promise.objects.filter(case=case, state=PromiseState.RECEIVED).first()
    if row is None or (result != CheckResult.CORRECTED and not is_broken):
        return
    row.state = PromiseState.BROKEN if is_broken else PromiseState.KEPT
    row.ended_on = on
    row.save()
    if is_broken:
        for officer in case_officers(case):
            notify(
                officer, kind=BROKEN, thing=f"promise:{row.pk}", at=at, url=row.get_absolute_url(),
                data={"number": str(case)},
            )  # fmt: skip
