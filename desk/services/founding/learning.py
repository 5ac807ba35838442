"""Mediations and trainings in the invented city (Art. 7)."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from enforcement.models import Counterpart, Field, Officer
from enforcement.services import mediations, training

DAY = timedelta(days=1)
HEADS = ("head", "head_north", "east_head")
COURSES = (
    ("说理式执法与柔性执法方法", "course", "service", 16),
    ("行政处罚法实务", "online", "law", 12),
    ("轻微免罚清单适用案例研讨", "case_study", "service", 8),
    ("文明执法用语", "drill", "manner", 8),
    ("执法记录仪与现场安全", "drill", "safety", 6),
    ("行政指导经验交流", "exchange", "service", 10),
)
DISPUTES = (
    (
        "退换货纠纷调解",
        "consumer",
        "消费者要求退货，商家认为已拆封。",
        "七日内退还货款的一半，商品归还商家。",
    ),
    ("油烟扰民纠纷调解", "neighbour", "楼上住户反映餐馆油烟。", "十五日内加装净化设施，营业至二十一时。"),
    ("物业收费争议调解", "property", "业主对公共能耗费用有异议。", ""),
    ("预付卡退费纠纷调解", "consumer", "健身房停业，会员要求退费。", "分两期退还余额。"),
)


def train_officers(people: dict[str, Officer], *, until: datetime) -> None:
    """Six trainings of the past months in each of three organs; who sits at the end of a list misses some."""
    for name in HEADS:
        head = people[name].as_actor()
        for serial, (title, kind, topic, hours) in enumerate(COURSES):
            at = until - DAY * (280 - 45 * serial)
            session = training.plan_training(
                by=head,
                at=at,
                title=title,
                kind=kind,
                topic=topic,
                held_on=timezone.localdate(at),
                hours=Decimal(hours),
            )
            staff = list(
                training.attendants_of(session.organ_id).filter(grants__role="officer").order_by("pk")
            )
            training.record_attendance(
                session.pk, by=head, at=at, officers=staff[: max(1, len(staff) - serial % 3)]
            )
            training.hold_training(session.pk, by=head, at=at)
        training.plan_training(
            by=head, at=until, title="年末执法规范复训", kind="course", topic="law",
            held_on=timezone.localdate(until + DAY * 9), hours=Decimal(6),
        )  # fmt: skip


def mediate_disputes(
    people: dict[str, Officer], businesses: dict[str, list[Counterpart]], *, until: datetime
) -> None:
    """Four disputes in the south: performed, agreed, failed, and one that has just been applied for."""
    by, field = people["officer"].as_actor(), Field.objects.get(code="market")
    for serial, (title, kind, dispute, agreement) in enumerate(DISPUTES):
        at = until - DAY * (90 - 28 * serial)
        first, second = businesses["SD11"][serial * 2 : serial * 2 + 2]
        day = timezone.localdate(at)
        made = mediations.register_mediation(
            by=by,
            at=at,
            title=title,
            kind=kind,
            field=field,
            dispute=dispute,
            applied_on=day,
            applicant=first,
        )
        if serial == len(DISPUTES) - 1:
            break
        mediations.add_party(made.pk, by=by, at=at, role="respondent", counterpart=second, consented_on=day)
        mediations.name_mediators(made.pk, by=by, at=at, officers=[people["officer2"]])
        mediations.begin_mediation(made.pk, by=by, at=at)
        mediations.hold_session(
            made.pk,
            by=by,
            at=at + DAY,
            held_on=day + DAY,
            minutes="双方到场，各自陈述，调解员说明规定。",
            place="调解室",
        )
        if not agreement:
            mediations.end_without_agreement(
                made.pk, by=by, at=at + DAY, reason="双方分歧较大，已告知其他途径"
            )
            continue
        mediations.record_agreement(
            made.pk, by=by, at=at + DAY, agreement=agreement, perform_by=day + DAY * 14
        )
        if serial == 0:
            mediations.note_performed(
                made.pk, by=by, at=at + DAY * 16, performed_on=day + DAY * 15, note="已退款"
            )
