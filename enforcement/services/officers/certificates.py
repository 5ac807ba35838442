"""Certificates that run out: their holder and the head are reminded sixty and thirty days before (Art. 7)."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone

from enforcement.models import Officer
from enforcement.rules.training import days_of_reminders
from enforcement.services.notifications import notify
from enforcement.vocabulary import CertificateState
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.permissions import Role


def plan_expiry(officer: Officer, *, at: datetime) -> None:
    """Plan the reminders of a certificate sixty and thirty days before it ends; older ones fall away."""
    thing = f"officer:{officer.pk}"
    cancel(kind="certificate:expiry", thing=thing)
    until = officer.certificate_until
    if until is None or officer.certificate_state != CertificateState.VALID:
        return
    for day, number in days_of_reminders(until):
        if timezone.localdate(at) <= until:
            plan(kind="certificate:expiry", thing=thing, due_at=max(at, _morning(day)), round=number)


@handles("certificate:expiry")
def remind_of_expiry(item: DueItem, at: datetime) -> None:
    """Tell the officer and the head once a round, while the certificate still ends on that day."""
    officer = Officer.objects.get(pk=item.thing.partition(":")[2])
    until, ordinal = officer.certificate_until, item.round // 100
    if not officer.is_active or until is None or until.toordinal() != ordinal:
        return
    for told in {officer, *_heads_of(officer.organ_id)}:
        notify(
            told,
            kind="certificate:expiry",
            thing=item.thing,
            round=item.round,
            at=at,
            url=officer.get_absolute_url(),
            data={"name": officer.name_zh, "day": until.isoformat()},
        )


def _heads_of(organ_id: int | None) -> list[Officer]:
    return list(Officer.objects.active().filter(organ_id=organ_id, grants__role=Role.HEAD))


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(8)))
