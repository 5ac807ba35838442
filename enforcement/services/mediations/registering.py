"""Registering a mediation, its parties, mediators and sessions (Art. 7)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.models import (
    Counterpart,
    Mediation,
    MediationParty,
    MediationSession,
    Mediator,
    Officer,
    Organ,
)
from enforcement.rules.dates import future_days
from enforcement.rules.mediations import (
    obstacles_to_late_act,
    obstacles_to_partial_mediator,
    obstacles_to_session,
)
from enforcement.services.cases.base import refuse
from enforcement.services.numbers import next_number
from enforcement.vocabulary import DocumentKind, PartyRole
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited

HANDLE, MEDIATING = Permission.MEDIATION_HANDLE, Article(7)


def register_mediation(
    *,
    by: Actor,
    at: datetime,
    title: str,
    kind: str,
    field: Any,
    dispute: str,
    applied_on: date,
    applicant: Counterpart,
    case: Any = None,
) -> Mediation:
    """Enter an application under a number, with its applicant, who thereby agrees to be mediated.

    Raises Refused for a day in the future, Counterpart.DoesNotExist out of reach.
    """
    by.require(HANDLE)
    refuse(future_days(timezone.localdate(at), applied_on=applied_on))
    with audited("mediation:register", by=by, at=at, under=MEDIATING):
        organ = Organ.objects.get(pk=by.organ_id or 0)
        mediation = Mediation(
            title=title, kind=kind, field=field, dispute=dispute, applied_on=applied_on, case=case,
            number=next_number(organ=organ, kind=DocumentKind.MEDIATION, at=at),
        )  # fmt: skip
        mediation.place_under(organ)
        mediation.save()
        who = Counterpart.objects.visible_to(by).get(pk=applicant.pk)
        MediationParty(
            mediation=mediation, role=PartyRole.APPLICANT, counterpart=who, consented_on=applied_on
        ).save()
        return mediation


def edit_mediation(
    mediation_id: int,
    *,
    by: Actor,
    at: datetime,
    title: str,
    kind: str,
    dispute: str,
    expected: int | None = None,
) -> Mediation:
    """Correct what the dispute is about while it is open."""
    with changing_mediation(mediation_id, "edit", by=by, at=at, expected=expected) as mediation:
        mediation.title, mediation.kind, mediation.dispute = title, kind, dispute
    return mediation


def add_party(
    mediation_id: int,
    *,
    by: Actor,
    at: datetime,
    role: str,
    counterpart: Counterpart | None = None,
    name: str = "",
    consented_on: date | None = None,
    expected: int | None = None,
) -> Mediation:
    """Name a party, or record its consent when it is named already; raises Refused for a day in the future."""
    refuse(future_days(timezone.localdate(at), consented_on=consented_on))
    with changing_mediation(mediation_id, "add_party", by=by, at=at, expected=expected) as mediation:
        same = (
            {"counterpart": counterpart} if counterpart is not None else {"counterpart": None, "name": name}
        )
        known = mediation.parties.filter(**same).first()
        party = known or MediationParty(mediation=mediation, **same)
        party.role, party.consented_on = role, consented_on
        party.save()
    return mediation


def name_mediators(
    mediation_id: int, *, by: Actor, at: datetime, officers: list[Officer], expected: int | None = None
) -> Mediation:
    """Name the mediators anew; raises Refused for who has a duty in the case that the dispute is about."""
    with changing_mediation(mediation_id, "name_mediators", by=by, at=at, expected=expected) as mediation:
        wanted = {officer.pk for officer in officers}
        for mediator in mediation.mediators.all():
            if mediator.officer_id not in wanted:
                mediator.delete()
            wanted.discard(mediator.officer_id)
        for officer in officers:
            if officer.pk in wanted:
                Mediator(mediation=mediation, officer=officer).save()
        refuse(obstacles_to_partial_mediator(mediation.facts(by=by, at=at)))
    return mediation


def hold_session(
    mediation_id: int,
    *,
    by: Actor,
    at: datetime,
    held_on: date,
    minutes: str,
    place: str = "",
    expected: int | None = None,
) -> Mediation:
    """Record a session; raises Refused for a day in the future."""
    refuse(obstacles_to_session(today=timezone.localdate(at), held_on=held_on))
    with changing_mediation(mediation_id, "hold_session", by=by, at=at, expected=expected) as mediation:
        MediationSession(mediation=mediation, held_on=held_on, place=place, minutes=minutes).save()
    return mediation


@contextmanager
def changing_mediation(
    mediation_id: int, verb: str, *, by: Actor, at: datetime, expected: int | None
) -> Iterator[Mediation]:
    """Lock an open mediation and save it when the body is done; raises Forbidden, Stale, Refused when it is over."""
    by.require(HANDLE)
    with audited(f"mediation:{verb}", by=by, at=at, under=MEDIATING):
        mediation: Mediation = Mediation.objects.workable_by(by).locked(mediation_id, expected=expected)
        refuse(obstacles_to_late_act(mediation.state))
        yield mediation
        mediation.save()
