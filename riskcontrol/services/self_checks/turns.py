"""What the clock does to a self-check: a reminder before its day, and the note that the day passed (Art. 9)."""

from __future__ import annotations

from datetime import datetime

from foundation.actors import SCHEDULER
from foundation.due import handles
from foundation.models import DueItem
from foundation.record import audited
from guidance.services.deliveries import send_again
from riskcontrol.lifecycle import CHECK_LIFECYCLE
from riskcontrol.models import SelfCheck
from riskcontrol.services.base import ARTICLE
from riskcontrol.services.self_checks.asking import LAPSE, REMIND
from riskcontrol.vocabulary import CheckState

OPEN = (CheckState.ASKED, CheckState.BEGUN)


@handles(REMIND)
def remind_when_due(item: DueItem, at: datetime) -> None:
    """Send the invitation once more, where a message reaches the party; who declined it is left in peace."""
    check = _check_of(item)
    if check.state in OPEN:
        send_again(check.invitation, by=SCHEDULER, at=at)


@handles(LAPSE)
def lapse_when_due(item: DueItem, at: datetime) -> None:
    """Nothing follows from it; the link stays open, and an answer that comes late is welcome."""
    if _check_of(item).state not in OPEN:
        return
    with audited("self_check:lapse", by=SCHEDULER, at=at, under=ARTICLE):
        check: SelfCheck = SelfCheck.objects.locked(_check_of(item).pk)
        CHECK_LIFECYCLE.take(check, "lapse", by=SCHEDULER, at=at)
        check.save()


def _check_of(item: DueItem) -> SelfCheck:
    found: SelfCheck = SelfCheck.objects.with_everything().get(pk=item.thing.partition(":")[2])
    return found
