"""Open cases of the invented city that leave a benchmark, are to be heard, or were decided on the spot (Art. 5, 6)."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from desk.services.founding.passing_over import UNGUIDED, reason_against
from desk.services.founding.sparing import depart_from_assessments, rename_a_firm
from desk.services.founding.stories import fine_for, is_fined_on_refusal
from enforcement.models import Case, Counterpart, Field, Matter, Officer
from enforcement.services import cases
from enforcement.services.departures import approve_departure, ask_departure
from enforcement.vocabulary import (
    CaseSource,
    CaseState,
    DepartureGround,
    Harm,
    Outcome,
    PaymentMeans,
    PenaltyKind,
    SpotGround,
)
from foundation.actors import Actor
from foundation.obstacles import Refused
from guidance.services import draft_guidance
from guidance.vocabulary import Trigger, Way
from leniency.services.assessing import assess_case

ORGAN, HEAD, OFFICERS = "SD11", "head", ("officer", "officer2")
BEFORE_DECISION = (CaseState.INVESTIGATED, CaseState.ASSESSED, CaseState.NOTIFIED)
PRESIDERS = ("south5", "south4", "south3")
PRICES, LARGE = "SJ-005", 20_000
AN_HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def weigh_and_hear(
    people: dict[str, Officer], businesses: dict[str, list[Counterpart]], *, at: datetime
) -> None:
    """Two departures, one of them approved; a hearing; a decision on the spot to be filed; an application."""
    officer, head = people[OFFICERS[0]].as_actor(), people[HEAD].as_actor()
    own = Case.objects.filter(organ__code=ORGAN).order_by("-opened_at", "-id")
    assessed = own.filter(state=CaseState.ASSESSED).select_related("matter", "circumstances")
    _hear(next((case for case in assessed if _is_fined(case)), None), people, at)
    undecided = own.filter(state__in=(CaseState.CLUE, CaseState.FILED, *BEFORE_DECISION))
    depart_from_assessments(list(undecided[:8]), officer, head, at=at)
    rename_a_firm(businesses[ORGAN], by=officer, at=at - AN_HOUR)
    _leave_benchmarks(list(own.filter(state__in=BEFORE_DECISION)), officer, head, at)
    _decide_on_spot(people, businesses[ORGAN][1], at)
    _collect_on_spot(people, businesses[ORGAN][2], at)
    draft_guidance(
        by=officer, at=at - 2 * DAY, way=Way.COUNSEL, field=Field.objects.get(code="market"),
        counterpart=businesses[ORGAN][0], trigger=Trigger.APPLICATION, title="申请指导：预包装食品怎样标价",
        content="按品种逐一讲解标价方式。", reasons="经营者主动申请。", basis="价格法第十三条",
        detail={"topic": "标价", "question": "促销时原价怎么标"},
    )  # fmt: skip


def _leave_benchmarks(open_cases: list[Case], officer: Actor, head: Actor, at: datetime) -> None:
    banded = [case for case in open_cases if case.matter.bands.count() > 1][:2]
    for number, case in enumerate(banded):
        light, left = case.matter.bands.order_by("fine_min", "id")[:2]
        middle = ((light.fine_min or Decimal(0)) + (light.fine_max or Decimal(0))) / 2
        ask_departure(
            case.pk, by=officer, at=at - AN_HOUR, tier=left.tier, fine=middle.quantize(Decimal(1)),
            ground=DepartureGround.SPECIAL_FACTS, reason="当事人主动召回全部商品并先行赔付，基准未列明该情形。",
        )  # fmt: skip
        if not number:
            answer = "情况属实，同意在该阶次以下处罚。"
            approve_departure(case.departures.get().pk, by=head, at=at, answer=answer)


def _is_fined(case: Case) -> bool:
    """Whether the law fines what was found, as it was found, and not lightly."""
    may = not is_fined_on_refusal(case.matter) or bool(case.circumstances.refuses_correction)
    fine = fine_for(case.matter, Outcome.PENALTY, case.circumstances.harm)
    return may and fine is not None and fine >= LARGE


def _hear(case: Case | None, people: dict[str, Officer], at: datetime) -> None:
    """The party was told yesterday and asks for a hearing today; in two weeks it is heard."""
    if case is None:
        return
    officer, today = people[OFFICERS[0]].as_actor(), timezone.localdate(at - AN_HOUR)
    cases.serve_notice(
        case.pk, by=officer, at=at - AN_HOUR, content=f"拟作出处罚：{case.matter.name_zh}。", served_on=today - DAY,
        rights_told=True, hearing_told=True,
        intended_fine=fine_for(case.matter, Outcome.PENALTY, case.circumstances.harm),
        overrides={UNGUIDED: reason_against(UNGUIDED, case.pk, otherwise="当事人为同类经营者中规模最大者。")},
    )  # fmt: skip
    cases.record_defence(
        case.pk,
        by=officer,
        at=at - AN_HOUR,
        defence="正在逐项改正，请求从轻。",
        defence_answer="听证后一并答复。",
    )
    cases.request_hearing(case.pk, by=officer, at=at - AN_HOUR, requested_on=today, request="对数额有异议。")
    handling = case.people.values_list("officer_id", flat=True)
    presider = next(people[name] for name in PRESIDERS if people[name].pk not in handling)
    morning = timezone.make_aware(datetime.combine(today + 14 * DAY, time(9)))
    with suppress(Refused):  # when the holidays of the coming year have not been announced
        cases.arrange_hearing(
            case.pk, by=people[HEAD].as_actor(), at=at, presider=presider, held_at=morning,
            place="二楼听证室", notice_on=today,
        )  # fmt: skip


def _decide_on_spot(people: dict[str, Officer], party: Counterpart, at: datetime) -> None:
    officer, day = people[OFFICERS[0]].as_actor(), timezone.localdate(at - AN_HOUR)
    matter = Matter.objects.get(code=PRICES)
    case = cases.register_clue(
        by=officer, at=at - AN_HOUR, title=f"{party.name}涉嫌{matter.name_zh}"[:200], counterpart=party, matter=matter,
        source=CaseSource.INSPECTION, occurred_on=day, discovered_on=day, place="示例路口",
    )  # fmt: skip
    cases.record_circumstances(case.pk, by=officer, at=at - AN_HOUR, harm=Harm.SLIGHT, fault="negligent")
    assess_case(case.pk, by=officer, at=at - AN_HOUR)
    cases.decide_on_spot(
        case.pk, by=officer, at=at - AN_HOUR, handlers=[people[name] for name in OFFICERS],
        facts_found="当场核实，部分商品未标价，事实清楚。", certificates_shown_on=day, is_certain=True, was_heard=True,
        penalty_kind=PenaltyKind.WARNING, correction_order="当场标价。",
    )  # fmt: skip


def _collect_on_spot(people: dict[str, Officer], party: Counterpart, at: datetime) -> None:
    """A small fine taken on the spot yesterday: the officer holds the money until it is handed in."""
    officer, then = people[OFFICERS[0]].as_actor(), at - DAY
    matter, day = Matter.objects.get(code=PRICES), timezone.localdate(then)
    case = cases.register_clue(
        by=officer, at=then, title=f"{party.name}涉嫌{matter.name_zh}"[:200], counterpart=party, matter=matter,
        source=CaseSource.INSPECTION, occurred_on=day, discovered_on=day, place="示例市场二号门",
    )  # fmt: skip
    cases.record_circumstances(case.pk, by=officer, at=then, harm=Harm.SLIGHT, fault="negligent")
    assess_case(case.pk, by=officer, at=then)
    cases.decide_on_spot(
        case.pk, by=officer, at=then, handlers=[people[name] for name in OFFICERS],
        facts_found="当场核实，多数商品未标价，事实清楚。", certificates_shown_on=day, is_certain=True,
        was_heard=True, penalty_kind=PenaltyKind.FINE, fine=Decimal(50), correction_order="当场标价。",
    )  # fmt: skip
    cases.record_payment(
        case.pk, by=officer, at=then, amount=Decimal(50), paid_on=day, means=PaymentMeans.ON_SPOT,
        receipt_number=f"示例财专{case.pk:08d}", ground=SpotGround.SMALL,
    )  # fmt: skip
