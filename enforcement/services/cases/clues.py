"""From clue to filed case, or to a reasoned decision not to file (Penalty Law, Art. 54)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.events import CaseFiled
from enforcement.models import Case, Circumstances, Counterpart, FilingCheck, Matter, NonFiling, Organ
from enforcement.reports.deadlines import decision_deadline
from enforcement.rules.dates import obstacles_to_clue_dates
from enforcement.rules.reasons import obstacles_to_silence
from enforcement.services.cases.base import officer_of, refuse, taking, working_on, write
from enforcement.services.cases.people import set_handlers
from enforcement.services.cases.verifying import plan_verification, set_time_to_verify
from enforcement.services.deadlines.keeping import put_deadline
from enforcement.services.numbers import next_clue_number, next_number
from enforcement.vocabulary import DocumentKind
from foundation.actors import Actor
from foundation.articles import Article
from foundation.events import announce
from foundation.permissions import Permission
from foundation.record import audited

EDITABLE = frozenset({"discovered_on", "ended_on", "facts_found", "occurred_on", "place", "source", "title"})


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
    ended_on: date | None = None,
    place: str = "",
    facts_found: str = "",
) -> Case:
    """Register a clue in the actor's own organ (Art. 3).

    Raises Refused for days that cannot be right, Counterpart.DoesNotExist for one out of reach.
    """
    by.require(Permission.CASE_HANDLE)
    organ = Organ.objects.get(pk=by.organ_id or 0)
    Counterpart.objects.visible_to(by).get(pk=counterpart.pk)
    refuse(
        obstacles_to_clue_dates(
            today=timezone.localdate(at),
            occurred_on=occurred_on,
            discovered_on=discovered_on,
            ended_on=ended_on,
        )
    )
    with audited("case:register_clue", by=by, at=at, under=Article(3)):
        case = Case(
            clue_number=next_clue_number(organ=organ, at=at),
            title=title,
            counterpart=counterpart,
            matter=matter,
            source=source,
            occurred_on=occurred_on,
            discovered_on=discovered_on,
            ended_on=ended_on,
            place=place,
            facts_found=facts_found,
            opened_at=at,
        )
        case.place_under(organ)
        set_time_to_verify(case, at=at)
        case.save()
        plan_verification(case)
        Circumstances(case=case).save()
        return case


def edit_case(case_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any) -> Case:
    """Correct title, place, source, days or facts found until the party was notified."""
    with working_on(
        case_id, "edit", by=by, at=at, needs=Permission.CASE_HANDLE, under=Article(6), expected=expected
    ) as case:
        write(case, values, among=EDITABLE)
        refuse(
            obstacles_to_clue_dates(
                today=timezone.localdate(at),
                occurred_on=case.occurred_on,
                discovered_on=case.discovered_on,
                ended_on=case.ended_on,
            )
        )
        return case


def file_case(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    handlers: list[Any] | None = None,
    basis: str = "",
    is_punishable: bool = False,
    in_jurisdiction: bool = False,
    within_limitation: bool = False,
    in_area: bool = True,
    assistance: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """File the case: four conditions, number, handlers, and ninety days (Penalty Law, Art. 54, 60)."""
    parts: list[Any] = []
    with taking(case_id, "file", by=by, at=at, expected=expected, overrides=overrides, parts=parts) as case:
        case.filed_on = timezone.localdate(at)
        put_deadline(case, decision_deadline(case), at=at)
        if handlers is not None:
            set_handlers(case, handlers)
        case.filing_check = FilingCheck(
            case=case,
            basis=basis,
            is_punishable=is_punishable,
            in_jurisdiction=in_jurisdiction,
            within_limitation=within_limitation,
            in_area=in_area,
            assistance=assistance,
        )
        case.number = next_number(organ=case.organ, kind=DocumentKind.FILING, at=at)
        parts.append(case.filing_check)
    announce(CaseFiled(case.pk))
    return case


def decline_filing(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    ground: str = "",
    education: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Decide, with a ground and a reason, not to file the clue; raises Refused without them."""
    refuse(obstacles_to_silence(reason, field="reason"))
    parts: list[Any] = []
    with taking(
        case_id,
        "decline_filing",
        by=by,
        at=at,
        expected=expected,
        overrides=overrides,
        why=reason,
        parts=parts,
    ) as case:
        case.closed_on = timezone.localdate(at)
        case.non_filing = NonFiling(
            case=case, ground=ground, reason=reason, education=education, decided_by=officer_of(by)
        )
        parts.append(case.non_filing)
    return case
