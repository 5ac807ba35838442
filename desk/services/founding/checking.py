"""Businesses of the invented city look at themselves: one campaign is running, one is a draft (Art. 9)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Field, Officer
from foundation.actors import ANONYMOUS
from foundation.jobs import run_next_job
from guidance.models import CounterpartLink
from guidance.services.links import note_opening
from guidance.services.tips import start_batch
from riskcontrol.models import SelfCheck
from riskcontrol.rules.self_checks import Given
from riskcontrol.services.campaigns import draft_campaign
from riskcontrol.services.self_checks import begin_and_save, correct_found, submit_self_check
from riskcontrol.services.self_checks.points import editions_of

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
DAYS_TO_ANSWER = 12
BEFORE_THE_FEAST = "{name}：{organ}邀请您在节前自查几个方面，发现问题及时改正。请打开链接填写，自愿参加。"
KITCHENS = "{name}：{organ}邀请餐饮单位自查后厨管理，发现问题及时改正。"
SEEN = ("两批次糕点缺进货票据。", "促销价签没有标原价。")
PUT_RIGHT = "已向供货商补齐票据，建立台账。"
OPENED_EVERY, BEGUN_EVERY = 2, 4
SUBMITTED = 3


def check_themselves(people: dict[str, Officer], *, at: datetime) -> None:
    """Of a trade some opened the link, some have begun, some have submitted, one has corrected what it found."""
    by, market = people["officer"].as_actor(), Field.objects.get(code="market")
    given = {
        "field": market,
        "contact": "示例联系电话",
        "due_on": timezone.localdate(at) + DAYS_TO_ANSWER * DAY,
    }
    campaign = draft_campaign(
        by=by, at=at - DAY, title="节前食品经营自查行动", content=BEFORE_THE_FEAST, industry="F", **given
    )
    kitchens = {"title": "餐饮后厨自查行动", "content": KITCHENS, "industry": "H"}
    draft_campaign(by=by, at=at - HOUR, **kitchens, **given)
    start_batch(campaign.batch_id, by=by, at=at)
    run_next_job(clock=lambda: at)
    checks = SelfCheck.objects.filter(campaign=campaign).order_by("pk")
    for serial, check in enumerate(checks):
        _answer(check, serial, at)


def _answer(check: SelfCheck, serial: int, at: datetime) -> None:
    link = CounterpartLink.objects.live(at).with_guidance().get(action=check.invitation_id)
    if serial < SUBMITTED:
        note_opening(link, at=at)
        _submit(check, link, serial, at)
    elif serial % OPENED_EVERY == 0:
        note_opening(link, at=at)
        if serial % BEGUN_EVERY == 0:
            typed = {f"answer_{check.editions[0]}": "yes"}
            begin_and_save(by=ANONYMOUS, at=at, link=link, typed=typed)


def _submit(check: SelfCheck, link: CounterpartLink, serial: int, at: datetime) -> None:
    """Every other one found something; the first has corrected it since."""
    editions, found = editions_of(check), serial % 2 == 0
    seen: dict[str, Any] = {
        "answer": "no",
        "found_on": timezone.localdate(at),
        "note": SEEN[serial % len(SEEN)],
    }
    answers = [
        Given(row.pk, row.code, **(seen if found and not place else {"answer": "yes"}))
        for place, row in enumerate(editions)
    ]
    submit_self_check(by=ANONYMOUS, at=at, link=link, answers=answers, declared_by="店长（示例）", truth=True)
    if serial == 0:
        correct_found(
            by=ANONYMOUS, at=at, link=link, edition=editions[0].pk, corrected_on=timezone.localdate(at), note=PUT_RIGHT
        )  # fmt: skip
