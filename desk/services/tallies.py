"""Keeping the figures of the dashboard: folded every minute, counted anew when that is not enough (Art. 4)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection, transaction

from desk.models import Tally, TallyState
from desk.reports.changes import Changes, NotFoldable, changes_in, counted_images, refuse_loaded
from desk.reports.counting import counted_anew
from foundation.models import AuditLink, AuditPending

BATCH = 1000
ONLY = 1
_ADD = (
    "INSERT INTO desk_tally (sphere, sphere_id, measure, day, value, number) VALUES (%s, %s, %s, %s, %s, %s) "
    "ON CONFLICT (sphere, sphere_id, measure, day, value) DO UPDATE SET number = desk_tally.number + excluded.number"
)


def fold_tallies(*, at: datetime) -> int:
    """Add what the record says since the last time; returns how many entries were folded in.

    Safe to run many times and in many processes: one folds, the others find nothing to do.
    """
    if not TallyState.objects.exists():
        return count_tallies_anew(at=at)
    total = 0
    try:
        while folded := _fold_batch(at):
            total += folded
    except NotFoldable:
        return total + count_tallies_anew(at=at)
    return total


def count_tallies_anew(*, at: datetime) -> int:
    """Throw the tallies away and count the rows, as of one moment; returns how many tallies there are."""
    with transaction.atomic():
        _see_one_moment()
        seq = AuditLink.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
        ahead = list(AuditPending.objects.values_list("entry_id", flat=True))
        Tally.objects.all().delete()
        number = sum(_keep(counted) for counted in counted_anew())
        kept = {"seq": seq, "ahead": ahead, "folded_at": at, "rebuilt_at": at}
        TallyState.objects.update_or_create(pk=ONLY, defaults=kept)
    return number


def _fold_batch(at: datetime) -> int:
    with transaction.atomic():
        state = TallyState.objects.select_for_update(skip_locked=True).filter(pk=ONLY).first()
        if state is None:
            return 0
        links = AuditLink.objects.filter(seq__gt=state.seq).order_by("seq")
        entries = dict(links.values_list("entry_id", "seq")[:BATCH])
        if not entries:
            return 0
        known = set(state.ahead)
        images = counted_images().filter(entry_id__in=set(entries) - known).order_by("id")
        refuse_loaded(images)
        _add(changes_in(images.iterator(chunk_size=BATCH)))
        state.seq, state.folded_at = max(entries.values()), at
        state.ahead = sorted(known - set(entries))
        state.save()
        return len(entries)


def _add(changes: Changes) -> None:
    rows = [(s.kind, s.id, share.measure, share.day, share.value, n) for (s, share), n in _in_order(changes)]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(_ADD, rows)


def _in_order(changes: Changes) -> list[Any]:
    """Two folds that touch the same tallies touch them in the same order."""
    return sorted(changes.items(), key=lambda item: (item[0][0].kind, item[0][0].id, str(item[0][1])))


def _keep(counted: Changes) -> int:
    rows = (
        Tally(
            sphere=s.kind, sphere_id=s.id, measure=share.measure, day=share.day, value=share.value, number=n
        )
        for (s, share), n in counted.items()
    )
    return len(Tally.objects.bulk_create(rows, batch_size=BATCH))


def _see_one_moment() -> None:
    """All counts and the end of the record as of one moment; on SQLite nobody writes meanwhile anyway."""
    if connection.vendor == "postgresql" and not connection.savepoint_ids:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
