"""Whether the machinery is alive: timer, sweep, due work and the chain of the record (Art. 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min, Q

from foundation.due import overdue
from foundation.models import AuditLink, AuditPending, DueItem, Heartbeat
from foundation.vocabulary import DueState

STILL_ALIVE = timedelta(minutes=5)
PARTS = ("beat", "sweep")
MOST = 100


@dataclass(frozen=True, slots=True)
class Beat:
    """When a part of the machinery was last alive; None when it never was."""

    name: str
    beaten_at: datetime | None
    is_alive: bool


@dataclass(frozen=True, slots=True)
class SystemStatus:
    beats: tuple[Beat, ...]
    pending: int
    late: int
    next_due_at: datetime | None
    parked: tuple[DueItem, ...]
    links: int
    last_link: AuditLink | None
    unlinked: int
    unlinked_since: datetime | None

    @property
    def record_is_linked(self) -> bool:
        return self.unlinked == 0


def system_status(*, at: datetime) -> SystemStatus:
    """Five queries, however much there is to do."""
    waiting = DueItem.objects.filter(state=DueState.PENDING).aggregate(
        pending=Count("pk"),
        late=Count("pk", filter=Q(pk__in=overdue(at=at).values("pk"))),
        next_due_at=Min("due_at"),
    )
    last = AuditLink.objects.select_related("entry").order_by("-seq").first()
    unlinked = AuditPending.objects.aggregate(n=Count("pk"), since=Min("entry__recorded_at"))
    return SystemStatus(
        beats=_beats(at),
        parked=tuple(DueItem.objects.filter(state=DueState.PARKED).order_by("due_at", "id")[:MOST]),
        links=last.seq if last else 0,
        last_link=last,
        unlinked=unlinked["n"],
        unlinked_since=unlinked["since"],
        **waiting,
    )


def _beats(at: datetime) -> tuple[Beat, ...]:
    known = dict(Heartbeat.objects.filter(name__in=PARTS).values_list("name").annotate(Max("beaten_at")))
    return tuple(
        Beat(name, known.get(name), name in known and at - known[name] <= STILL_ALIVE) for name in PARTS
    )
