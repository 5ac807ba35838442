"""A party in hardship applies, and a head answers with reasons (Penalty Law, Art. 66; EXE-3)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.models import Case, Hardship, Instalment
from enforcement.reports.debts import Obligation, obligation_of
from enforcement.rules.hardship import (
    AnswerFacts,
    HardshipFacts,
    obstacles_to_answering_hardship,
    obstacles_to_applying,
)
from enforcement.rules.reckoning import months_after
from enforcement.rules.surcharge import NOTHING, split
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.services.cases.serving import follow_obligation
from enforcement.services.deadlines.watching import heads_of
from enforcement.services.notifications import notify
from enforcement.vocabulary import CaseRole, HardshipState, HardshipWish
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission


def apply_hardship(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    wish: str,
    reason: str,
    applied_on: date,
    expected: int | None = None,
) -> Case:
    """Record that the party applies to pay later or in parts; the heads are told."""
    with working_on(
        case_id,
        "apply_hardship",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(3),
        expected=expected,
    ) as case:
        today, owed = timezone.localdate(at), obligation_of(case)
        refuse(
            obstacles_to_applying(
                HardshipFacts(
                    today=today,
                    applied_on=applied_on,
                    decided_on=case.decided_on,
                    open_fine=owed.balance(today).open_fine if owed else NOTHING,
                    is_waiting=owed is not None and owed.waiting is not None,
                )
            )
        )
        row = Hardship(case=case, wish=wish, reason=reason, applied_on=applied_on, recorded_by=officer_of(by))
        row.save()
        for head in heads_of(case):
            notify(
                head, kind="hardship:asked", thing=f"hardship:{row.pk}", at=at, url=case.get_absolute_url(),
                data={"number": str(case)},
            )  # fmt: skip
        return case


def answer_hardship(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    grants: bool,
    answer: str,
    pay_by: date | None = None,
    parts: int | None = None,
    expected: int | None = None,
) -> Case:
    """Grant or refuse, with reasons; what is granted moves the day to pay, part by part.

    Raises Refused for who handles the case, and for an answer without reasons (EXE-3).
    """
    with working_on(
        case_id,
        "answer_hardship",
        by=by,
        at=at,
        needs=Permission.CASE_APPROVE,
        under=Article(3),
        expected=expected,
        why=answer,
    ) as case:
        row = Hardship.objects.get(case=case, state=HardshipState.ASKED)
        refuse(
            obstacles_to_answering_hardship(
                AnswerFacts(
                    today=timezone.localdate(at),
                    grants=grants,
                    wish=row.wish,
                    has_reasons=bool(answer.strip()),
                    actor_is_handler=case.role_of(by.officer_id) == CaseRole.HANDLER,
                    due_on=case.decision.carry_out_by,
                    pay_by=pay_by,
                    parts=parts or 0,
                )
            )
        )
        owed = obligation_of(case)
        row.state = HardshipState.GRANTED if grants else HardshipState.REFUSED
        row.answered_by, row.answered_on, row.answer = officer_of(by), timezone.localdate(at), answer
        row.save()
        if grants and owed is not None and pay_by is not None:
            _lay_out(row, owed, pay_by, parts or 1, at=at)
        return case


def _lay_out(row: Hardship, owed: Obligation, first: date, parts: int, *, at: datetime) -> None:
    """The open fine in equal parts, month by month from the first day; one part where it was put off."""
    count = parts if row.wish == HardshipWish.INSTALMENTS else 1
    amounts = split(owed.balance(timezone.localdate(at)).open_fine, count)
    days = tuple(months_after(first, number) for number in range(count))
    for number, (day, amount) in enumerate(zip(days, amounts, strict=True), start=1):
        Instalment(hardship=row, number=number, due_on=day, amount=amount).save()
    owed.decision.carry_out_by = first
    owed.decision.save()
    row.case.decision = owed.decision
    follow_obligation(row.case, at=at, parts=days)
