"""Rows of guidance in four of the ways, within cases and without (Art. 8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from desk.services.volume.cases import Led
from desk.services.volume.counterparts import Registry
from desk.services.volume.serials import Serials
from desk.services.volume.tables import Row, Table
from enforcement.rules.found_texts import FoundWords
from enforcement.vocabulary import DocumentKind
from guidance.models import Counsel, Exhort, GuidanceAction, GuidanceOfficer, GuidanceSearch, Suggest, Tip
from guidance.vocabulary import (
    Adoption,
    Effect,
    Formality,
    GuidanceState,
    Prong,
    Recheck,
    Response,
    Trigger,
    Way,
)
from guidance.ways import WAYS

DAY = timedelta(days=1)
FRESH = timedelta(days=30)
SHARES = {Way.TIP: 35, Way.COUNSEL: 20, Way.SUGGEST: 15, Way.EXHORT: 30}
OLD = {GuidanceState.CONCLUDED: 98, GuidanceState.DECLINED: 1, GuidanceState.ACKNOWLEDGED: 1}
NEW = {
    GuidanceState.DRAFT: 15,
    GuidanceState.ISSUED: 40,
    GuidanceState.ACKNOWLEDGED: 30,
    GuidanceState.CONCLUDED: 15,
}
EFFECTS = (Effect.EFFECTIVE, Effect.EFFECTIVE, Effect.EFFECTIVE, Effect.PARTLY, Effect.INEFFECTIVE)
IN_A_CASE = 0.6


@dataclass(slots=True)
class Given:
    """One guidance action before it is written: when, in which way, and how far it came."""

    way: Way
    state: str
    drafted_at: datetime
    name: str

    @property
    def day(self) -> date:
        return self.drafted_at.date()

    @property
    def is_issued(self) -> bool:
        return self.state != GuidanceState.DRAFT

    @property
    def is_concluded(self) -> bool:
        return self.state == GuidanceState.CONCLUDED


def _tip(one: Given) -> dict[str, Any]:
    return {"neglected": one.name, "handled_on": one.day + DAY if one.is_concluded else None}


def _counsel(one: Given) -> dict[str, Any]:
    held = {"held_on": one.day, "answer": "按规定逐项说明。", "satisfaction": 4} if one.is_concluded else {}
    return {"topic": one.name, "question": "如何改正？", **held}


def _suggest(one: Given) -> dict[str, Any]:
    told = {"adopted": Adoption.PART, "adopted_on": one.day + DAY} if one.is_concluded else {}
    return {"problem": one.name, "suggestions": "完善日常自查。", **told}


def _exhort(one: Given) -> dict[str, Any]:
    seen = {"rechecked_on": one.day + DAY, "recheck_result": Recheck.CORRECTED} if one.is_concluded else {}
    return {
        "prong": Prong.MAY_ESCALATE, "facts": one.name, "law": "示例条款", "consequence": "可能受到处罚。",
        "correct_by": one.day + DAY, **seen,
    }  # fmt: skip


DETAILS: dict[Way, tuple[type[Any], Callable[[Given], dict[str, Any]]]] = {
    Way.TIP: (Tip, _tip),
    Way.COUNSEL: (Counsel, _counsel),
    Way.SUGGEST: (Suggest, _suggest),
    Way.EXHORT: (Exhort, _exhort),
}


class GuidanceLoad:
    """Writes guidance about the counterparts of cases, and about others of the same district."""

    def __init__(self, registry: Registry, serials: Serials, at: datetime, random: Random) -> None:
        self.registry, self.serials, self.at, self.random = registry, serials, at, random
        self.actions, self.officers = Table(GuidanceAction), Table(GuidanceOfficer)
        self.search = Table(GuidanceSearch)
        self.details = {way: Table(model) for way, (model, _values) in DETAILS.items()}

    @property
    def tables(self) -> list[Table]:
        return [self.actions, self.search, self.officers, *self.details.values()]

    def write(self, led: list[Led], number: int) -> None:
        """Write ``number`` actions on occasion of ``led``."""
        actions, officers = [], []
        details: dict[Way, list[Row]] = {way: [] for way in DETAILS}
        for case in self.random.choices(led, k=number):
            key = self.actions.next_key
            one = self._invent(case)
            actions.append(self.actions.numbered(**case.bureau.place, **self._values(one, case)))
            details[one.way].append(self._detail(key, one))
            pair = case.handlers if one.way == Way.EXHORT else case.handlers[:1]
            officers += [self.officers.numbered(action_id=key, officer_id=officer) for officer in pair]
        self.actions.pour(actions)
        self.search.pour([self._found_by(action) for action in actions])
        self.officers.pour(officers)
        for way, rows in details.items():
            self.details[way].pour(rows)

    def _found_by(self, action: Row) -> Row:
        told = dict(zip(self.actions.names, action, strict=True))
        words = FoundWords((told["number"], told["title"]))
        return self.search.row(action_id=told["id"], plain=words.plain, grams=words.grams)

    def _invent(self, case: Led) -> Given:
        drafted_at = min(case.opened_at + DAY * self.random.randint(0, 20), self.at - timedelta(hours=1))
        states = OLD if drafted_at < self.at - FRESH else NEW
        way = self.random.choices(list(SHARES), list(SHARES.values()))[0]
        state = self.random.choices(list(states), list(states.values()))[0]
        if state == GuidanceState.CONCLUDED and drafted_at + 2 * DAY > self.at:
            state = GuidanceState.ISSUED
        return Given(way, state, drafted_at, case.violation.name)

    def _detail(self, key: int, one: Given) -> Row:
        _model, values = DETAILS[one.way]
        return self.details[one.way].numbered(action_id=key, **values(one))

    def _values(self, one: Given, case: Led) -> dict[str, Any]:
        page, in_case = WAYS[one.way], self.random.random() < IN_A_CASE
        values = {
            "way": one.way,
            "formality": page.formality,
            "nature": page.nature,
            "state": one.state,
            "field_id": case.violation.field_id,
            "matter_id": case.violation.id,
            "case_id": case.id if in_case else None,
            "counterpart_id": case.counterpart_id
            if in_case
            else self.registry.any_of(case.bureau, self.random),
            "trigger": Trigger.CASE if in_case else Trigger.INSPECTION,
            "title": one.name,
            "content": f"请注意：{one.name}。",
            "reasons": "预防违法，帮助改正。",
            "basis": "示例依据",
            "channel": page.channel,
            "drafted_by_id": case.handlers[0],
            "drafted_at": one.drafted_at,
        }
        return values | (self._issued(one, case) if one.is_issued else {})

    def _issued(self, one: Given, case: Led) -> dict[str, Any]:
        needs_approval = WAYS[one.way].formality != Formality.SIMPLE
        declined = one.state == GuidanceState.DECLINED
        answered = declined or one.state != GuidanceState.ISSUED
        return {
            "number": self.serials.document(case.bureau, DocumentKind.GUIDANCE, one.day),
            "approved_by_id": case.bureau.heads[0] if needs_approval else None,
            "approved_at": one.drafted_at if needs_approval else None,
            "voluntariness_shown": True,
            "issued_at": one.drafted_at,
            "response": (Response.DECLINED if declined else Response.ACKNOWLEDGED) if answered else "",
            "responded_on": one.day if answered else None,
            "effect": self.random.choice(EFFECTS) if one.is_concluded else "",
            "concluded_on": one.day + DAY if one.is_concluded else None,
        }
