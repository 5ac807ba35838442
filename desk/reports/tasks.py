"""What an officer has to do by when: cases, coercion, guidance and return visits (Art. 3, 6, 8, 10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.vocabulary import Slot
from enforcement.models import Case, with_due_days
from enforcement.rules.coercion_terms import approval_due_at
from enforcement.rules.deadlines import deadlines_of
from enforcement.vocabulary.coercion import CoercionKind, CoercionState
from enforcement.vocabulary.publicity import UNPUBLISHED
from foundation.actors import Actor
from foundation.permissions import Permission
from guidance.models import CounselQuestion, GuidanceAction, RectificationItem, ReturnVisit
from guidance.vocabulary import LIVE_STATES, UNISSUED_STATES, Recheck, Way
from leniency.models import CorrectionCheck, EducationRecord, RevisitNotice
from leniency.services.under_way import UNDECIDED

AHEAD = timedelta(days=7)
MOST = 200
NOT_IN_ORDER = ("", Recheck.PARTLY, Recheck.NOT_CORRECTED)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do by a day."""

    icon: str
    what: Any
    number: str
    about: str
    url: str
    due_on: date

    def days_left(self, today: date) -> int:
        return (self.due_on - today).days

    def slot(self, today: date) -> Slot | None:
        """When it is due; None when that is further away than the coming week."""
        days = self.days_left(today)
        if days < 0:
            return Slot.OVERDUE
        if days == 0:
            return Slot.TODAY
        return Slot.WEEK if days <= AHEAD.days else None


def by_slot(tasks: Iterable[Task], today: date) -> dict[str, list[Task]]:
    """The tasks of the coming week by urgency, the earliest first."""
    slots: dict[str, list[Task]] = {slot.value: [] for slot in Slot}
    for task in sorted(tasks, key=lambda t: (t.due_on, t.number)):
        slot = task.slot(today)
        if slot is not None:
            slots[slot.value].append(task)
    return slots


def open_cases_of(actor: Actor) -> list[dict[str, Any]]:
    """The open cases that the actor handles, the nearest deadline first."""
    if actor.officer_id is None or not actor.may(Permission.CASE_HANDLE):
        return []
    looks = CorrectionCheck.objects.filter(case=OuterRef("pk"), checked_on=None)
    mine = with_due_days(Case.objects.workable_by(actor)).open().of_officer(actor.officer_id)
    mine = mine.annotate(look_due=Subquery(looks.values("due_on")[:1]))
    mine = mine.annotate(is_taught=Exists(EducationRecord.objects.filter(case=OuterRef("pk"))))
    moved = RevisitNotice.objects.open().filter(case=OuterRef("pk"), case__state__in=UNDECIDED)
    return list(
        mine.annotate(revisit=Exists(moved)).order_by("deadline_on", "id").values(
            "id", "number", "clue_number", "state", "matter__name_zh", "matter__name_en",
            "counterpart__name", "deadline_on", "decided_on", "carried_out_on", "decision__carry_out_by",
            "circumstances__correct_by", "circumstances__corrected_on", "decision__file_by", "decision__handed_in_on",
            "decision__serve_by", "decision__served_on", "decision__court_until", "court_application__applied_on",
            "crime_referral__ask_by", "crime_referral__answered_on",
            "publication__state",
            "publication__publish_by", "publication__withdraw_by", "publication__withdrawn_on",
            "hand_in_due", "bank_due", "look_due", "revisit", "decision__educate_by", "is_taught",
        )[:MOST]
    )  # fmt: skip


def case_tasks(cases: Iterable[dict[str, Any]]) -> Iterator[Task]:
    """The days that these cases must keep and have not met."""
    for row in cases:
        known = deadlines_of(
            deadline_on=row["deadline_on"],
            decided_on=row["decided_on"],
            carry_out_by=row["decision__carry_out_by"],
            carried_out_on=row["carried_out_on"],
            correct_by=row["circumstances__correct_by"],
            corrected_on=row["circumstances__corrected_on"],
            file_by=row["decision__file_by"],
            handed_in_on=row["decision__handed_in_on"],
            serve_by=row["decision__serve_by"],
            served_on=row["decision__served_on"],
            court_until=row["decision__court_until"],
            court_asked_on=row["court_application__applied_on"],
            crime_ask_by=row["crime_referral__ask_by"],
            crime_answered_on=row["crime_referral__answered_on"],
            publish_by=row["publication__publish_by"] if row["publication__state"] in UNPUBLISHED else None,
            withdraw_by=row["publication__withdraw_by"],
            withdrawn_on=row["publication__withdrawn_on"],
            hand_in_by=row["hand_in_due"],
            bank_by=row["bank_due"],
        )
        url = reverse("enforcement:case_detail", args=[row["id"]])
        number = row["number"] or row["clue_number"]
        for deadline in known:
            if deadline.met_on is None:
                yield Task("folder", deadline.label, number, row["counterpart__name"], url, deadline.due_on)
        if row["look_due"] is not None:
            what = _("second look after the order to correct")
            yield Task("eye", what, number, row["counterpart__name"], url, row["look_due"])
        if row["decision__educate_by"] is not None and not row["is_taught"]:
            what = _("education of the party that was spared")
            yield Task("school", what, number, row["counterpart__name"], url, row["decision__educate_by"])


def revisit_tasks(cases: Iterable[dict[str, Any]], today: date) -> Iterator[Task]:
    """Cases under whose assessment a leniency list moved: nothing goes on before they are assessed again."""
    for row in cases:
        if row["revisit"]:
            url = f"{reverse('enforcement:case_detail', args=[row['id']])}#leniency"
            number = row["number"] or row["clue_number"]
            yield Task("scale", _("assess leniency again"), number, row["counterpart__name"], url, today)


