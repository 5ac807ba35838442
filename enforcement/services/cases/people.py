"""Who works on a case, one duty a person (Penalty Law, Art. 42; Measures, Art. 6, 8)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.models import Case, CasePerson, Officer
from enforcement.rules.recusals import obstacles_to_assigning_recused
from enforcement.services.cases.base import refuse, working_on
from enforcement.vocabulary import CaseRole
from foundation.actors import Actor
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission


def assign_handlers(
    case_id: int, *, by: Actor, at: datetime, handlers: list[Officer], expected: int | None = None
) -> Case:
    """Name the officers who handle the case; two certified ones are needed to act."""
    with working_on(
        case_id,
        "assign_handlers",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
    ) as case:
        set_handlers(case, handlers)
        return case


def set_handlers(case: Case, handlers: list[Any]) -> None:
    """Make ``handlers`` the handling officers; call it inside an open act."""
    wanted = {officer.pk for officer in handlers}
    present = {p.officer_id: p for p in case.people.filter(role=CaseRole.HANDLER)}
    for officer_id, person in present.items():
        if officer_id not in wanted:
            person.delete()
    for officer in handlers:
        if officer.pk not in present:
            assign_to_case(case, officer, CaseRole.HANDLER)


def assign_to_case(case: Case, officer: Officer, role: CaseRole) -> CasePerson:
    """Give ``officer`` a duty in the case, inside an open act; raises Refused when one is held already."""
    refuse(obstacles_to_assigning_recused(officer.name, is_recused=case.pk in officer.recused_from))
    held = CasePerson.objects.filter(case=case, officer=officer).first()
    if held is not None and held.role == role:
        return held
    if held is not None:
        raise Refused([_already_holds(officer, held)])
    person = CasePerson(case=case, officer=officer, role=role)
    person.save()
    return person


def release_from_case(case: Case, officer: Officer, role: CaseRole) -> None:
    """Take a duty from ``officer``, inside an open act."""
    for person in CasePerson.objects.filter(case=case, officer=officer, role=role):
        person.delete()


def _already_holds(officer: Officer, held: CasePerson) -> Obstacle:
    return Obstacle(
        code="SUB-6",
        message=_("%(name)s already holds another duty in this case: %(role)s.")
        % {"name": officer.name, "role": held.get_role_display()},
        article=Article(6),
        citation=Citation(PENALTY, "42, 58, 64"),
        next_step=_("Name another officer."),
    )
