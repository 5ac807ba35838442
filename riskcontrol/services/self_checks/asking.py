"""Offering a self-check: a tip whose link leads to it, sent by the roads that guidance uses (Art. 8 (3), 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from enforcement.models import Counterpart, Field, OrganField
from enforcement.services.calendar import morning_after
from foundation.actors import Actor
from foundation.due import plan_many
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import GuidanceAction
from guidance.services import draft_guidance, issue_guidance
from guidance.vocabulary import Channel, Trigger, Way
from riskcontrol.models import Campaign, SelfCheck
from riskcontrol.rules.self_checks import AskFacts, obstacles_to_asking
from riskcontrol.services.base import ARTICLE
from riskcontrol.services.self_checks.points import points_for

REMIND, LAPSE = "self_check:remind", "self_check:lapse"
DAYS_TO_ANSWER = 15
REMINDED_BEFORE = timedelta(days=3)


def ask_self_check(
    *,
    by: Actor,
    at: datetime,
    counterpart: Counterpart,
    field: Field,
    due_on: date,
    content: str,
    contact: str = "",
) -> SelfCheck:
    """Offer ``counterpart`` a self-check of the risk points of ``field`` that concern it, until ``due_on``.

    Raises Forbidden, and Refused outside the duties, when no published point concerns it, or one is open.
    """
    by.require(Permission.GUIDANCE_HANDLE)
    today = timezone.localdate(at)
    with audited("self_check:ask", by=by, at=at, under=ARTICLE):
        editions = points_for([counterpart.pk], field_id=field.pk, day=today).get(counterpart.pk, [])
        if found := list(obstacles_to_asking(_facts(counterpart, field, by, due_on, today, editions))):
            raise Refused(found)
        letter = _invitation(counterpart, field, due_on, content, contact, by, at)
        check = new_check(letter, editions, due_on=due_on)
        check.save()
        plan_days([check], at=at)
        return check


def new_check(
    letter: GuidanceAction, editions: list[int], *, due_on: date, campaign: Campaign | None = None
) -> SelfCheck:
    """The row of a self-check that ``letter`` offers, not yet kept."""
    check = SelfCheck(
        counterpart=letter.counterpart, invitation=letter, field_id=letter.field_id, editions=editions,
        due_on=due_on, asked_by_id=letter.drafted_by_id, campaign=campaign,
    )  # fmt: skip
    check.place_under(letter.organ)
    return check


def plan_days(checks: Iterable[SelfCheck], *, at: datetime) -> None:
    """A reminder some days before the last, and the note that it passed; all have the same last day."""
    rows = list(checks)
    if not rows:
        return
    things, due_on = [f"self_check:{check.pk}" for check in rows], rows[0].due_on
    before = morning_after(due_on - REMINDED_BEFORE)
    if before > at:
        plan_many(kind=REMIND, things=things, due_at=before)
    plan_many(kind=LAPSE, things=things, due_at=morning_after(due_on))


def _facts(
    party: Counterpart, field: Field, by: Actor, due_on: date, today: date, editions: list[int]
) -> AskFacts:
    known = SelfCheck.objects.filter(counterpart=party, field=field, organ=by.organ_id)
    return AskFacts(
        field_in_duties=OrganField.objects.filter(organ=by.organ_id, field=field).exists(),
        has_points=bool(editions),
        is_open=known.unanswered().filter(due_on__gte=today).exists(),
        due_on=due_on,
        today=today,
    )


def _invitation(
    party: Counterpart, field: Field, due_on: date, content: str, contact: str, by: Actor, at: datetime
) -> GuidanceAction:
    with translation.override("zh-hans"):  # what is stored stands in the language of the files
        title = _("Invitation to check yourself: %(field)s") % {"field": field.name_zh}
        reasons, basis = reasons_for_asking(), basis_of_asking()
    letter = draft_guidance(
        by=by, at=at, way=Way.TIP, counterpart=party, field=field, trigger=Trigger.RISK, title=title, content=content,
        reasons=reasons, basis=basis, contact=contact, channel=Channel.MESSAGE,
        detail={"neglected": title, "due_on": due_on},
    )  # fmt: skip
    return issue_guidance(letter.pk, by=by, at=at, voluntariness_shown=True)


def reasons_for_asking() -> str:
    """Why a self-check is offered, in the language that is active."""
    return _("What one finds and corrects oneself need not be found by others.")


def basis_of_asking() -> str:
    """What a self-check is offered on, in the language that is active."""
    return _("Measures on service-oriented administrative enforcement, Art. 9")
