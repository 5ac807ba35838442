"""Guidance in the invented city: within cases, and of all ways without one."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from desk.services.founding.guidance_texts import PUBLISHED, TEXTS, detail_of, progress_of, texts_of
from desk.services.founding.interviewing import keep_record
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
BASIS = "本办法第八条"
TEAMS = (
    ("SD11", "officer", "officer2", "head", "market"),
    ("SD21", "officer_north", "north2", "head_north", "market"),
    ("SD31", "east1", "east2", "east_head", "urban"),
)


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
    title, content = texts_of(way, serial)
    party = values.get("counterpart") or getattr(values.get("case"), "counterpart", None)
    detail = detail_of(way, at, party, "case" in values)
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
    later = detail.get("invited_for", at + 5 * DAY)
    if until is not None and later > until:
        return action
    if declined:
        return decline_guidance(action.pk, by=by, at=at + DAY, response_note="暂不需要")
    if not action.page.is_public:
        acknowledge_guidance(action.pk, by=by, at=at + DAY)
    record_progress(action.pk, by=by, at=later, detail=_came_true(action, later))
    keep_record(action, by=by, at=later)
    if action.page.is_public:
        return live_on(action, by=by, at=later)
    return conclude_guidance(action.pk, by=by, at=later, effect=Effect.EFFECTIVE, effect_note="已改正")


def _came_true(action: GuidanceAction, at: datetime) -> dict[str, Any]:
    """What came true at ``at``; an interview was held by who was to hold it."""
    found = progress_of(action.way, at)
    if action.way == Way.INTERVIEW:
        found["interviewers"] = "、".join(row.officer.name_zh for row in action.officers.all())
    return found


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
        detail=detail_of(Way.GUIDE, until, None, False), **common,
    )  # fmt: skip
    leave_open_to_comments(draft, by=people[first].as_actor(), at=at)
    model = draft_guidance(
        at=until - 3 * DAY, way=Way.DEMO, title="进货查验示范店（公示）",
        content="推荐其台账与标价的做法，公示后命名。",
        detail=detail_of(Way.DEMO, until, firm, False), **common,
    )  # fmt: skip
    leave_as_candidate(model, by=people[first].as_actor(), head=people[head].as_actor(), at=until - 3 * DAY)


def conclude_case_guidance(people: dict[str, Officer], *, until: datetime) -> None:
    """Bring guidance in decided cases to its end; one party in seven declines."""
    by_id = {officer.pk: officer for officer in people.values()}
    issued = GuidanceAction.objects.filter(state=GuidanceState.ISSUED, case__decided_on__isnull=False)
    for serial, action in enumerate(list(issued.select_related("case").order_by("id"))):
        by, at = by_id[action.drafted_by_id].as_actor(), action.drafted_at
        ended = timezone.make_aware(datetime.combine(action.case.decided_on, time(16)))
        hour = action.interview.invited_for if action.way == Way.INTERVIEW else ended
        ended = max(ended, hour)
        if serial % 7 == 6:
            decline_guidance(action.pk, by=by, at=at + DAY, response_note="暂不需要")
        elif ended <= until:
            acknowledge_guidance(action.pk, by=by, at=at + DAY)
            record_progress(action.pk, by=by, at=ended, detail=_came_true(action, hour))
            keep_record(action, by=by, at=ended)
            conclude_guidance(action.pk, by=by, at=ended, effect=Effect.PARTLY, effect_note="多数问题已改正")
