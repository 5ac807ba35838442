"""What guidance in the invented city says, and what came of it, way by way."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Counterpart
from guidance.vocabulary import Way

DAY = timedelta(days=1)
TURN = 24  # after so many the three organs have used all ways once
TEXTS: dict[str, tuple[str, str]] = {
    Way.GUIDE: ("明码标价合规指引", "说明如何规范标价，附样例价签。"),
    Way.DEMO: ("诚信经营示范店", "推荐示范经营者的做法，欢迎观摩。"),
    Way.TIP: ("许可证到期提示", "许可证即将到期，请于届满前三十日申请延续。"),
    Way.COUNSEL: ("进货查验辅导", "讲解进货查验要求，指导建立台账。"),
    Way.SUGGEST: ("完善台账的建议", "建议指定专人负责，票据电子化。"),
    Way.EXHORT: ("规范经营规劝", "请停止占道摆放，避免影响通行。"),
    Way.INTERVIEW: ("安全责任约谈", "了解情况，指出问题，共同商定整改措施。"),
    Way.OTHER: ("法治体检", "组织律师为小微企业查找合规风险。"),
}

PUBLISHED: dict[str, tuple[tuple[str, str], ...]] = {
    Way.GUIDE: (
        ("明码标价合规指引", "说明如何规范标价，附样例价签。"),
        ("进货查验与台账指引", "逐项说明查验什么、记录什么、保存多久，附空白台账。"),
        ("夏季经营风险提示指引", "提醒食品保存、用电安全和占道经营等季节性风险。"),
    ),
    Way.DEMO: (
        ("诚信经营示范店", "推荐示范经营者的做法，欢迎观摩。"),
        ("规范台账示范单位", "台账完整、票据可查，可以预约参观学习。"),
    ),
}


def texts_of(way: str, serial: int) -> tuple[str, str]:
    """Title and content; what is published is not the same every time."""
    return PUBLISHED[way][serial // TURN % len(PUBLISHED[way])] if way in PUBLISHED else TEXTS[way]


def detail_of(way: str, at: datetime, counterpart: Counterpart | None, in_case: bool) -> dict[str, Any]:
    """What the way's own columns hold before it is issued."""
    day = timezone.localdate(at)
    name = counterpart.name if counterpart else "示范经营者"
    details: dict[str, dict[str, Any]] = {
        Way.GUIDE: {"kind": "compliance_guide", "effective_from": day, "effective_to": day + 365 * DAY,
                    "trades": "食品零售、餐饮、集贸市场", "areas": "全市",
                    "interpretation": "把法律要求写成经营者照着就能做的步骤，不增加任何义务。",
                    "english": "How to do it right, step by step. The guide adds no duty to those of the law."},
        Way.DEMO: {"model_kind": "counterpart", "criteria": "明码标价、台账完整、投诉为零", "has_consent": True,
                   "exemplar": counterpart,
                   "consent_by": "法定代表人", "consent_on": day - 30 * DAY, "valid_to": day + 730 * DAY},
        Way.TIP: {"neglected": "许可证到期前三十日申请延续", "due_on": day + 30 * DAY},
        Way.COUNSEL: {"topic": "进货查验", "question": "台账应当记录哪些内容？"},
        Way.SUGGEST: {"problem": "票据零散，难以追溯", "analysis": "经手人多，换班时没有交接。",
                      "suggestions": f"指定专人 | 责任清楚 | {day + 20 * DAY}\n票据电子化 | 查找快，不怕丢失"},
        Way.EXHORT: {
            "prong": "may_escalate" if in_case else "may_violate", "facts": "商品摆放在人行道上",
            "law": "城市市容和环境卫生管理条例 14", "consequence": "继续占道可能被依法处理",
            "correct_by": day + 7 * DAY,
        },
        Way.INTERVIEW: {"cause": "同类问题多次出现", "invited_for": at + 14 * DAY, "place": "会议室",
                        "interviewee": f"{name}负责人"},
        Way.OTHER: {"name": "法治体检", "method": "律师上门查找风险，出具建议"},
    }  # fmt: skip
    return details[way]


def progress_of(way: str, at: datetime) -> dict[str, Any]:
    """What comes true after issuing."""
    day = timezone.localdate(at)
    progress: dict[str, dict[str, Any]] = {
        Way.GUIDE: {"published_on": day, "published_at": "门户网站"},
        Way.DEMO: {"showings": 2, "followers": 5},
        Way.TIP: {"handled_on": day},
        Way.COUNSEL: {"held_on": day, "answer": "记录名称、规格、数量、日期和供货者。", "satisfaction": 5,
                      "duration": 40, "attendees": 3, "attended_by": "店长\n采购员\n库管员",
                      "materials": "进货查验指南三份、空白台账一册", "follow_up": "一个月后看台账是否连续。"},
        Way.SUGGEST: {"adopted": "all", "adopted_on": day, "adoption_note": "已指定专人"},
        Way.EXHORT: {"rechecked_on": day, "recheck_result": "corrected", "recheck_note": "已清理"},
        Way.INTERVIEW: {"held_at": at, "interviewers": "执法人员二名", "present": "负责人",
                        "minutes": "逐项核对问题，商定整改。",
                        "ended_at": at + timedelta(minutes=50),
                        "facts_put": "三个月内同类投诉四次，前次提示后仍有发生。",
                        "law_explained": "说明相关规定和可能的后果。", "statement": "人手紧张，愿意改正。",
                        "commitments": "指定专人负责，按期改正。", "recording": "录音录像一份"},
        Way.OTHER: {"experience": "小微企业欢迎"},
    }  # fmt: skip
    return progress[way]
