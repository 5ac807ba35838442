"""Guidance in the invented city: within cases, and of all ways without one."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from desk.services.founding.passing_over import SKIPPED, reason_against
from desk.services.founding.preparing import (
    PREPARING,
    lead_before_the_public,
    leave_as_candidate,
    leave_open_to_comments,
    live_on,
)
from enforcement.models import Case, Counterpart, Field, Officer, Organ
from enforcement.services.forbidden_times import next_free_at
from enforcement.vocabulary import TimedAct
from foundation.actors import Actor
from guidance.models import GuidanceAction
from guidance.services.approving import approve_guidance, submit_guidance
from guidance.services.concluding import conclude_guidance
from guidance.services.drafting import draft_guidance
from guidance.services.issuing import issue_guidance
from guidance.services.recording import record_progress
from guidance.services.responding import acknowledge_guidance, decline_guidance
from guidance.vocabulary import Channel, Effect, Formality, GuidanceState, Trigger, Way

DAY = timedelta(days=1)
TURN = 24  # after so many the three organs have used all ways once
BASIS = "本办法第八条"
TEAMS = (
    ("SD11", "officer", "officer2", "head", "market"),
    ("SD21", "officer_north", "north2", "head_north", "market"),
    ("SD31", "east1", "east2", "east_head", "urban"),
)
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


def _texts(way: str, serial: int) -> tuple[str, str]:
    """Title and content; what is published is not the same every time."""
    return PUBLISHED[way][serial // TURN % len(PUBLISHED[way])] if way in PUBLISHED else TEXTS[way]


def _detail(way: str, at: datetime, counterpart: Counterpart | None, in_case: bool) -> dict[str, Any]:
    """What the way's own columns hold before it is issued."""
    day = timezone.localdate(at)
    name = counterpart.name if counterpart else "示范经营者"
    details: dict[str, dict[str, Any]] = {
        Way.GUIDE: {"kind": "compliance_guide", "effective_from": day, "effective_to": day + 365 * DAY},
        Way.DEMO: {"criteria": "明码标价、台账完整、投诉为零", "has_consent": True, "exemplar": counterpart,
                   "consent_by": "法定代表人", "consent_on": day - 30 * DAY, "valid_to": day + 730 * DAY},
        Way.TIP: {"neglected": "许可证到期前三十日申请延续", "due_on": day + 30 * DAY},
        Way.COUNSEL: {"topic": "进货查验", "question": "台账应当记录哪些内容？"},
        Way.SUGGEST: {"problem": "票据零散，难以追溯", "suggestions": "指定专人\n票据电子化"},
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


def _progress(way: str, at: datetime) -> dict[str, Any]:
    """What comes true after issuing."""
    day = timezone.localdate(at)
    progress: dict[str, dict[str, Any]] = {
        Way.GUIDE: {"published_on": day, "published_at": "门户网站"},
        Way.DEMO: {"showings": 2, "followers": 5},
        Way.TIP: {"handled_on": day},
        Way.COUNSEL: {"held_on": day, "answer": "记录名称、规格、数量、日期和供货者。", "satisfaction": 5},
        Way.SUGGEST: {"adopted": "all", "adopted_on": day, "adoption_note": "已指定专人"},
        Way.EXHORT: {"rechecked_on": day, "recheck_result": "corrected", "recheck_note": "已清理"},
        Way.INTERVIEW: {"held_at": at, "interviewers": "执法人员二名", "present": "负责人", "minutes": "商定整改"},
        Way.OTHER: {"experience": "小微企业欢迎"},
    }  # fmt: skip
    return progress[way]


def give(
    way: str,
    *,
    by: Actor,
    head: Actor,
    at: datetime,
    implementers: list[Officer],
    declined: bool = False,
    until: datetime | None = None,
    serial: int = 0,
    **values: Any,
) -> GuidanceAction:
    """Lead one guidance action from draft to conclusion, as far as ``until`` allows."""
    title, content = _texts(way, serial)
    detail = _detail(way, at, values.get("counterpart"), "case" in values)
    if "invited_for" in detail:
        organ, wished = Organ.objects.get(pk=by.organ_id or 0), detail["invited_for"]
        detail["invited_for"] = next_free_at(act=TimedAct.INTERVIEW, organ=organ, at=wished) or wished
    begun = at - PREPARING if way in PUBLISHED else at
    drafted = draft_guidance(
        by=by, at=begun, way=way, title=title, content=content, reasons="预防违法，帮助规范经营", basis=BASIS,
        contact=f"{by.name} 0000-12345", trigger=values.pop("trigger", Trigger.INSPECTION),
        implementers=implementers, detail=detail, **values,
    )  # fmt: skip
    if way in PUBLISHED:
        lead_before_the_public(drafted, by=by, head=head, begun=begun, at=at)
    elif drafted.formality != Formality.SIMPLE:
        submit_guidance(drafted.pk, by=by, at=at)
        approve_guidance(drafted.pk, by=head, at=at)
    why: dict[str, str] = {
        SKIPPED: reason_against(SKIPPED, serial, otherwise="同类问题反复出现，先提示不足以预防。")
    }
    action = issue_guidance(drafted.pk, by=by, at=at, voluntariness_shown=True, overrides=why)
    later = at + 5 * DAY
    if until is not None and later > until:
        return action
    if declined:
        return decline_guidance(action.pk, by=by, at=at + DAY, response_note="暂不需要")
    if not action.page.is_public:
        acknowledge_guidance(action.pk, by=by, at=at + DAY)
    record_progress(action.pk, by=by, at=later, detail=_progress(way, later))
    if action.page.is_public:
        return live_on(action, by=by, at=later)
    return conclude_guidance(action.pk, by=by, at=later, effect=Effect.EFFECTIVE, effect_note="已改正")


def guide_in_case(
    case: Case, way: str, *, by: Actor, at: datetime, people: dict[str, Officer], pair: list[str]
) -> None:
    """Guidance that belongs to a case, before its facts are established; some parties decline."""
    if not way:
        return
    head = next(
        o for o in people.values() if o.organ_id == by.organ_id and "head" in {r.value for r in o.roles}
    )
    give(
        Way(way), by=by, head=head.as_actor(), at=at, until=at, implementers=[people[name] for name in pair],
        case=case, trigger=Trigger.CASE,
        channel=Channel.WRITTEN if way == Way.INTERVIEW else Channel.ON_SITE,
    )  # fmt: skip


def give_standing_guidance(
    people: dict[str, Officer],
    businesses: dict[str, list[Counterpart]],
    *,
    since: datetime,
    until: datetime,
    number: int,
) -> None:
    """Guidance of all ways over the months, without a case."""
    ways = list(TEXTS)
    step = (until - since) / number
    for serial in range(number):
        home, first, second, head, field = TEAMS[serial % 3]
        way = ways[serial // 3 % len(ways)]
        public = way in (Way.GUIDE, Way.DEMO, Way.OTHER)
        firms = [party for party in businesses[home] if not party.is_citizen]
        counterpart = firms[serial % len(firms)]
        give(
            way, by=people[first].as_actor(), head=people[head].as_actor(), at=since + step * serial, until=until,
            serial=serial,
            implementers=[people[first], people[second]], declined=serial % 13 == 6 and not public,
            field=Field.objects.get(code=field), counterpart=None if way in (Way.GUIDE, Way.OTHER) else counterpart,
            audience="全市相关经营者" if public else "",
            channel=Channel.PUBLICATION if public else Channel.WRITTEN,
        )  # fmt: skip
    leave_before_the_public(people, businesses, until=until)


def leave_before_the_public(
    people: dict[str, Officer], businesses: dict[str, list[Counterpart]], *, until: datetime
) -> None:
    """A draft that is open to comments just now, and a candidate that is shown."""
    home, first, _second, head, field = TEAMS[0]
    common: dict[str, Any] = {
        "by": people[first].as_actor(), "reasons": "预防违法，帮助规范经营", "basis": BASIS,
        "audience": "全市相关经营者",
        "field": Field.objects.get(code=field), "trigger": Trigger.SEASON, "channel": Channel.PUBLICATION,
        "contact": "0000-12345", "implementers": [people[first]],
    }  # fmt: skip
    at, firm = until - 9 * DAY, next(party for party in businesses[home] if not party.is_citizen)
    draft = draft_guidance(
        at=at, way=Way.GUIDE, title="夜间经营食品安全指引（征求意见稿）",
        content="说明夜市食品保存、留样和标价的要求。",
        detail=_detail(Way.GUIDE, until, None, False), **common,
    )  # fmt: skip
    leave_open_to_comments(draft, by=people[first].as_actor(), at=at)
    model = draft_guidance(
        at=until - 3 * DAY, way=Way.DEMO, title="进货查验示范店（公示）",
        content="推荐其台账与标价的做法，公示后命名。",
        detail=_detail(Way.DEMO, until, firm, False), **common,
    )  # fmt: skip
    leave_as_candidate(model, by=people[first].as_actor(), head=people[head].as_actor(), at=until - 3 * DAY)


def conclude_case_guidance(people: dict[str, Officer], *, until: datetime) -> None:
    """Bring guidance in decided cases to its end; one party in seven declines."""
    by_id = {officer.pk: officer for officer in people.values()}
    issued = GuidanceAction.objects.filter(state=GuidanceState.ISSUED, case__decided_on__isnull=False)
    for serial, action in enumerate(list(issued.select_related("case").order_by("id"))):
        by, at = by_id[action.drafted_by_id].as_actor(), action.drafted_at
        ended = timezone.make_aware(datetime.combine(action.case.decided_on, time(16)))
        if serial % 7 == 6:
            decline_guidance(action.pk, by=by, at=at + DAY, response_note="暂不需要")
        elif ended <= until:
            acknowledge_guidance(action.pk, by=by, at=at + DAY)
            record_progress(action.pk, by=by, at=ended, detail=_progress(action.way, ended))
            conclude_guidance(action.pk, by=by, at=ended, effect=Effect.PARTLY, effect_note="多数问题已改正")
