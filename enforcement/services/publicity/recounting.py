"""Reckoning the days of publicity anew when a holiday arrangement changes (PUB-1, PUB-3; Art. 6)."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q

from enforcement.models import Publication
from enforcement.services.deadlines.recounting import RECOUNT_PUBLICITY
from enforcement.services.publicity.requiring import publish_by
from enforcement.services.publicity.undoing import withdraw_by
from enforcement.services.publicity.watching import watch_publicity
from enforcement.vocabulary.publicity import SHOWN, UNPUBLISHED
from foundation.actors import SCHEDULER
from foundation.articles import Article
from foundation.due import handles
from foundation.models import DueItem
from foundation.record import audited


@handles(RECOUNT_PUBLICITY)
def recount_publicity(_item: DueItem, at: datetime) -> None:
    """Write the rows whose day changes: what is decided and not published, undone and not withdrawn."""
    open_rows = Q(state__in=UNPUBLISHED) | Q(state__in=SHOWN, withdraw_by__isnull=False)
    rows = Publication.objects.filter(open_rows).whole()
    changed = {row.pk: days for row in rows.order_by("pk") if (days := _days(row)) != _kept(row)}
    if not changed:
        return
    with audited("publicity:recount", by=SCHEDULER, at=at, under=Article(6)):
        for row in Publication.objects.filter(pk__in=changed).select_for_update(of=("self",)).order_by("pk"):
            row.publish_by, row.withdraw_by = changed[row.pk]
            row.save()
            watch_publicity(row, at=at)


def _kept(row: Publication) -> tuple[date | None, date | None]:
    return row.publish_by, row.withdraw_by


def _days(row: Publication) -> tuple[date | None, date | None]:
    """As they are counted now; from the day of the change where a changed decision is published anew."""
    if row.is_shown:
        undone_on = row.thing.undone_on
        return row.publish_by, withdraw_by(undone_on) if undone_on else row.withdraw_by
    begun = row.redrafted_on or row.decided_on
    return publish_by(begun, kind=row.kind), row.withdraw_by
