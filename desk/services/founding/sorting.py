"""Risk points of the invented city are sorted out: revised, checked, drafted, and reviewed by quarter (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Field, Officer
from foundation.actors import COMMAND, Actor
from riskcontrol.models import CatalogueReview, RiskPoint
from riskcontrol.services import catalogues, parts, points, publishing
from riskcontrol.vocabulary import ReviewCause

Part = tuple[str, str, str]
MARKET, PRICES, PURCHASES = "market", "FX-SJ-02", "FX-SJ-01"
LAWFUL = "引用条款准确；各项措施未增设义务、未减损权利。（示例）"
BEFORE_TERM = "开学前投诉增多，补充新业态情形和校园周边提示。（示例）"
BEFORE_THE_FEAST = "春节前修订：补充年货销售场景，征求经营者意见中。（示例）"
UNCHANGED = "本季度等级与案件情况相符，成因和措施继续适用。（示例）"
WARNED = "已向所涉行业发送季节性提示，并安排上门辅导。（示例）"
SAID = {ReviewCause.QUARTERLY.value: UNCHANGED, ReviewCause.SEASON.value: WARNED}
REVISED_LAW = "上位法条文调整，核对引用条款。（示例）"
STILL_OPEN = ("market", "urban")
RENTALS: Part = ("organ", "向校园周边经营者发放价签模板", "Hand out label templates to shops around schools")
OFFERS: dict[str, Any] = {
    "code": "FX-SJ-04", "name_zh": "促销活动规则公示不清", "name_en": "Terms of promotions not clearly shown",
    "manifestation_zh": "限时优惠未标明起止时间，赠品条件写在不显眼处。",
    "manifestation_en": "Offers without their dates; conditions of gifts where nobody looks.",
    "consequence_zh": "责令改正，可以并处罚款。", "consequence_en": "Order to correct, a fine may be added.",
    "basis": "《价格法》第四十二条", "level": "medium", "level_reason": "节日前集中出现，危害较轻，容易改正。（示例）",
    "season_months": [1, 6, 11, 12], "industries": ["F", "H"], "kinds": ["sole_trader", "legal_person"],
    "ways": ["tip", "counsel"],
}  # fmt: skip
DELIVERY: dict[str, Any] = {
    "code": "FX-SJ-05", "name_zh": "网络餐饮后厨信息更新不及时",
    "name_en": "Kitchens of online food not kept up to date",
    "manifestation_zh": "平台展示的许可信息与门店不一致。",
    "manifestation_en": "The licence shown on the platform is not the one on the wall.",
    "basis": "《食品安全法》第一百二十六条", "level": "low", "level_reason": "零星出现，提示后即改正。（示例）",
    "industries": ["H"], "licences": ["食品经营许可证"], "ways": ["tip"],
}  # fmt: skip
WHY: tuple[Part, ...] = (
    ("subjective", "只关注销量，忽视规则说明", "Sales come first, the terms are forgotten"),
    ("organ", "节前指引不够具体", "Advice before feasts is too general"),
)
WHAT: tuple[Part, ...] = (
    ("organ", "节前发放促销公示样例", "Hand out sample notices before feasts"),
    ("counterpart", "对照样例自查活动海报", "Compare posters with the sample"),
)


def sort_out_risks(people: dict[str, Officer], *, at: datetime) -> None:
    """One point has its second edition, one is under revision, one waits for approval, one is a draft."""
    head, reviewer = people["head"].as_actor(), people["reviewer"].as_actor()
    _publish_again(head, reviewer, at=at - timedelta(days=40))
    purchases = RiskPoint.objects.get(code=PURCHASES)
    publishing.revise_point(purchases.pk, by=head, at=at - timedelta(days=12), reason=BEFORE_THE_FEAST)
    offers = _draft(OFFERS, head, at=at - timedelta(days=9))
    publishing.check_point(offers.pk, by=reviewer, at=at - timedelta(days=8), opinion=LAWFUL)
    _draft(DELIVERY, head, at=at - timedelta(days=4))
    law, since = ReviewCause.LAW, at - timedelta(days=20)
    kept = purchases.field.risk_catalogue.pk
    catalogues.begin_review(kept, by=COMMAND, at=since, cause=law, note=REVISED_LAW)


def conclude_reviews() -> None:
    """The clock opened them; each was concluded in time but for the quarter of two catalogues."""
    opened = CatalogueReview.objects.filter(cause__in=SAID, concluded_on=None)
    for review in opened.exclude(cause=ReviewCause.QUARTERLY, catalogue__field__code__in=STILL_OPEN):
        at = timezone.make_aware(datetime.combine(review.due_on, time(10))) - timedelta(days=2)
        catalogues.conclude_review(
            review.catalogue_id, by=COMMAND, at=at, review=review, findings=SAID[review.cause]
        )


def _publish_again(head: Actor, reviewer: Actor, *, at: datetime) -> None:
    point, week = RiskPoint.objects.get(code=PRICES), timedelta(days=7)
    publishing.revise_point(point.pk, by=head, at=at - week, reason=BEFORE_TERM)
    _add_measures(point, (RENTALS,), head, at=at - week)
    publishing.check_point(point.pk, by=reviewer, at=at, opinion=LAWFUL)
    publishing.publish_point(point.pk, by=head, at=at, confirmed=point.measures.all())


def _draft(values: dict[str, Any], by: Actor, *, at: datetime) -> RiskPoint:
    market = Field.objects.get(code=MARKET)
    point = points.draft_point(by=by, at=at, field=market, is_sample=True, **values)
    for kind, zh, en in WHY:
        parts.add_cause(point.pk, by=by, at=at, kind=kind, text_zh=zh, text_en=en)
    _add_measures(point, WHAT, by, at=at)
    return point


def _add_measures(point: RiskPoint, measures: Iterable[Part], by: Actor, *, at: datetime) -> None:
    for side, zh, en in measures:
        parts.add_measure(point.pk, by=by, at=at, side=side, text_zh=zh, text_en=en, adds_no_duty=True)
