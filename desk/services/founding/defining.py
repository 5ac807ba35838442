"""Ways of their own and frequent questions of the invented city, in both languages (Art. 8 (4), last paragraph)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Field, Officer
from guidance.models import GuidanceAction, OtherWay
from guidance.services import faq, other_ways
from guidance.services.approving import approve_guidance, submit_guidance
from guidance.services.drafting import draft_guidance
from guidance.services.issuing import issue_guidance
from guidance.services.recording import record_progress
from guidance.vocabulary import Channel, Trigger, Way

DAY = timedelta(days=1)
CHECK_UP: tuple[dict[str, Any], ...] = (
    {"key": "lawyers", "label_zh": "参加律师人数", "label_en": "Lawyers taking part", "kind": "number",
     "stage": "drafted", "is_required": True},
    {"key": "topic", "label_zh": "体检重点", "label_en": "Main subject", "kind": "choice",
     "choices": "价格与广告\n食品安全\n合同与用工", "stage": "drafted"},
    {"key": "risks", "label_zh": "发现风险点数", "label_en": "Risks found", "kind": "number", "stage": "recorded"},
    {"key": "again_on", "label_zh": "下次体检日期", "label_en": "Next check-up on", "kind": "date",
     "stage": "recorded"},
)  # fmt: skip
QUESTIONS: tuple[dict[str, Any], ...] = (
    {"question_zh": "散装食品的价签应当写明哪些内容？", "question_en": "What must the price tag of loose food say?",
     "answer_zh": "写明品名、计价单位和价格；品种较多的可以使用标价牌集中标示。",
     "answer_en": "Its name, the unit and the price; where there are many kinds, one board may list them together.",
     "basis": "明码标价和禁止价格欺诈规定"},
    {"question_zh": "进货台账要保存多久？", "question_en": "How long are purchase records kept?",
     "answer_zh": "至少保存到保质期过后六个月；没有标明保质期的，至少保存两年。",
     "answer_en": "At least six months beyond the shelf life; without a stated shelf life, at least two years.",
     "basis": "食品安全法第五十三条"},
    {"question_zh": "个体工商户怎样报送年度报告？", "question_en": "How does a trader file the yearly report?",
     "answer_zh": "每年一月一日至六月三十日通过企业信用信息公示系统报送，也可以书面报送。",
     "answer_en": "Between 1 January and 30 June by the credit information system, or on paper.",
     "basis": "个体工商户年度报告暂行办法"},
)  # fmt: skip


def define_and_answer(people: dict[str, Officer], *, until: datetime) -> OtherWay:
    """A way in use with its guidance and a draft of another; two questions published and one proposed."""
    head = people["head"].as_actor()
    begun = until - 200 * DAY
    way = other_ways.define_way(
        by=head, at=begun, name_zh="法治体检", name_en="Legal check-up",
        description="律师与执法人员一同上门，为小微企业查找合规风险，当场出具建议。",
    )  # fmt: skip
    for field in CHECK_UP:
        other_ways.add_field(way.pk, by=head, at=begun, **field)
    used = other_ways.use_way(way.pk, by=head, at=begun)
    other_ways.define_way(
        by=head, at=until - DAY, name_zh="夜市说法", name_en="Law at the night market",
        description="在夜市设点，用案例讲解明码标价和食品安全。",
    )  # fmt: skip
    _check_up(used, people, at=until - 40 * DAY, conclude_at=until - 30 * DAY)
    _answer(people, until=until)
    return used


def _check_up(way: OtherWay, people: dict[str, Officer], *, at: datetime, conclude_at: datetime) -> None:
    """Guidance given in the organ's own way, with what its own fields ask."""
    officer, head = people["officer"].as_actor(), people["head"].as_actor()
    told: dict[str, Any] = {"lawyers": 2, "topic": "食品安全"}
    draft = draft_guidance(
        by=officer, at=at, way=Way.OTHER, title="沿街小微企业法治体检", content="查找合规风险，当场出具建议。",
        reasons="小微企业不熟悉新规定", basis="本办法第八条", contact="0000-12345", trigger=Trigger.LAW,
        audience="沿街小微企业", field=Field.objects.get(code="market"), channel=Channel.ON_SITE,
        implementers=[people["officer"], people["officer2"]],
        detail={"definition": way, "name": way.name_zh, "method": way.description,
                "drafted_values": _values(way, "drafted", told)},
    )  # fmt: skip
    submit_guidance(draft.pk, by=officer, at=at)
    approve_guidance(draft.pk, by=head, at=at)
    issue_guidance(draft.pk, by=officer, at=at, voluntariness_shown=True)
    found = {"risks": 7, "again_on": f"{timezone.localdate(conclude_at) + 180 * DAY:%Y-%m-%d}"}
    recorded = {
        "experience": "企业愿意参加，宜每半年一次",
        "recorded_values": _values(way, "recorded", found),
    }
    record_progress(draft.pk, by=officer, at=conclude_at, detail=recorded)


def _values(way: OtherWay, stage: str, told: dict[str, Any]) -> list[dict[str, Any]]:
    fields = way.fields.filter(stage=stage)
    return [
        {"key": f.key, "zh": f.label_zh, "en": f.label_en, "kind": f.kind, "value": told[f.key]}
        for f in fields
    ]


def _answer(people: dict[str, Officer], *, until: datetime) -> None:
    """Answers of counselling that everybody may read, and one that waits for the head."""
    by_id = {officer.pk: officer for officer in people.values()}
    asked = GuidanceAction.objects.filter(
        way=Way.COUNSEL, organ=people["head"].organ, counsel__held_on__isnull=False
    )
    for serial, (action, words) in enumerate(zip(asked.order_by("id"), QUESTIONS, strict=False)):
        by = by_id[action.drafted_by_id].as_actor()
        entry = faq.propose_answer(action.pk, by=by, at=until - 20 * DAY, **words)
        if serial < len(QUESTIONS) - 1:
            faq.publish_answer(entry.pk, by=people["head"].as_actor(), at=until - 19 * DAY)
