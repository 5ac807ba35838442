"""Guidance of the invented city that waits just now: for a second look, an answer, a session (Art. 8)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from desk.services.founding.passing_over import SKIPPED, reason_against
from enforcement.models import Counterpart, Field, Officer
from guidance.models import CounselQuestion, GuidanceAction, SuggestionItem
from guidance.services import (
    approve_guidance,
    draft_guidance,
    issue_guidance,
    record_progress,
    submit_guidance,
)
from guidance.services.adopting import record_adoption
from guidance.services.questions import answer_question
from guidance.vocabulary import Adoption, Channel, Formality, Trigger, Way

DAY = timedelta(days=1)
URGED = "请把货物移回店内，保持消防通道畅通。"
GROUND = {"prong": "may_violate", "facts": "货物堆放在消防通道口", "law": "消防法 28"}


class UnderWay:
    """One pair of officers with four firms of their district."""

    def __init__(self, people: dict[str, Officer], businesses: dict[str, list[Counterpart]]) -> None:
        self.by, self.head = people["officer"].as_actor(), people["head"].as_actor()
        self.pair = [people["officer"], people["officer2"]]
        self.firms = [party for party in businesses["SD11"] if not party.is_citizen]
        self.field = Field.objects.get(code="market")

    def leave(self, *, until: datetime) -> None:
        self._urged(0, at=until - 6 * DAY)
        self._urged_again(1, at=until - 10 * DAY)
        self._suggested(2, at=until - 150 * DAY)
        self._counselled(3, at=until - 4 * DAY)
        self._half_adopted(4, at=until - 5 * DAY)

    def _urged(self, number: int, *, at: datetime) -> GuidanceAction:
        """Its day is over: somebody has to look."""
        words = {**GROUND, "consequence": "可能被责令改正", "correct_by": timezone.localdate(at) + 4 * DAY}
        return self._given(Way.EXHORT, number, "请清理消防通道", URGED, words, at=at, channel=Channel.ON_SITE)

    def _urged_again(self, number: int, *, at: datetime) -> None:
        """Something was left at the first look, and a further one is appointed."""
        seen = at + 6 * DAY
        day = timezone.localdate(seen)
        record_progress(
            self._urged(number, at=at).pk, by=self.by, at=seen,
            detail={"rechecked_on": day, "recheck_result": "partly", "recheck_note": "通道已清，门口仍有堆放",
                    "recheck_by": day + 7 * DAY},
        )  # fmt: skip

    def _suggested(self, number: int, *, at: datetime) -> None:
        """No answer came until its day; that is noted, and nothing follows."""
        words = {"problem": "票据零散，难以追溯", "suggestions": "指定专人\n票据电子化"}
        self._given(
            Way.SUGGEST, number, "规范票据管理的建议", "建议指定专人，并将票据电子化。", words, at=at,
            reply_by=timezone.localdate(at) + 14 * DAY,
        )  # fmt: skip

    def _counselled(self, number: int, *, at: datetime) -> None:
        """Taken up, to be held within days; the first of its questions has its answer."""
        words = {"topic": "开办餐饮店", "question": "先办哪些手续？\n装修时要注意什么？"}
        action = self._given(
            Way.COUNSEL, number, "开店手续辅导", "逐项讲解开店手续，并答复所提问题。", words, at=at,
            trigger=Trigger.APPLICATION,
        )  # fmt: skip
        first = CounselQuestion.objects.filter(action=action)[0]
        answer_question(
            action.pk, by=self.by, at=at + DAY, question=first, basis="市场主体登记管理条例 3",
            answer="先办营业登记，再办食品经营许可；可以在同一窗口一次申请。",
        )  # fmt: skip

    def _half_adopted(self, number: int, *, at: datetime) -> None:
        """One suggestion is followed already, of the other nothing was heard yet."""
        words = {"problem": "顾客反映价签看不清", "suggestions": "换用大字价签\n收银台旁公示计价方法"}
        action = self._given(
            Way.SUGGEST, number, "改进标价的建议", "建议换用大字价签并公示计价方法。", words, at=at,
            reply_by=timezone.localdate(at) + 14 * DAY,
        )  # fmt: skip
        first = SuggestionItem.objects.filter(action=action)[0]
        record_adoption(
            action.pk, by=self.by, at=at + DAY, item=first, adopted=Adoption.ALL, note="已全部更换",
            adopted_on=timezone.localdate(at + DAY),
        )  # fmt: skip

    def _given(
        self,
        way: Way,
        number: int,
        title: str,
        content: str,
        words: dict[str, Any],
        *,
        at: datetime,
        **more: Any,
    ) -> GuidanceAction:
        draft = draft_guidance(
            by=self.by, at=at, way=way, title=title, content=content, reasons="预防违法，帮助规范经营",
            basis="本办法第八条", contact=f"{self.by.name} 0000-12345", implementers=self.pair, field=self.field,
            counterpart=self.firms[number % len(self.firms)], detail=words, **{"trigger": Trigger.INSPECTION, **more},
        )  # fmt: skip
        if draft.formality != Formality.SIMPLE:
            submit_guidance(draft.pk, by=self.by, at=at)
            approve_guidance(draft.pk, by=self.head, at=at)
        why: dict[str, str] = {
            SKIPPED: reason_against(SKIPPED, number, otherwise="通道被堵，先提示不足以预防。")
        }
        return issue_guidance(draft.pk, by=self.by, at=at, voluntariness_shown=True, overrides=why)
