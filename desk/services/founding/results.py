"""Results of inspections and coercion of the invented city, as everybody reads them (Art. 4; PUB-1)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Officer, Publication
from enforcement.services import publicity
from enforcement.vocabulary.publicity import RESULTS, Concern
from foundation.actors import Actor

AFTER = timedelta(days=6)
IN_THE_QUEUE = 3
UNDONE: dict[str, Any] = {
    "undone_as": "unlawful",
    "undone_ruling": "善治市人民政府（示例）复议决定〔示例〕12号",
}


def publish_results(people: dict[str, Officer], *, until: datetime) -> None:
    """Publish what is old enough; a linked case keeps its visit back, one result was found unlawful."""
    heads = {officer.organ_id: officer.as_actor() for officer in people.values() if "head" in officer.roles}
    rows = Publication.objects.filter(kind__in=RESULTS).whole().order_by("decided_on", "pk")
    old = [row for row in rows if row.organ_id in heads and _later(row) < until]
    for row in old[: -IN_THE_QUEUE or None]:
        _publish(row, heads[row.organ_id], at=_later(row))
    for row in old[-IN_THE_QUEUE:][:1]:
        _draft(row, at=until)
    _take_one_back(old, heads, until=until)


def _publish(row: Publication, head: Actor, *, at: datetime) -> None:
    text = _draft(row, at=at)
    if Concern.LINKED_CASE in text["concerns"]:
        reason = "检查发现的线索正在依法查处，待结案后一并公示（示例）。"
        publicity.withhold(row.pk, by=head, at=at, withheld_ground="concern", closing_reason=reason)
        return
    publicity.approve_text(row.pk, by=head, at=at)
    publicity.publish(row.pk, by=_handler_of(row), at=at)


def _draft(row: Publication, *, at: datetime) -> dict[str, list[str]]:
    text = publicity.drafted_text_of(row)
    publicity.draft_text(row.pk, by=_handler_of(row), at=at, **text)
    return text


def _take_one_back(rows: list[Publication], heads: dict[int | None, Actor], *, until: datetime) -> None:
    """The first measure that is published, or else the first visit, does not stand: withdrawn, with the reason."""
    shown = Publication.objects.published().filter(pk__in=[row.pk for row in rows])
    for row in shown.order_by("kind", "pk")[:1]:
        at = min(_later(row) + timedelta(days=20), until)
        day, head = timezone.localdate(at), heads[row.organ_id]
        publicity.note_undoing(row.pk, by=_handler_of(row), at=at, undone_on=day, **UNDONE)
        publicity.withdraw(
            row.pk, by=head, at=at, withdrawal_reason="行政复议决定确认违法，予以撤回（示例）。"
        )


def _handler_of(row: Publication) -> Actor:
    handlers = Officer.objects.filter(pk__in=row.thing.handlers).select_related("organ")
    return handlers.earliest("pk").as_actor()


def _later(row: Publication) -> datetime:
    return timezone.make_aware(datetime.combine(row.decided_on + AFTER, time(15)))
