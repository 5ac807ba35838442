"""Every measured indicator once more, by plain loops over all rows: (numerator, denominator)."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Case, Officer
from foundation.models import AuditSubject
from guidance.models import GuidanceAction, RectificationItem, ReturnVisit
from leniency.models import LeniencyList
from riskcontrol.models import RiskPoint

VIOLATION = {"penalty", "lighter", "mitigated", "no_penalty"}
YEAR = timedelta(days=365)


class Rows:
    """All rows, read once."""

    def __init__(self) -> None:
        related = ("leniency_assessments__results", "return_visits", "remedies")
        cases = Case.objects.select_related("circumstances", "decision").prefetch_related(*related)
        self.cases = list(cases)
        self.guidance = list(GuidanceAction.objects.prefetch_related("officers"))
        self.items = list(RectificationItem.objects.select_related("action"))
        self.lists = list(LeniencyList.objects.all())
        self.officers = list(Officer.objects.prefetch_related("grants"))
        self.points = list(RiskPoint.objects.all())
        self.visits = list(ReturnVisit.objects.all())
        about = AuditSubject.objects.filter(kind="enforcement.case").select_related("entry")
        self.overridden = {row.key for row in about if row.entry.overrides}


class Oracle:
    """Counts for a set of organs over the days from ``start`` to ``end``."""

    def __init__(self, rows: Rows, organs: set[int], start: date, end: date, today: date) -> None:
        self.rows, self.organs, self.start, self.end, self.today = rows, organs, start, end, today

    def within(self, day: date | None) -> bool:
        return day is not None and self.start <= day <= self.end

    def cases(self, *, violation: bool = False) -> list[Any]:
        return [
            c
            for c in self.rows.cases
            if c.organ_id in self.organs
            and self.within(c.decided_on)
            and (c.outcome in VIOLATION or not violation)
        ]

    def count(self, code: str) -> tuple[int, int]:
        marks = list(getattr(self, code.lower().replace("-", "_"))())
        return sum(marks), len(marks)

    def a5_1(self) -> Any:
        for case in self.cases(violation=True):
            if case.procedure != "ordinary" or case.circumstances.endangers_safety is True:
                continue
            guided = any(self._guides(g, case) for g in self.rows.guidance)
            yield guided and (case.deadline_on is None or case.decided_on <= case.deadline_on)

    def _guides(self, given: Any, case: Any) -> bool:
        about = given.case_id == case.pk or (
            (given.counterpart_id, given.matter_id) == (case.counterpart_id, case.matter_id)
        )
        issued = timezone.localdate(given.issued_at)
        return (
            about
            and given.organ_id == case.organ_id
            and given.way != "revisit"
            and given.state != "withdrawn"
            and given.issued_at >= case.opened_at - YEAR
            and issued <= case.decided_on
        )

    def a6_1(self) -> Any:
        for case in self.cases():
            yield str(case.pk) in self.rows.overridden

    def a6_5(self) -> Any:
        for case in self.rows.cases:
            if case.organ_id not in self.organs:
                continue
            if case.deadline_on is not None:
                if self.within(case.deadline_on) and (case.decided_on or case.deadline_on < self.today):
                    yield case.decided_on is not None and case.decided_on <= case.deadline_on
                continue
            limit = timezone.localdate(case.opened_at) + timedelta(days=30)
            if case.state == "not_filed" and self.within(limit):
                yield case.closed_on <= limit
            if case.state == "clue" and self.within(limit) and limit < self.today:
                yield False

    def a6_6(self) -> Any:
        undoing = {"changed", "revoked", "unlawful", "void"}
        for case in self.cases():
            yield any(r.result in undoing and r.ended_on <= self.today for r in case.remedies.all())

    def a7_2(self) -> Any:
        day = min(self.end, self.today)
        for officer in self.rows.officers:
            if officer.organ_id in self.organs and {"officer", "head"} & set(officer.roles):
                yield officer.is_certified(day)

    def _guidance(self) -> list[Any]:
        return [
            g
            for g in self.rows.guidance
            if g.organ_id in self.organs and g.state == "concluded" and self.within(g.concluded_on)
        ]

    @staticmethod
    def _complete(given: Any) -> bool:
        answered = bool(given.response) or given.counterpart_id is None or given.reply_by is None
        worded = bool(given.reasons and given.basis and given.effect_note)
        return answered and worded and len(given.officers.all()) > 0

    def a8_1(self) -> Any:
        used = {g.way for g in self._guidance() if self._complete(g)}
        ways = ["guide", "demo", "tip", "counsel", "suggest", "exhort", "interview", "revisit"]
        yield from (way in used for way in ways)

    def a8_2(self) -> Any:
        yield from (self._complete(g) for g in self._guidance() if g.formality != "simple")

    def a8_3(self) -> Any:
        for given in self._guidance():
            if given.response != "declined":
                yield given.effect == "effective" and bool(given.effect_note)

    def a8_4(self) -> Any:
        for item in self.rows.items:
            action, latest = item.action, item.due_on + timedelta(days=7)
            if action.organ_id not in self.organs or action.way != "interview" or action.state == "withdrawn":
                continue
            if self.within(item.due_on) and (item.rechecked_on or latest < self.today):
                yield item.recheck_result == "corrected" and item.rechecked_on <= latest

    def a8_5(self) -> Any:
        for visit in self.rows.visits:
            if visit.organ_id not in self.organs or visit.state in ("cancelled", "refused"):
                continue
            if self.within(visit.due_on) and (visit.held_on or visit.due_on < self.today):
                yield visit.held_on is not None and visit.held_on <= visit.due_on

    def a8_6(self) -> tuple[list[int], int]:
        held = [v for v in self.rows.visits if v.organ_id in self.organs and self.within(v.held_on)]
        return [v.satisfaction for v in held if v.satisfaction is not None], len(held)

    def a9_1(self) -> Any:
        day = min(self.end, self.today)
        used = Counter(
            c.matter_id
            for c in self.rows.cases
            if c.organ_id in self.organs
            and c.outcome in VIOLATION
            and day - timedelta(days=730) <= c.decided_on <= day
        )
        points = [p for p in self.rows.points if p.state == "published"]
        fresh = {p.matter_id for p in points if p.review_due_on is None or p.review_due_on >= day}
        yield from (matter in fresh for matter, times in used.items() if times >= 3)

    def a9_4(self) -> Any:
        every = [c for c in self.rows.cases if c.outcome in VIOLATION]
        for case in self.cases(violation=True):
            yield any(
                (c.organ_id, c.counterpart_id, c.matter_id)
                == (case.organ_id, case.counterpart_id, case.matter_id)
                and case.occurred_on - YEAR <= c.decided_on < case.occurred_on
                for c in every
            )

    def a10_1(self) -> Any:
        day = min(self.end, self.today)
        for found in self.rows.lists:
            if found.organ_id in self.organs and found.is_in_force(day):
                yield found.published_on >= day - YEAR

    def a10_2(self) -> Any:
        for case in self.cases(violation=True):
            latest = max(case.leniency_assessments.all(), key=lambda a: a.pk, default=None)
            if latest and any(
                r.applies == "holds" and r.type in ("minor", "no_fault") for r in latest.results.all()
            ):
                yield case.outcome == "no_penalty"

    def a10_3(self) -> Any:
        for case in self.cases():
            if case.outcome != "no_penalty":
                continue
            visits = list(case.return_visits.all())
            looked = case.circumstances.corrected_on is not None or any(v.held_on for v in visits)
            open_ones = [v for v in visits if v.state in ("planned", "assigned")]
            if looked or not any(v.due_on >= self.today for v in open_ones):
                yield looked and bool(case.decision.education)
