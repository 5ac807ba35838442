"""Results of coercion and inspections that an officer is to make public, or to take back (Art. 4; PUB-1, PUB-3)."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desk.reports.tasks import MOST, Task
from enforcement.models import Publication
from enforcement.vocabulary.publicity import RESULTS, SHOWN, PublicityState, PublicKind
from foundation.actors import Actor
from foundation.permissions import Permission

OWED = Q(state__in=(PublicityState.DUE, PublicityState.APPROVED), publish_by__isnull=False)
WRONG = Q(state__in=SHOWN, withdraw_by__isnull=False)
COLUMNS = ("id", "kind", "state", "number", "publish_by", "withdraw_by")


def results_of(actor: Actor) -> Q:
    """Results that wait for the officers who handle them; what waits for a head is no task of theirs."""
    if actor.officer_id is None or not actor.may(Permission.CASE_HANDLE):
        return Q(pk__in=[])
    return Q(kind__in=RESULTS) & (OWED | WRONG)


def result_tasks(actor: Actor) -> Iterator[Task]:
    """By when each is published or withdrawn, for who handles it."""
    rows = (
        Publication.objects.workable_by(actor)
        .filter(results_of(actor))
        .handled_by(actor.officer_id)
        .numbered()
    )
    for row in rows.order_by("publish_by", "id").values(*COLUMNS)[:MOST]:
        shown = row["state"] in SHOWN
        what = _("to be withdrawn from publicity by") if shown else _("to be published by")
        due_on = row["withdraw_by"] if shown else row["publish_by"]
        url = reverse("enforcement:publicity_detail", args=[row["id"]])
        yield Task("news", what, row["number"], str(PublicKind(row["kind"]).label), url, due_on)
