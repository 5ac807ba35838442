"""Tips to a trade, reminders by rule and the ledger of the invented city (Art. 8 (3))."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from enforcement.models import Field, Officer, Organ
from foundation.jobs import run_next_job
from guidance.models import Delivery, TipBatch
from guidance.services.deliveries import hand_over
from guidance.services.expiry import follow_licences, set_rule
from guidance.services.ledger import enter_row
from guidance.services.tips import draft_batch, start_batch
from guidance.vocabulary import DeliveryChannel, LedgerMethod, Way

DAY = timedelta(days=1)
YEARLY = "{name}：请于每年六月三十日前报送上一年度年度报告。{organ}"
PRICES = "{name}：节日将至，请核对价签，做到明码标价。{organ}"
LEDGER = (
    (Way.TIP, LedgerMethod.LEAFLET, "辖区商户", "消防安全折页", 180, 300, "商户知晓率提高"),
    (Way.COUNSEL, LedgerMethod.HOTLINE, "来电群众", "年报填报咨询", 42, 0, "当场答复"),
    (Way.GUIDE, LedgerMethod.LECTURE, "市场摊主", "明码标价宣讲", 65, 80, "摊主自查价签"),
    (Way.EXHORT, LedgerMethod.ORAL, "沿街门店", "劝导不占道摆放", 23, 0, "多数当场整改"),
)


def remind_trades(people: dict[str, Officer], *, at: datetime) -> TipBatch:
    """One group that was told, one draft, a rule of reminders, and a few rows of the ledger."""
    officer, market = people["officer"], Field.objects.get(code="market")
    by = officer.as_actor()
    set_rule(
        by=people["orgadmin"].as_actor(),
        at=at,
        organ=Organ.objects.get(officers=officer),
        officer=officer,
        field=market,
    )
    follow_licences(at=at)
    told = {
        "neglected": "按时报送年度报告",
        "reasons": "避免列入异常名录",
        "basis": "企业信息公示暂行条例第八条",
    }
    sent = draft_batch(by=by, at=at - DAY, title="年度报告提示", content=YEARLY, field=market, **told)
    told = {"neglected": "节日期间明码标价", "reasons": "减少价格争议", "basis": "价格法第十三条"}
    draft_batch(
        by=by,
        at=at,
        title="节日价格提示",
        content=PRICES,
        field=market,
        formality="general",
        industry="H",
        **told,
    )
    start_batch(sent.pk, by=by, at=at)
    run_next_job(clock=lambda: at)
    for delivery in Delivery.objects.filter(batch_row__batch=sent, channel=DeliveryChannel.PRINTED)[:3]:
        hand_over(delivery.pk, by=by, at=at)
    for days, (way, method, audience, content, reached, copies, result) in enumerate(LEDGER, start=1):
        enter_row(
            by=by, at=at, held_on=timezone.localdate(at - 9 * days * DAY), way=way, method=method, audience=audience,
            content=content, people=reached, copies=copies, result=result,
        )  # fmt: skip
    return sent