def guidance_tasks(actor: Actor, until: date) -> Iterator[Task]:
    """Applications to answer, replies invited and second looks due, of guidance that the actor implements."""
    if actor.officer_id is None or not actor.may(Permission.GUIDANCE_HANDLE):
        return
    open_items = RectificationItem.objects.filter(action=OuterRef("pk"), recheck_result__in=NOT_IN_ORDER)
    mine = GuidanceAction.objects.visible_to(actor).filter(officers__officer_id=actor.officer_id)
    first = Subquery(open_items.order_by("due_on").values("due_on")[:1])
    due_live = (
        Q(reply_by__range=(until - AHEAD, until), response="")
        | Q(exhort__recheck_by__lte=until)
        | Q(exhort__recheck_by=None, exhort__correct_by__lte=until, exhort__rechecked_on=None)
        | Q(counsel__hold_by__lte=until) & (Q(counsel__held_on=None) | Q(asks=True))
        | Q(item_due__lte=until)
        | Q(public_life__review_due_on__lte=until)
    )
    unanswered = Q(state__in=UNISSUED_STATES, answer_by__lte=until)
    asks = Exists(CounselQuestion.objects.open().filter(action=OuterRef("pk")))
    rows = mine.annotate(item_due=first, asks=asks).filter(Q(state__in=LIVE_STATES) & due_live | unanswered)
    columns = ("id", "number", "title", "state", "answer_by", "way", "counterpart__name", "audience", "reply_by",
               "response", "exhort__correct_by", "exhort__recheck_by", "exhort__rechecked_on", "item_due",
               "counsel__hold_by", "counsel__held_on", "asks", "public_life__review_due_on")  # fmt: skip
    for row in rows.order_by("id").values(*columns)[:MOST]:
        yield from _guidance_days(row, until - AHEAD)


def _guidance_days(row: dict[str, Any], today: date) -> Iterator[Task]:
    url = reverse("guidance:guidance_detail", args=[row["id"]])
    if row["state"] in UNISSUED_STATES:
        who = row["counterpart__name"] or row["audience"]
        yield Task("message-2", _("application to be answered by"), row["title"], who, url, row["answer_by"])
        return
    about = f"{Way(row['way']).label} · {row['counterpart__name'] or row['audience']}"
    days = (
        (_("reply invited by"), _awaited_reply(row, today)),
        (_("second look by"), _second_look(row)),
        _session(row),
        (_("to be put right by"), row["item_due"]),
        (_("to be looked at again by"), row["public_life__review_due_on"]),
    )
    for what, day in days:
        if day is not None:
            yield Task("message-2", what, row["number"], about, url, day)


def _awaited_reply(row: dict[str, Any], today: date) -> date | None:
    """Nobody owes an answer: once its day is over, silence is noted and nobody has to do anything (Art. 8)."""
    day: date | None = row["reply_by"]
    return None if row["response"] or (day is not None and day < today) else day


def _session(row: dict[str, Any]) -> tuple[Any, date | None]:
    """Counselling to hold, or what is left to answer after it."""
    day: date | None = row["counsel__hold_by"]
    if row["counsel__held_on"] is None:
        return _("counselling to be held by"), day
    return _("questions to be answered by"), day if row["asks"] else None


def _second_look(row: dict[str, Any]) -> date | None:
    """What was issued before looks were appointed is looked at when its day is over."""
    unseen: date | None = None if row["exhort__rechecked_on"] else row["exhort__correct_by"]
    return row["exhort__recheck_by"] or unseen


def visit_tasks(actor: Actor) -> Iterator[Task]:
    """Return visits that the actor is to hold."""
    if actor.officer_id is None or not actor.may(Permission.VISIT_HOLD):
        return
    mine = ReturnVisit.objects.visible_to(actor).open().of_visitor(actor.officer_id)
    rows = mine.order_by("due_on", "id").values("id", "due_on", "case__number", "case__counterpart__name")
    for row in rows[:MOST]:
        url = reverse("guidance:visit_detail", args=[row["id"]])
        what = _("return visit to be held by")
        yield Task("walk", what, row["case__number"], row["case__counterpart__name"], url, row["due_on"])


def coercion_tasks(rows: Iterable[dict[str, Any]]) -> Iterator[Task]:
    """Measures in force in cases that the actor handles, and things still kept after a measure lapsed."""
    for row in rows:
        if row["handled"]:
            yield from _coercion_days(row)


def _approval_day(row: dict[str, Any]) -> date:
    return timezone.localdate(approval_due_at(row["applied_at"]))


def _coercion_days(row: dict[str, Any]) -> Iterator[Task]:
    number = row["case__number"] or row["case__clue_number"]
    about = f"{CoercionKind(row['kind']).label} · {row['case__counterpart__name']}"
    lapsed = row["state"] == CoercionState.EXPIRED
    applied = row["state"] == CoercionState.APPLIED
    unapproved = applied and row["approved_at"] is None
    days = (
        (_("things to be given back since"), row["over_on"] if lapsed else None),
        (_("to be approved or lifted by"), _approval_day(row) if unapproved else None),
        (_("term ends on"), None if lapsed else row["expires_on"]),
        (_("time to perform after the demand ends on"), None if applied else row["execution__demand_until"]),
        (
            _("decision to be served by"),
            None if row["document_served_on"] or lapsed else row["document_due_on"],
        ),
    )
    url = reverse("enforcement:coercion_detail", args=[row["id"]])
    for what, day in days:
        if day is not None:
            yield Task("hand-stop", what, number, about, url, day)
