"""Coercion that an officer watches and a head is to answer, in one query (Art. 5, 10 para 2)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q

from enforcement.models import CasePerson, CoerciveMeasure, SeizedItem
from enforcement.vocabulary.coercion import UNAPPLIED, CoercionState, ItemFate
from foundation.actors import Actor
from foundation.permissions import Permission

MOST = 200
COLUMNS = (
    "id", "kind", "state", "applied_at", "approved_at", "expires_on", "over_on", "document_due_on",
    "document_served_on", "execution__demand_until",
    "case__number", "case__clue_number", "case__counterpart__name", "handled",
)  # fmt: skip


def coercion_of(actor: Actor) -> list[dict[str, Any]]:
    """What the actor keeps an eye on in handled cases, and what waits for his or her approval in others."""
    if actor.officer_id is None or not actor.may(Permission.COERCION_PROPOSE):
        return []
    handling = CasePerson.objects.handling().filter(case=OuterRef("case"), officer=actor.officer_id)
    kept = SeizedItem.objects.filter(measure=OuterRef("pk"), fate=ItemFate.KEPT)
    in_force = Q(state=CoercionState.APPLIED, expires_on__isnull=False)
    demanded = Q(state__in=UNAPPLIED, execution__demand_until__isnull=False)
    wanted = Q(handled=True) & (in_force | demanded | Q(state=CoercionState.EXPIRED, kept=True))
    if actor.may(Permission.COERCION_APPROVE):
        unapproved = Q(state=CoercionState.PROPOSED) | Q(state=CoercionState.APPLIED, approved_at=None)
        wanted |= Q(handled=False) & unapproved & ~Q(proposed_by_id=actor.officer_id)
    rows = CoerciveMeasure.objects.workable_by(actor).annotate(handled=Exists(handling), kept=Exists(kept))
    return list(rows.filter(wanted).order_by("expires_on", "proposed_at", "id").values(*COLUMNS)[:MOST])
