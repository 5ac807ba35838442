"""The entries that cite a provision, as the page of a law names them (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.utils.translation import gettext_lazy as _

from enforcement.reports.citing import MOST, Citing
from foundation.actors import Actor
from leniency.models import EntryCitation

REVIEWED = _("comes under review")
SUSPENDED = _("is suspended and taken off the public list")


def entries_citing(provisions: Collection[int], actor: Actor) -> Iterator[Citing]:
    """Entries that the actor sees, and what would become of each."""
    rows = EntryCitation.objects.visible_to(actor).filter(provision__in=provisions)
    for row in rows.select_related("entry__list").order_by("entry__code", "id")[:MOST]:
        entry = row.entry
        yield Citing(
            provision_id=row.provision_id,
            kind=entry.list,
            number=entry.code,
            title=entry.violation,
            url=entry.get_absolute_url(),
            when_changed=REVIEWED,
            when_vanished=SUSPENDED,
        )
