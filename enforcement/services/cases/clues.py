"""From clue to filed case, or to a reasoned decision not to file (Penalty Law, Art. 54)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from enforcement.events import CaseFiled
from enforcement.models import Case, Circumstances, Counterpart, Matter, Organ
from enforcement.services.cases.base import taking, working_on
from enforcement.services.cases.people import set_handlers
from enforcement.services.numbers import next_clue_number, next_number
from enforcement.vocabulary import DocumentKind
from foundation.actors import Actor
from foundation.articles import Article
from foundation.events import announce
from foundation.permissions import Permission
from foundation.record import audited

DECIDE_WITHIN = timedelta(days=90)


def register_clue(
    *,
    by: Actor,
    at: datetime,
    title: str,
    counterpart: Counterpart,
    matter: Matter,
    source: str,
    occurred_on: date,
    discovered_on: date,
    place: str = "",
    facts_found: str = "",
) -> Case:
    """Register a clue in the actor's own organ (Art. 3)."""
    by.require(Permission.CASE_HANDLE)
    organ = Organ.objects.get(pk=by.organ_id)
    with audited("case:register_clue", by=by, at=at, under=Article(3)):
        case = Case(
            clue_number=next_clue_number(organ=organ, at=at),
            title=title,
            counterpart=counterpart,
            matter=matter,
            source=source,
            occurred_on=occurred_on,
            discovered_on=discovered_on,
            place=place,
            facts_found=facts_found,
            opened_at=at,
        )
        case.place_under(organ)
        case.save()
        Circumstances(case=case).save()
        return case


def edit_case(case_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any) -> Case:
    """Correct title, place, source, dates or facts found while the case is undecided."""
    with working_on(
        case_id, "edit", by=by, at=at, needs=Permission.CASE_HANDLE, under=Article(6), expected=expected
    ) as case:
        for name, value in values.items():
            setattr(case, name, value)
        case.save()
        return case


def file_case(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    handlers: list[Any] | None = None,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """File the case: number, handlers, and ninety days to decide (Penalty Law, Art. 54, 60)."""
    with taking(case_id, "file", by=by, at=at, expected=expected, overrides=overrides) as case:
        case.filed_on = timezone.localdate(at)
        case.deadline_on = case.filed_on + DECIDE_WITHIN
        if handlers is not None:
            set_handlers(case, handlers)
        case.number = next_number(organ=case.organ, kind=DocumentKind.FILING, at=at)
    announce(CaseFiled(case.pk))
    return case


def decline_filing(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Decide, with a reason, not to file the clue."""
    with taking(
        case_id, "decline_filing", by=by, at=at, expected=expected, overrides=overrides, why=reason
    ) as case:
        case.closed_on = timezone.localdate(at)
    return case
