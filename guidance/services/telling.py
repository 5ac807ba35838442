"""Who is told what waits about guidance: its implementers, the heads of its organ, the supervisors (Art. 4, 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from enforcement.models import Officer
from enforcement.services.deadlines.watching import supervisors_near
from enforcement.services.notifications import notify
from foundation.models import DueItem
from foundation.permissions import Role
from guidance.models import GuidanceAction

Whom = Callable[[GuidanceAction], Iterable[Officer]]


def implementers_of(action: GuidanceAction) -> Iterator[Officer]:
    """Who implements it and still works."""
    rows = action.officers.select_related("officer")
    yield from (row.officer for row in rows if row.officer.is_active)


def heads_of(action: GuidanceAction) -> Iterable[Officer]:
    heads = Officer.objects.active().filter(organ_id=action.organ_id, grants__role=Role.HEAD)
    return heads.order_by("pk").distinct()


def implementers_and_heads(action: GuidanceAction) -> Iterator[Officer]:
    yield from implementers_of(action)
    yield from heads_of(action)


def supervisors_of(action: GuidanceAction) -> Iterable[Officer]:
    return supervisors_near(action.district_id)


def action_of(item: DueItem) -> GuidanceAction:
    """The action that a due row is about, with its page."""
    found: GuidanceAction = GuidanceAction.objects.with_everything().get(pk=item.thing.partition(":")[2])
    return found


def tell(action: GuidanceAction, item: DueItem, at: datetime, day: date, *, whom: Whom) -> None:
    """Tell each of ``whom`` once a round, in the words of the item's kind."""
    for officer in {officer.pk: officer for officer in whom(action)}.values():
        notify(
            officer,
            kind=item.kind,
            thing=item.thing,
            round=item.round,
            at=at,
            url=action.get_absolute_url(),
            data={"number": action.number, "name": action.addressee, "day": day.isoformat()},
        )
