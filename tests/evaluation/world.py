"""A world of rows for counting: many states at once, some of them odd, the same for the same seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from enforcement.models import Case, Circumstances, Counterpart, Decision, Matter, Organ, Remedy
from enforcement.vocabulary import PENALISING, CaseState, CertificateState, Outcome
from enforcement.vocabulary.remedies import RemedyKind, RemedyResult, RemedyState
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.record import audited
from foundation.record.entry import tell
from guidance.models import GuidanceAction, GuidanceOfficer, Interview, RectificationItem, ReturnVisit
from guidance.vocabulary import (
    Effect,
    Formality,
    GuidanceState,
    Recheck,
    Response,
    Trigger,
    VisitState,
    Way,
)
from leniency.models import AssessmentResult, LeniencyAssessment, LeniencyEntry, LeniencyList
from leniency.vocabulary import Conclusion, InForceOn, ListState, ListType, Verdict
from riskcontrol.models import RiskPoint
from tests.city import City

SHANGHAI = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 11, 20)
SHALL_NOT = (ListType.MINOR, ListType.NO_FAULT)
ORGANS = ("SD11", "ST12", "SD21", "SD31", "SC01")


def at_noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=SHANGHAI)


@dataclass
class World:
    """Makes rows; ``maybe`` decides by the seed."""

    city: City
    seed: int = 1
    numbers: int = 0
    matters: list[Matter] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)

    def organ(self, code: str) -> Organ:
        return self.city.places.organs[code]

    def maybe(self, chance: float = 0.5) -> bool:
        return self.dice.random() < chance

    def day(self, first: date = date(2026, 3, 1), last: date = TODAY) -> date:
        return first + timedelta(days=self.dice.randrange((last - first).days + 1))

    def number(self) -> str:
        self.numbers += 1
        return f"N{self.numbers:05d}"

    def act(self, **more: Any) -> Any:
        return audited("case:edit", by=COMMAND, at=at_noon(TODAY), under=Article(4), **more)

    def party(self, organ: str = "SD11") -> Counterpart:
        place = self.organ(organ)
        row = Counterpart(kind="legal_person", name=f"示例商行{self.number()}", region=place.region)
        row.place_under(place)
        row.save()
        return row

    def matter(self) -> Matter:
        row = Matter(code=self.number(), name_zh="示例事项", field=self.city.places.fields["market"])
        row.save()
        self.matters.append(row)
        return row

    def case(self, organ: str, party: Counterpart, matter: Matter, **values: Any) -> Case:
        opened = values.pop("opened", date(2026, 9, 1))
        given = {"occurred_on": opened - timedelta(days=20), "discovered_on": opened, "source": "inspection"}
        row = Case(
            clue_number=self.number(), title="示例", counterpart=party, matter=matter,
            opened_at=at_noon(opened), **{**given, **values},
        )  # fmt: skip
        row.place_under(self.organ(organ))
        row.save()
        Circumstances(case=row).save()
        return row

    def decided(
        self, organ: str, party: Counterpart, matter: Matter, outcome: str, on: date, **values: Any
    ) -> Case:
        """A decided case with its decision."""
        education = values.pop("education", "")
        row = self.case(
            organ, party, matter, state=CaseState.DECIDED, outcome=outcome, decided_on=on,
            filed_on=values.get("opened", on), **values,
        )  # fmt: skip
        Decision(
            case=row, number=self.number(), outcome=outcome, reasons="x", education=education,
            decided_by=self.city.people["head"], decided_on=on,
            penalty_kind="fine" if outcome in PENALISING else "",
            fine=self.dice.randrange(100, 9000) if outcome in PENALISING else None,
        ).save()  # fmt: skip
        return row

    def guidance(self, organ: str, **values: Any) -> GuidanceAction:
        issued = values.pop("issued", date(2026, 8, 1))
        with_officer = values.pop("with_officer", True)
        given: dict[str, Any] = {
            "way": Way.TIP, "state": GuidanceState.ISSUED, "field": self.city.places.fields["market"],
            "trigger": Trigger.CASE, "title": "示例", "content": "x", "audience": "x",
            "drafted_by": self.city.people["officer"], "drafted_at": at_noon(issued),
            "issued_at": at_noon(issued), "number": self.number(), "voluntariness_shown": True,
            "approved_at": at_noon(issued), "approved_by": self.city.people["head"],
        }  # fmt: skip
        row = GuidanceAction(**{**given, **values})
        row.place_under(self.organ(organ))
        row.save()
        if with_officer:
            GuidanceOfficer(action=row, officer=self.city.people["officer"]).save()
        return row

    def visit(self, case: Case, **values: Any) -> ReturnVisit:
        row = ReturnVisit(case=case, reasons=["no_penalty"], **{"due_on": date(2026, 10, 1), **values})
        row.place_under(case.organ)
        row.save()
        return row

    def interview_item(self, organ: str, **values: Any) -> RectificationItem:
        action = self.guidance(organ, way=Way.INTERVIEW, formality=Formality.GENERAL)
        Interview(action=action, cause="x", invited_for=at_noon(TODAY), place="x", interviewee="x").save()
        row = RectificationItem(action=action, requirement="x", **values)
        row.save()
        return row

    def list_of(self, organ: str, published: date, **values: Any) -> LeniencyList:
        row = LeniencyList(
            title_zh="示例清单", type=ListType.MINOR, field=self.city.places.fields["market"], level="city",
            edition=self.number(), state=ListState.PUBLISHED, document_number="x", published_on=published,
            effective_from=published, **values,
        )  # fmt: skip
        row.place_under(self.organ(organ))
        row.save()
        return row

    def assessed(self, case: Case, entry: LeniencyEntry, verdict: str, kind: str = ListType.MINOR) -> None:
        row = LeniencyAssessment(
            case=case, assessed_at=at_noon(TODAY), violation_on=case.occurred_on, decision_on=TODAY,
            conclusion=Conclusion.UNKNOWN,
        )  # fmt: skip
        row.save()
        AssessmentResult(
            assessment=row, entry=entry, entry_code="x", entry_revision=1, type=kind, violation_zh="x",
            in_force_on=InForceOn.BOTH, applies=verdict,
        ).save()  # fmt: skip


def random_world(city: City, seed: int) -> World:
    """Some hundred rows of every kind that an indicator looks at, over five organs and nine months."""
    world = World(city, seed)
    with world.act():
        for _ in range(4):
            world.matter()
        _points(world)
        _certificates(world)
        parties = {code: [world.party(code) for _ in range(2)] for code in ORGANS}
        lists = [
            world.list_of(code, world.day(date(2025, 3, 1))) for code in ("SC01", "SC01", "SD31", "SD31")
        ]
        entry = LeniencyEntry(list=lists[0], code="x", violation_zh="x")
        entry.save()
        cases = [_a_case(world, code, parties) for code in ORGANS for _ in range(14)]
        for code in ORGANS:
            _guidance(world, code, parties[code])
            _items(world, code)
    for case in cases:
        _override(world, case)
        with world.act():
            _follow(world, case, entry)
    with world.act():
        for case in cases:
            if case.decided_on is not None and world.maybe(0.3):
                _remedy(world, case, case.decided_on)
    return world


def _points(world: World) -> None:
    for matter, (state, due) in zip(
        world.matters, [("published", None), ("published", date(2026, 7, 1)), ("draft", None)], strict=False
    ):
        RiskPoint(
            code=world.number(), name_zh="x", field=matter.field, matter=matter, level="low", state=state,
            published_on=date(2026, 1, 1) if state == "published" else None, review_due_on=due,
        ).save()  # fmt: skip


def _certificates(world: World) -> None:
    for username, state, until in (
        ("officer2", CertificateState.VALID, date(2026, 5, 1)),
        ("south3", CertificateState.SUSPENDED, None),
        ("east1", CertificateState.VALID, None),
        ("head_north", CertificateState.NONE, None),
    ):
        officer = world.city.people[username]
        officer.certificate_state, officer.certificate_until = state, until
        officer.save()


def _a_case(world: World, code: str, parties: dict[str, list[Counterpart]]) -> Case:
    party, matter = world.dice.choice(parties[code]), world.dice.choice(world.matters)
    opened = world.day()
    if world.maybe(0.2):
        return _a_clue(world, code, party, matter, opened)
    decided = opened + timedelta(days=world.dice.randrange(5, 120))
    deadline = opened + timedelta(days=90)
    if decided > TODAY:
        return world.case(
            code, party, matter, opened=opened, state=CaseState.FILED, filed_on=opened, deadline_on=deadline
        )
    return world.decided(
        code, party, matter, world.dice.choice([*Outcome.values, Outcome.NO_PENALTY]), decided, opened=opened,
        deadline_on=deadline, education="x" if world.maybe() else "",
        procedure="ordinary" if world.maybe(0.8) else "summary",
    )  # fmt: skip


def _a_clue(world: World, code: str, party: Counterpart, matter: Matter, opened: date) -> Case:
    if world.maybe():
        return world.case(code, party, matter, opened=opened)
    closed = opened + timedelta(days=world.dice.randrange(60))
    return world.case(code, party, matter, opened=opened, state=CaseState.NOT_FILED, closed_on=closed)


def _guidance(world: World, code: str, parties: list[Counterpart]) -> None:
    for _ in range(16):
        issued = world.day()
        values: dict[str, Any] = {
            "issued": issued, "way": world.dice.choice(Way.values), "with_officer": world.maybe(0.9),
            "formality": world.dice.choice(Formality.values), "basis": "x" if world.maybe(0.8) else "",
            "reasons": "x", "matter": world.dice.choice(world.matters),
            "counterpart": world.dice.choice(parties) if world.maybe(0.8) else None,
            "response": world.dice.choice(["", *Response.values]),
            "reply_by": issued if world.maybe() else None,
            "state": world.dice.choice([GuidanceState.CONCLUDED] * 3 + [GuidanceState.WITHDRAWN]),
        }  # fmt: skip
        if values["state"] == GuidanceState.CONCLUDED:
            values |= {
                "effect": world.dice.choice(Effect.values),
                "effect_note": "x" if world.maybe(0.7) else "",
                "concluded_on": min(TODAY, issued + timedelta(days=world.dice.randrange(40))),
            }
        world.guidance(code, **values)


def _items(world: World, code: str) -> None:
    for _ in range(6):
        due = world.day(last=TODAY + timedelta(days=20))
        looked = due + timedelta(days=world.dice.randrange(-3, 14)) if world.maybe(0.7) else None
        result = world.dice.choice(Recheck.values) if looked else ""
        world.interview_item(code, due_on=due, rechecked_on=looked, recheck_result=result)


def _override(world: World, case: Case) -> None:
    if world.maybe(0.2):
        with world.act(overrides={"LEN-9": "because"}) as entry:
            tell(entry, case)


def _follow(world: World, case: Case, entry: LeniencyEntry) -> None:
    circumstances = case.circumstances
    circumstances.endangers_safety = world.dice.choice([None, False, True])
    circumstances.corrected_on = TODAY if world.maybe(0.2) else None
    circumstances.save()
    if case.decided_on is None:
        return
    for _ in range(world.dice.randrange(3)):
        world.assessed(
            case,
            entry,
            world.dice.choice(Verdict.values),
            world.dice.choice([ListType.MINOR, ListType.FIRST]),
        )
    if world.maybe(0.7):
        _visit(world, case, case.decided_on)


def _remedy(world: World, case: Case, decided: date) -> None:
    """One that is pending, or one that has ended, perhaps only after today."""
    filed = decided + timedelta(days=world.dice.randrange(20))
    ended = filed + timedelta(days=world.dice.randrange(1, 60)) if world.maybe(0.8) else None
    row = Remedy(
        case=case, kind=world.dice.choice(RemedyKind.values), body="x", filed_on=filed, ended_on=ended,
        state=RemedyState.CONCLUDED if ended else RemedyState.ACCEPTED,
        result=world.dice.choice(RemedyResult.values) if ended else "", recorded_by=world.city.people["officer"],
    )  # fmt: skip
    row.place_under(case.organ)
    row.save()


def _visit(world: World, case: Case, decided: date) -> None:
    due = decided + timedelta(days=world.dice.randrange(40))
    state = world.dice.choice([VisitState.PLANNED, VisitState.HELD, VisitState.HELD, VisitState.REFUSED])
    held = due + timedelta(days=world.dice.randrange(-9, 9)) if state == VisitState.HELD else None
    mark = world.dice.randrange(1, 6) if held and world.maybe(0.6) else None
    world.visit(case, due_on=due, state=state, held_on=held, satisfaction=mark)
