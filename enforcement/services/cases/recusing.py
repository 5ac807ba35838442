"""Recusal: applied for, decided, and the case taken out of the officer's reach (Penalty Law, Art. 43)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.models import Case, CasePerson, Officer, Recusal
from enforcement.rules.reasons import obstacles_to_silence
from enforcement.rules.recusals import RecusalFacts, obstacles_to_deciding_recusal
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.vocabulary import RecusalState
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission


def apply_recusal(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    officer: Officer,
    applicant: str,
    ground: str,
    reason: str,
    expected: int | None = None,
) -> Case:
    """Record that ``officer`` should withdraw; the investigation goes on until it is decided (SUB-5)."""
    refuse(obstacles_to_silence(reason, field="reason"))
    with working_on(
        case_id,
        "apply_recusal",
        by=by,
        at=at,
        needs=Permission.CASE_READ,
        under=Article(6),
        expected=expected,
        why=reason,
    ) as case:
        Recusal(
            case=case,
            officer=officer,
            applicant=applicant,
            ground=ground,
            reason=reason,
            applied_on=timezone.localdate(at),
        ).save()
        return case


def decide_recusal(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    recusal: Recusal,
    is_granted: bool,
    body: str,
    answer: str,
    expected: int | None = None,
) -> Case:
    """Grant or refuse; who is recused loses every duty in the case and sees it no more.

    Raises Refused for a decision on oneself, and for a head's recusal decided by a head alone.
    """
    with working_on(
        case_id,
        "decide_recusal",
        by=by,
        at=at,
        needs=Permission.RECUSAL_DECIDE,
        under=Article(6),
        expected=expected,
        why=answer,
    ) as case:
        found = Recusal.objects.workable_by(by).select_related("officer").get(pk=recusal.pk, case=case)
        refuse(obstacles_to_deciding_recusal(_facts(found, body=body, answer=answer, by=by)))
        found.state = RecusalState.GRANTED if is_granted else RecusalState.REFUSED
        found.body, found.answer = body, answer
        found.decided_by, found.decided_on = officer_of(by), timezone.localdate(at)
        found.save()
        if is_granted:
            _take_out(case, found.officer)
        return case


def _facts(recusal: Recusal, *, body: str, answer: str, by: Actor) -> RecusalFacts:
    held = recusal.officer.as_actor()
    return RecusalFacts(
        is_open=recusal.state == RecusalState.APPLIED,
        is_own=recusal.officer_id == by.officer_id,
        officer_is_head=held.may(Permission.CASE_APPROVE),
        actor_is_head=by.may(Permission.CASE_APPROVE),
        body=body,
        has_answer=bool(answer.strip()),
    )


def _take_out(case: Case, officer: Officer) -> None:
    for person in CasePerson.objects.filter(case=case, officer=officer):
        person.delete()
    locked = Officer.objects.locked(officer.pk)
    locked.recused_from = sorted({*locked.recused_from, case.pk})
    locked.save()
