"""Submitting a self-check: written once; help that is asked for becomes an application (Art. 8 (4), 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from enforcement.services.notifications import notify
from foundation.actors import Actor
from foundation.due import cancel
from guidance.models import CounterpartLink, GuidanceAction
from guidance.services.applying import officers_of
from guidance.services.links import ask_counselling
from guidance.services.links.replying import voice_of
from riskcontrol.lifecycle import CHECK_LIFECYCLE
from riskcontrol.models import SelfCheck, SelfCheckAnswer
from riskcontrol.rules.self_checks import Given, obstacles_to_submitting
from riskcontrol.services.self_checks.asking import LAPSE, REMIND
from riskcontrol.services.self_checks.doors import behind_link, door_of, refuse
from riskcontrol.services.self_checks.points import editions_of
from riskcontrol.vocabulary import CheckAnswer


def submit_self_check(
    *, by: Actor, at: datetime, link: CounterpartLink, answers: Iterable[Given], declared_by: str, truth: bool
) -> SelfCheck:
    """Keep the answers for good; from now on only corrections are added to them.

    Raises Refused while a point is unanswered, a day impossible, or nobody stands for it.
    """
    with behind_link(link, "submit", at=at) as check:
        given = _of_this(check, answers)
        door = door_of(check, link, is_officer=by.officer_id is not None, at=at)
        refuse(obstacles_to_submitting(door, given, truth=truth, today=timezone.localdate(at)))
        SelfCheckAnswer.objects.record_bulk_create([_answer(check, one) for one in given])
        CHECK_LIFECYCLE.take(check, "submit", by=voice_of(check.invitation), at=at)
        check.submitted_at, check.declared_by = at, declared_by
        found = [one for one in given if one.answer == CheckAnswer.NO]
        check.gaps, check.corrected = len(found), sum(one.corrected_on is not None for one in found)
        check.application = _ask_for_help(check, link, given, by, at)
        check.save()
        for kind in (REMIND, LAPSE):
            cancel(kind=kind, thing=f"self_check:{check.pk}")
    _let_know(check, at)
    return check


def _of_this(check: SelfCheck, answers: Iterable[Given]) -> tuple[Given, ...]:
    """One for each point that was asked about, whatever else was sent."""
    sent = {one.edition: one for one in answers}
    return tuple(sent.get(row.pk, Given(row.pk, row.code)) for row in editions_of(check))


def _answer(check: SelfCheck, one: Given) -> SelfCheckAnswer:
    is_found = one.answer == CheckAnswer.NO
    return SelfCheckAnswer(
        self_check=check, edition_id=one.edition, answer=one.answer, note=one.note, wants_help=one.wants_help,
        found_on=one.found_on if is_found else None, corrected_on=one.corrected_on if is_found else None,
    )  # fmt: skip


def _ask_for_help(
    check: SelfCheck, link: CounterpartLink, given: tuple[Given, ...], by: Actor, at: datetime
) -> GuidanceAction | None:
    """One application for all points with which the party wants help; answered in five working days like any other."""
    wanted = {one.edition: one for one in given if one.wants_help}
    lines = [
        f"{row.code} {row.name_zh}\n{wanted[row.pk].note}".strip()
        for row in editions_of(check)
        if row.pk in wanted
    ]
    if not lines:
        return None
    return ask_counselling(by=by, at=at, link=link, text="\n\n".join(lines))


def _let_know(check: SelfCheck, at: datetime) -> None:
    """Who asked one party is told; a campaign is followed on its page, where nobody is told ten thousand times."""
    if check.campaign_id is not None:
        return
    for officer in officers_of(check.invitation):
        notify(
            officer, kind="self_check:submitted", thing=f"self_check:{check.pk}", at=at, url=check.get_absolute_url(),
            data={"name": check.counterpart.name, "count": check.open_gaps},
        )  # fmt: skip
