"""A hearing: asked for, arranged, held or withdrawn (Penalty Law, Art. 63-65; HEA-1)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

from enforcement.models import Case, CasePerson, Hearing, Officer
from enforcement.models.standing import hearing_facts
from enforcement.rules.hearings import (
    is_heard_before,
    obstacles_to_arranging_hearing,
    obstacles_to_hearing_step,
    obstacles_to_holding_hearing,
    obstacles_to_requesting_hearing,
)
from enforcement.rules.limits import latest_hearing_notice
from enforcement.rules.profiles import Profile
from enforcement.services.calendar import known_years, work_calendar
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.services.cases.people import assign_to_case
from enforcement.services.deadlines import begin_hearing_time, end_hearing_time
from enforcement.services.notifications import notify
from enforcement.vocabulary import CaseRole, CounterpartKind, HearingState, Signature
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission


def gives_hearing(case: Case, profile: Profile, *, kind: str, fine: Decimal | None) -> bool:
    """HEA-1: whether a penalty of this kind and size gives the party of the case a right to a hearing."""
    is_person = case.counterpart.kind == CounterpartKind.CITIZEN
    return is_heard_before(kind=kind, fine_gives_hearing=profile.gives_hearing(fine, is_person=is_person))


def request_hearing(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    requested_on: date,
    request: str = "",
    expected: int | None = None,
) -> Case:
    """Record that the party asks for a hearing, whose time is not counted; Refused after five working days."""
    with _hearing_act(case_id, "request_hearing", Permission.CASE_HANDLE, by, at, expected) as case:
        today = timezone.localdate(at)
        refuse(
            obstacles_to_requesting_hearing(requested_on=requested_on, facts=hearing_facts(case), today=today)
        )
        case.hearing = Hearing(case=case, requested_on=requested_on, request=request)
        case.hearing.save()
        begin_hearing_time(case, requested_on, officer=officer_of(by), at=at)
        return case


def arrange_hearing(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    presider: Officer,
    held_at: datetime,
    place: str,
    notice_on: date,
    is_public: bool = True,
    closed_reason: str = "",
    expected: int | None = None,
) -> Case:
    """Name presider, time and place; raises Refused for a presider who handles the case (SUB-6)."""
    with _hearing_act(case_id, "arrange_hearing", Permission.CASE_APPROVE, by, at, expected) as case:
        hearing = case.hearing
        refuse(
            obstacles_to_arranging_hearing(
                notice_on=notice_on,
                latest_notice_on=_latest_notice(timezone.localdate(held_at)),
                is_public=is_public,
                closed_reason=closed_reason,
            )
        )
        for person in CasePerson.objects.filter(case=case, role=CaseRole.PRESIDER).exclude(officer=presider):
            person.delete()
        assign_to_case(case, presider, CaseRole.PRESIDER)
        hearing.state, hearing.presider = HearingState.ARRANGED, presider
        hearing.held_at, hearing.place, hearing.notice_on = held_at, place, notice_on
        hearing.is_public, hearing.closed_reason = is_public, closed_reason
        hearing.save()
        notify(
            presider,
            kind="hearing:arranged",
            thing=f"hearing:{hearing.pk}",
            round=hearing.version,
            at=at,
            url=case.get_absolute_url(),
            data={"number": str(case), "day": timezone.localdate(held_at).isoformat()},
        )
        return case


def hold_hearing(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    record: str,
    opinion: str,
    signature: str = Signature.NONE,
    witness: str = "",
    expected: int | None = None,
) -> Case:
    """Keep the signed record and the presider's opinion; the decision is taken on it (Penalty Law, Art. 65)."""
    with _hearing_act(case_id, "hold_hearing", Permission.CASE_READ, by, at, expected) as case:
        hearing = case.hearing
        refuse(
            obstacles_to_holding_hearing(
                is_presider=hearing.presider_id == by.officer_id,
                is_arranged=hearing.state == HearingState.ARRANGED,
                is_over=hearing.held_at is not None and hearing.held_at <= at,
                signature=signature,
                witness=witness,
            )
        )
        hearing.state, hearing.record, hearing.opinion = HearingState.HELD, record, opinion
        hearing.signature, hearing.witness, hearing.ended_on = signature, witness, timezone.localdate(at)
        hearing.save()
        end_hearing_time(case, timezone.localdate(hearing.held_at), at=at)
        return case


def withdraw_hearing(case_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Case:
    """Record that the party does not want the hearing any more, or stayed away without reason."""
    with _hearing_act(case_id, "withdraw_hearing", Permission.CASE_HANDLE, by, at, expected) as case:
        hearing = case.hearing
        hearing.state, hearing.ended_on = HearingState.WITHDRAWN, timezone.localdate(at)
        hearing.save()
        end_hearing_time(case, hearing.ended_on, at=at)
        return case


def _latest_notice(held_on: date) -> date:
    with known_years():
        return latest_hearing_notice(held_on, work_calendar())


@contextmanager
def _hearing_act(
    case_id: int, action: str, needs: Permission, by: Actor, at: datetime, expected: int | None
) -> Iterator[Case]:
    with working_on(case_id, action, by=by, at=at, needs=needs, under=Article(6), expected=expected) as case:
        if action != "request_hearing":
            refuse(obstacles_to_hearing_step(hearing_facts(case).state))
        yield case
