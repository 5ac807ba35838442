"""Rows of invented cases with everything that their course left behind (Art. 3, 5, 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from desk.services.volume.bureaux import Bureau, Terms, Violation
from desk.services.volume.counterparts import Registry
from desk.services.volume.courses import Course, invent_course
from desk.services.volume.limits import Limits
from desk.services.volume.moments import Span, moment
from desk.services.volume.serials import Serials
from desk.services.volume.tables import Row, Table
from enforcement.models import Case, CasePerson, CaseSearch, Circumstances, Decision, LegalReview, Notice
from enforcement.rules.found_texts import FoundWords
from enforcement.vocabulary import (
    CaseRole,
    DocumentKind,
    Fault,
    Outcome,
    PenaltyKind,
    ReviewOpinion,
)

DEFENCE = timedelta(days=7)  # five working days always hold a weekend
REASON = "群众关注度高"
EDUCATION = "现场讲解规定，当事人表示理解。"
CORRECTION = "七日内改正并保持。"


@dataclass(slots=True)
class Led:
    """A case as it was led: what guidance and visits need to know of it."""

    id: int
    bureau: Bureau
    violation: Violation
    counterpart_id: int
    course: Course
    handlers: list[int]
    opened_at: datetime


class Caseload:
    """Writes cases with their parts, batch by batch."""

    def __init__(
        self, bureaux: list[Bureau], registry: Registry, serials: Serials, span: Span, random: Random
    ) -> None:
        self.bureaux, self.registry, self.serials, self.span, self.random = (
            bureaux,
            registry,
            serials,
            span,
            random,
        )
        self.limits = Limits()
        self.weights = [1 / rank for rank in range(1, len(bureaux) + 1)]
        self.cases, self.circumstances, self.people = Table(Case), Table(Circumstances), Table(CasePerson)
        self.search = Table(CaseSearch)
        self.notices, self.reviews, self.decisions = Table(Notice), Table(LegalReview), Table(Decision)

    @property
    def tables(self) -> list[Table]:
        return [
            self.cases,
            self.search,
            self.circumstances,
            self.people,
            self.notices,
            self.reviews,
            self.decisions,
        ]

    def write(self, number: int) -> list[Led]:
        """Write the next ``number`` cases; the roles of their visitors are still to come."""
        led, rows = [], []
        for bureau in self.random.choices(self.bureaux, self.weights, k=number):
            one, row = self._case(bureau)
            led.append(one)
            rows.append(row)
        self.cases.pour(rows)
        self.search.pour([self._found_by(row) for row in rows])
        self.circumstances.pour([self._circumstances(one) for one in led])
        self.notices.pour([self._notice(one, day) for one in led if (day := one.course.notified_on)])
        decided = [(one, day) for one in led if (day := one.course.decided_on)]
        self.reviews.pour([self._review(one, day) for one, day in decided if one.course.is_flagged])
        self.decisions.pour([self._decision(one, day) for one, day in decided])
        self.people.pour([person for one in led for person in self._people(one)])
        return led

    def _case(self, bureau: Bureau) -> tuple[Led, Row]:
        opened_at = self.span.any_moment(self.random)
        course = invent_course(
            self.random, opened_on=opened_at.date(), today=self.span.today, may_flag=bool(bureau.reviewers)
        )
        violation = self.random.choice(bureau.violations)
        one = Led(
            self.cases.next_key, bureau, violation, self.registry.any_of(bureau, self.random), course,
            self.random.sample(bureau.officers, 2), opened_at,
        )  # fmt: skip
        return one, self.cases.numbered(**bureau.place, **self._values(one))

    def _found_by(self, case: Row) -> Row:
        told = dict(zip(self.cases.names, case, strict=True))
        words = FoundWords((told["number"], told["clue_number"], told["title"]))
        return self.search.row(case_id=told["id"], plain=words.plain, grams=words.grams)

    def _values(self, one: Led) -> dict[str, Any]:
        course = one.course
        number = (
            self.serials.document(one.bureau, DocumentKind.FILING, course.filed_on) if course.filed_on else ""
        )
        return {
            "clue_number": self.serials.clue(one.bureau, course.opened_on),
            "number": number,
            "title": one.violation.name,
            "counterpart_id": one.counterpart_id,
            "matter_id": one.violation.id,
            "source": course.source,
            "state": course.state,
            "place": f"示例路{one.id % 5000 + 1}号",
            "facts_found": f"现场检查发现：{one.violation.name}。" if course.investigated_on else "",
            "occurred_on": course.opened_on - timedelta(days=2),
            "discovered_on": course.opened_on,
            "opened_at": one.opened_at,
            "filed_on": course.filed_on,
            "certificates_shown_on": course.investigated_on,
            "deadline_on": self.limits.decide_by(course.filed_on),
            "decided_on": course.decided_on,
            "carried_out_on": course.carried_out_on,
            "closed_on": course.closed_on,
            "outcome": course.shown_outcome,
            "has_social_impact": course.is_flagged,
            "flag_reason": REASON if course.is_flagged else "",
        }

    def _circumstances(self, one: Led) -> Row:
        course, known = one.course, one.course.investigated_on is not None
        return self.circumstances.numbered(
            case_id=one.id,
            harm=course.harm if known else "",
            fault=Fault.NEGLIGENT if known else "",
            correct_by=course.correct_by,
            corrected_on=course.corrected_on,
            refuses_correction=False if known else None,
            endangers_safety=False if known else None,
        )

    def _notice(self, one: Led, day: date) -> Row:
        return self.notices.numbered(
            case_id=one.id,
            number=self.serials.document(one.bureau, DocumentKind.NOTICE, day),
            content=f"拟作出处罚：{one.violation.name}。",
            intended_fine=self._terms(one).fine,
            rights_told=True,
            served_on=day,
            defence_until=day + DEFENCE,
            is_waived=bool(one.course.decided_on),
        )

    def _review(self, one: Led, day: date) -> Row:
        return self.reviews.numbered(
            case_id=one.id,
            reviewer_id=one.bureau.reviewers[0],
            opinion=ReviewOpinion.PASSED,
            text="事实清楚，程序合法，同意。",
            reviewed_at=moment(day, hour=9),
        )

    def _decision(self, one: Led, day: date) -> Row:
        course, terms = one.course, self._terms(one)
        kind = DocumentKind.DECISION if course.is_penal else DocumentKind.NO_PENALTY
        paid_from = course.served_on or day
        return self.decisions.numbered(
            case_id=one.id,
            number=self.serials.document(one.bureau, kind, day),
            outcome=course.outcome,
            penalty_kind=(PenaltyKind.FINE if terms.fine else PenaltyKind.WARNING) if course.is_penal else "",
            fine=terms.fine,
            tier=terms.tier,
            reasons=f"{one.violation.name}。综合考虑情节与改正情况。",
            correction_order=CORRECTION,
            education=EDUCATION,
            transferred_to="公安机关（示例）" if course.outcome == Outcome.TRANSFERRED else "",
            decided_by_id=one.bureau.heads[0],
            decided_on=day,
            served_on=course.served_on,
            carry_out_by=self.limits.pay_by(paid_from) if course.is_penal else None,
        )

    def _people(self, one: Led) -> list[Row]:
        roles = [(officer, CaseRole.HANDLER) for officer in one.handlers] if one.course.filed_on else []
        if one.course.decided_on:
            roles.append((one.bureau.heads[0], CaseRole.DECIDER))
            if one.course.is_flagged:
                roles.append((one.bureau.reviewers[0], CaseRole.REVIEWER))
        return [
            self.people.numbered(case_id=one.id, officer_id=officer, role=role) for officer, role in roles
        ]

    def _terms(self, one: Led) -> Terms:
        return one.violation.terms[one.course.outcome]
