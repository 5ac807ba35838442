"""Rows of return visits, planned by the same rules as every other (Art. 8 (8))."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from desk.services.volume.cases import Led
from desk.services.volume.moments import moment
from desk.services.volume.tables import Row, Table
from enforcement.vocabulary import CaseRole
from foundation.models import DueItem
from foundation.vocabulary import DueState
from guidance.models import ReturnVisit, VisitPerson
from guidance.models.visits import OPEN_VISITS
from guidance.rules.visits import Selection, due_day, reasons_to_visit
from guidance.services.visits.planning import ASSIGN_BEFORE, REMIND_BEFORE
from guidance.vocabulary import Recheck, VisitMode, VisitState

OVERDUE, UNREACHABLE, REFUSED = 0.01, 0.04, 0.03
DAY = timedelta(days=1)


class Visits:
    """Writes the first round of visits of decided cases, with their visitors and due items."""

    def __init__(self, people: Table, at: datetime, today: date, random: Random) -> None:
        self.case_people, self.at, self.today, self.random = people, at, today, random
        self.visits, self.visitors, self.due = Table(ReturnVisit), Table(VisitPerson), Table(DueItem)

    @property
    def tables(self) -> list[Table]:
        return [self.visits, self.visitors, self.due]

    def write(self, led: list[Led]) -> None:
        """Write the visits that ``led`` need."""
        visits, visitors, duties, due = [], [], [], []
        for one in led:
            selection = _selection(one)
            if selection is None or not (reasons := reasons_to_visit(selection)):
                continue
            key, due_on = self.visits.next_key, due_day(selection)
            state = self._state(due_on)
            visits.append(self._visit(one, [r.value for r in reasons], due_on, state))
            if state != VisitState.PLANNED:
                pair = self._pair(one)
                visitors += [self.visitors.numbered(visit_id=key, officer_id=officer) for officer in pair]
                duties += [
                    self.case_people.numbered(case_id=one.id, officer_id=officer, role=CaseRole.VISITOR)
                    for officer in pair
                ]
            if state in OPEN_VISITS:
                due += self._due_items(key, due_on)
        self.visits.pour(visits)
        self.case_people.pour(duties)
        self.visitors.pour(visitors)
        self.due.pour(due)

    def _state(self, due_on: date) -> str:
        if due_on > self.today:
            return VisitState.ASSIGNED if due_on - ASSIGN_BEFORE <= self.today else VisitState.PLANNED
        chance = self.random.random()
        if chance < OVERDUE:
            return VisitState.ASSIGNED
        if chance < OVERDUE + UNREACHABLE:
            return VisitState.UNREACHABLE
        return VisitState.REFUSED if chance < OVERDUE + UNREACHABLE + REFUSED else VisitState.CLOSED

    def _visit(self, one: Led, reasons: list[str], due_on: date, state: str) -> Row:
        held = state == VisitState.CLOSED
        return self.visits.numbered(
            **one.bureau.place,
            case_id=one.id,
            reasons=reasons,
            state=state,
            due_on=due_on,
            assigned_at=None
            if state == VisitState.PLANNED
            else min(self.at, moment(due_on - ASSIGN_BEFORE, hour=8)),
            mode=VisitMode.ON_SITE if held else "",
            held_on=due_on if held else None,
            attempts=3 if state == VisitState.UNREACHABLE else 0,
            rectified=(Recheck.CORRECTED if self.random.random() < 0.85 else Recheck.PARTLY) if held else "",
            recurred=self.random.random() < 0.04 if held else None,
            satisfaction=self.random.choice((3, 4, 4, 5, 5, None)) if held else None,
            feedback="已告知处理情况。" if held else "",
            closed_on=due_on if held else None,
        )

    def _pair(self, one: Led) -> list[int]:
        free = [officer for officer in one.bureau.officers if officer not in one.handlers]
        return self.random.sample(free, 2)

    def _due_items(self, key: int, due_on: date) -> list[Row]:
        morning = moment(due_on, hour=8)
        wanted = (
            ("visit:assign", 1, morning - ASSIGN_BEFORE),
            ("visit:remind", 1, morning - REMIND_BEFORE),
            ("visit:remind", 2, morning + DAY),
        )
        return [self._due_item(f"visit:{key}", kind, number, due_at) for kind, number, due_at in wanted]

    def _due_item(self, thing: str, kind: str, number: int, due_at: datetime) -> Row:
        done = due_at <= self.at
        return self.due.numbered(
            kind=kind,
            thing=thing,
            round=number,
            due_at=due_at,
            state=DueState.DONE if done else DueState.PENDING,
            attempts=1 if done else 0,
            processed_at=due_at if done else None,
        )


def _selection(one: Led) -> Selection | None:
    """The facts that decide about a visit; none while a penalty is not carried out."""
    course = one.course
    if course.decided_on is None or (course.is_penal and course.carried_out_on is None):
        return None
    return Selection(
        is_major=False,
        is_complex=False,
        has_social_impact=course.is_flagged,
        source=course.source,
        outcome=course.outcome,
        decided_on=course.decided_on,
        carried_out_on=course.carried_out_on,
        correct_by=course.correct_by,
    )
