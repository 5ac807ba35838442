"""Leniency lists of the invented city are kept current: reviewed, revised, and following the law (Art. 10)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Instrument
from enforcement.services import matters as laws
from enforcement.vocabulary.laws import Fate
from foundation.actors import COMMAND
from leniency import services
from leniency.models import LeniencyCondition, LeniencyList
from leniency.vocabulary import ConditionKind, ListState, ReviewCause, ReviewOutcome

KEPT = "一年来适用正常，整改后少有再犯，未收到修改意见。（示例）"
CHANGED = "上位法条文调整，核对引用条款和适用条件。（示例）"
AMENDED = "示例修改，非真实修法。"
VEHICLES, PESTICIDES = ("road-transport", "69(1)"), ("pesticides", "58(一)")
HEARD = "已征求有关部门、企业联络点和公众意见，均予采纳。（示例）"
NEW_ENTRY: dict[str, Any] = {
    "code": "SJ-900", "violation_zh": "经营场所未公示监督电话", "violation_en": "Complaint line not displayed",
    "conditions_zh": "首次；当场改正；无危害后果", "conditions_en": "First time; corrected on the spot; no harm",
}  # fmt: skip
KEPT_ALL = {"LST-18": {"reason": "other", "text": "法定先行责令改正，列入清单便于经营者查询。（示例）"}}
CONDITIONS = (
    {"kind": "first_time", "sameness": "matter", "number": 12},
    {"kind": "corrected_in_time", "number": 0},
    {"kind": "harm_at_most", "choice": "none"},
)


def keep_lists_current(*, until: datetime) -> None:
    """Review every list half a year ago; the last is under review now, the first gets a new edition."""
    reviewed_at = until - timedelta(days=180)
    lists = list(LeniencyList.objects.filter(state=ListState.PUBLISHED).order_by("pk"))
    for found in lists:
        services.begin_review(found.pk, by=COMMAND, at=reviewed_at, cause=ReviewCause.ANNUAL)
        services.conclude_review(
            found.pk,
            by=COMMAND,
            at=reviewed_at + timedelta(days=9),
            outcome=ReviewOutcome.KEEP,
            findings=KEPT,
        )
    services.begin_review(
        lists[-1].pk, by=COMMAND, at=until - timedelta(days=6), cause=ReviewCause.LAW, note=CHANGED
    )
    _revise(lists[0], at=until)
    _amend(VEHICLES, Fate.CHANGED, at=until - timedelta(days=4), confirm=True)
    _amend(PESTICIDES, Fate.MOVED, at=until - timedelta(days=2), confirm=False)


def _amend(article: tuple[str, str], fate: str, *, at: datetime, confirm: bool) -> None:
    """An invented amendment: one provision of the law changes, all others stay."""
    code, number = article
    law, day = Instrument.objects.get(code=code), timezone.localdate(at)
    version = laws.prepare_version(
        law.pk, by=COMMAND, at=at, name=f"{day.year}年修订（示例）", valid_from=day, source="示例公报"
    )
    for provision in version.to_judge():
        touched = provision.article == number
        laws.judge_provision(
            version.pk,
            by=COMMAND,
            at=at,
            provision=provision,
            fate=fate if touched else Fate.UNCHANGED,
            moved_to="59(1)" if touched and fate == Fate.MOVED else "",
            reason=AMENDED if touched else "",
        )
    if confirm:
        laws.adopt_version(version.pk, by=COMMAND, at=at)


def _give_more_time(new: LeniencyList, *, at: datetime) -> None:
    """Where three days were too short, five are given: in words and as data."""
    for term in LeniencyCondition.objects.filter(
        entry__list=new, kind=ConditionKind.CORRECTED_IN_TIME, number=3
    ):
        entry = term.entry
        services.edit_condition(term.pk, by=COMMAND, at=at, number=5)
        services.edit_entry(
            entry.pk, by=COMMAND, at=at, conditions_zh=entry.conditions_zh.replace("3日", "5日"),
            conditions_en=entry.conditions_en.replace("3 days", "5 days"),
        )  # fmt: skip


def _revise(old: LeniencyList, *, at: datetime) -> None:
    """The edition of the coming year: one entry more, published, and not yet in force."""
    year = at.year + 1
    new = services.revise_list(old.pk, by=COMMAND, at=at, edition=f"{year}年版")
    _give_more_time(new, at=at)
    services.add_entry(new.pk, by=COMMAND, at=at, conditions=CONDITIONS, **NEW_ENTRY)
    services.seek_opinions(new.pk, by=COMMAND, at=at)
    services.review_list(new.pk, by=COMMAND, at=at, opinions=HEARD, review=HEARD)
    services.approve_list(new.pk, by=COMMAND, at=at, approval=HEARD)
    number = old.document_number.replace(
        str(old.effective_from.year if old.effective_from else ""), str(year)
    )
    services.publish_list(
        new.pk, by=COMMAND, at=at, document_number=number, effective_from=date(year, 1, 1), overrides=KEPT_ALL
    )
