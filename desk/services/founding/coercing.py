"""Coercion in the invented city: rare, each with its necessity, in every stage that officers meet (Art. 10 (2))."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from enforcement.models import Case, CoerciveMeasure, Officer
from enforcement.services import coercion
from enforcement.vocabulary import PENALISING, UNDECIDED, CaseRole, CaseState
from enforcement.vocabulary.coercion import BasisLevel, CoercionKind, SiteStep
from foundation.actors import Actor
from leniency.services.assessing import assess_case

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
HOME = "SD11"
NOTE: dict[str, Any] = {
    "why_useless": "当事人在规劝期间仍转移涉案物品，继续规劝不能防止证据灭失。",
    "alternative": "抽样取证并拍照登记，其余物品由当事人自行保管。",
    "why_not_enough": "登记当日即有部分物品被运离，自行保管不能保证完整。",
    "legal_basis": "产品质量法第十八条",
    "basis_level": BasisLevel.LAW,
    "scope": "涉案计量器具及未售出的同批次商品",
    "term_days": 20,
}
SITE: dict[str, Any] = {
    "steps": list(SiteStep.values),
    "party_attended": True,
    "site_note": "当事人在场，配合清点。",
}
REASONS = {
    "COE-1": "示例数据：本案物品正在转移，与清单所列情形不同",
    "PT-3": "示例数据：现场发现，等到次日货物将被运走",
}
THINGS = (("电子计价秤", "台", "外观完好，铅封缺失"), ("散装食品", "箱", "未开封"), ("价目牌", "块", "完好"))


@dataclass(frozen=True)
class _Scene:
    """A case with the officer who handles it and a head who does not."""

    case: Case
    officer: Actor
    head: Actor
    now: datetime

    def considered(self, at: datetime, **note: Any) -> CoerciveMeasure:
        assess_case(self.case.pk, by=self.officer, at=at)
        values = {**NOTE, "place": self.case.place, **note}
        measure = coercion.draft_measure(
            by=self.officer, at=at, case=self.case, kind=CoercionKind.SEIZE, **values
        )
        for number, (name, unit, condition) in enumerate(THINGS, start=1):
            coercion.add_item(
                measure.pk, by=self.officer, at=at, name=name, quantity=Decimal(number), unit=unit,
                condition=condition, kept_at="执法一中队物证室",
            )  # fmt: skip
        return measure

    def proposed(self, at: datetime, **note: Any) -> CoerciveMeasure:
        measure = self.considered(at, **note)
        return coercion.propose_measure(measure.pk, by=self.officer, at=at + HOUR, overrides=REASONS)

    def in_force(self, at: datetime, **note: Any) -> CoerciveMeasure:
        measure = self.proposed(at, **note)
        coercion.approve_measure(
            measure.pk, by=self.head, at=at + 2 * HOUR, note="同意，限于清单所列物品。", overrides=REASONS
        )
        applied = at + 3 * HOUR
        return coercion.apply_measure(
            measure.pk, by=self.officer, at=applied, applied_at=applied, overrides=REASONS, **SITE
        )

    def lifted(self, at: datetime) -> CoerciveMeasure:
        measure = self.in_force(at)
        back = at + 2 * DAY
        return coercion.lift_measure(
            measure.pk, by=self.officer, at=back, reason="当事人已改正，证据已固定，不再需要。",
            returned_on=timezone.localdate(back), receipt="当事人签收单",
        )  # fmt: skip

    def urgent(self, at: datetime) -> CoerciveMeasure:
        measure = self.considered(at)
        return coercion.apply_urgently(
            measure.pk, by=self.officer, at=at + HOUR, applied_at=at + HOUR,
            urgent_reason="发现时货物正在装车，等待报批将无法追回。", overrides=REASONS, **SITE,
        )  # fmt: skip


def coerce_where_needed(people: dict[str, Officer], *, until: datetime) -> None:
    """One measure of each stage in open cases of the south, and one execution that waits for its demand."""
    scenes: tuple[Callable[[_Scene], Any], ...] = (
        lambda scene: scene.in_force(until - 3 * DAY, term_days=7),
        lambda scene: scene.proposed(until - 5 * HOUR),
        lambda scene: scene.urgent(until - 4 * HOUR),
        lambda scene: scene.lifted(until - 4 * DAY),
        lambda scene: scene.considered(until - DAY, alternative="", why_not_enough=""),
    )
    pending = Case.objects.filter(
        organ__code=HOME, state__in=UNDECIDED, filed_on__lt=(until - 5 * DAY).date()
    )
    newest = list(pending.order_by("-opened_at", "-id"))[: len(scenes)]
    _lift_earlier(pending.exclude(pk__in=[case.pk for case in newest]), people, until)
    for act, case in zip(scenes, newest, strict=False):
        act(_scene(case, people, until))
    _execute(people, until)


def _lift_earlier(pending: Any, people: dict[str, Officer], until: datetime) -> None:
    """Two measures of some time ago, of which the public has read."""
    for days, case in zip((13, 11), pending.order_by("filed_on", "id"), strict=False):
        at = until - days * DAY
        if case.filed_on < at.date():
            _scene(case, people, until).lifted(at)


def _execute(people: dict[str, Officer], until: datetime) -> None:
    """A surcharge on a fine that was not paid: the demand runs, and an agreement is still possible."""
    unpaid = Case.objects.filter(organ__code=HOME, state=CaseState.DECIDED, outcome__in=PENALISING)
    case = unpaid.order_by("-decided_on", "-id").first()
    if case is None:
        return
    scene, at = _scene(case, people, until), until - 2 * DAY
    measure = coercion.draft_measure(
        by=scene.officer, at=at, case=case, kind=CoercionKind.SURCHARGE, means_tried="",
        why_useless="两次电话提醒后仍不缴纳，当事人明确表示不履行。", alternative="分期缴纳",
        why_not_enough="当事人不同意分期。",
        legal_basis="行政处罚法第七十二条", basis_level=BasisLevel.LAW, scope="逾期未缴纳的罚款",
    )  # fmt: skip
    coercion.propose_measure(measure.pk, by=scene.officer, at=at + HOUR)
    coercion.approve_measure(measure.pk, by=scene.head, at=at + 2 * HOUR)
    coercion.serve_demand(
        measure.pk, by=scene.officer, at=at + 3 * HOUR, served_on=timezone.localdate(at + 3 * HOUR),
        demand="请于十个工作日内缴纳罚款；逾期将加处罚款。您有权陈述和申辩。",
    )  # fmt: skip


def _scene(case: Case, people: dict[str, Officer], now: datetime) -> _Scene:
    by_id = {officer.pk: officer for officer in people.values()}
    handler = case.people.filter(role=CaseRole.HANDLER).order_by("pk")[0]
    return _Scene(case, by_id[handler.officer_id].as_actor(), people["head"].as_actor(), now)
