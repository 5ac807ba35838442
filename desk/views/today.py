"""Today: what is late, due and waiting for the officer who is signed in (Art. 3, 4, 8)."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.reports.answers import answer_tasks, report_tasks
from desk.reports.coercion import coercion_of
from desk.reports.duties import duties_of
from desk.reports.inspections import inspection_tasks
from desk.reports.lists import list_tasks
from desk.reports.plans import plan_tasks
from desk.reports.reminders import reminder_tasks, reminders_of, waiting_words
from desk.reports.results import result_tasks
from desk.reports.tasks import (
    AHEAD,
    Task,
    by_slot,
    case_tasks,
    coercion_tasks,
    guidance_tasks,
    open_cases_of,
    revisit_tasks,
    visit_tasks,
)
from desk.reports.waiting import (
    Waiting,
    waiting_cases,
    waiting_coercion,
    waiting_guidance,
    waiting_requests,
)
from desk.views.bell import MOST
from desk.views.start import start_of
from desk.vocabulary import Slot
from enforcement.lists.case_cells import either_name, state_tone
from enforcement.models import Notification
from enforcement.vocabulary import CaseState
from foundation.lists import RowContext
from foundation.pages import Page
from foundation.permissions import Permission
from foundation.wording import weekday_text

NEWEST = 6
CASES_SHOWN = 12
TASKS_SHOWN = 30  # in each slot, unless all are asked for
ICONS = {Slot.OVERDUE.value: "alert-triangle", Slot.TODAY.value: "clock", Slot.WEEK.value: "calendar"}
TONES = {Slot.OVERDUE.value: "bad", Slot.TODAY.value: "watch", Slot.WEEK.value: "info"}


class TodayPage(Page):
    template_name = "desk/today.html"
    title = _("Today")
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        start = start_of(self.actor)
        if start != "desk:today":
            return redirect(start)
        self.today, self.reader = timezone.localdate(self.now), RowContext(self.actor, self.now)
        return self.show({"title": self.title, "subtitle": weekday_text(self.today)})

    def context(self) -> dict[str, Any]:
        duties, coercion = duties_of(self.actor, self.today), coercion_of(self.actor)
        cases = open_cases_of(self.actor) if duties.handles else []
        notices: list[Any] = list(Notification.objects.visible_to(self.actor).with_unread()[:NEWEST])
        until = self.today + AHEAD
        reminders = reminders_of(self.actor, self.today) if duties.reminds else []
        tasks = chain(
            case_tasks(cases),
            revisit_tasks(cases, self.today),
            coercion_tasks(coercion),
            guidance_tasks(self.actor, until),
            visit_tasks(self.actor),
            reminder_tasks(reminders),
            inspection_tasks(self.actor) if duties.inspects else (),
            answer_tasks(self.actor) if duties.answers else (),
            report_tasks(self.actor, duties, self.today),
            result_tasks(self.actor) if duties.publishes else (),
            list_tasks(self.actor) if duties.reviews else (),
            plan_tasks(self.actor, self.today) if duties.plans else (),
        )
        waiting = chain(
            waiting_coercion(coercion),
            waiting_cases(self.actor, self.today),
            waiting_requests(self.actor),
            waiting_guidance(self.actor),
            waiting_words(reminders),
        )
        return {
            "slots": self._slots(by_slot(tasks, self.today)),
            "waiting": [self._waiting(w) for w in sorted(waiting, key=_nearest)],
            "may_decide": self.actor.may(Permission.CASE_APPROVE) or self.actor.may(Permission.CASE_REVIEW),
            "cases": [self._case(row) for row in cases[:CASES_SHOWN]],
            "cases_more": max(0, len(cases) - CASES_SHOWN),
            "leads": self.actor.may(Permission.CASE_APPROVE) and self.actor.may(Permission.TRAINING_READ),
            "handles": self.actor.may(Permission.CASE_HANDLE),
            "notices": notices,
            "bell_count": min(notices[0].unread, MOST) if notices else 0,
            "quick": self._quick(),
        }

    def _slots(self, slots: dict[str, list[Task]]) -> list[dict[str, Any]]:
        shown = max(map(len, slots.values())) if "all" in self.request.GET else TASKS_SHOWN
        return [
            {
                "label": Slot(name).label,
                "icon": ICONS[name],
                "tone": TONES[name],
                "count": len(tasks),
                "more": max(0, len(tasks) - shown),
                "tasks": [{"task": task, "days": task.days_left(self.today)} for task in tasks[:shown]],
            }
            for name, tasks in slots.items()
        ]

    def _waiting(self, waiting: Waiting) -> dict[str, Any]:
        days = None if waiting.due_on is None else (waiting.due_on - self.today).days
        return {"waiting": waiting, "days": days}

    def _case(self, row: dict[str, Any]) -> dict[str, Any]:
        due = None if row["decided_on"] else row["deadline_on"]
        return {
            "url": reverse("enforcement:case_detail", args=[row["id"]]),
            "number": row["number"] or row["clue_number"],
            "about": row["counterpart__name"],
            "matter": either_name((row["matter__name_zh"], row["matter__name_en"]), self.reader),
            "state": CaseState(row["state"]).label,
            "tone": state_tone(row["state"]),
            "days": None if due is None else (due - self.today).days,
        }

    def _quick(self) -> list[dict[str, Any]]:
        """What an officer most often begins."""
        known = (
            (Permission.CASE_HANDLE, _("New clue"), "folder", "enforcement:case_new"),
            (Permission.GUIDANCE_HANDLE, _("Give guidance"), "message-2", "guidance:guidance_new"),
            (
                Permission.COUNTERPART_EDIT,
                _("Register a counterpart"),
                "building",
                "enforcement:counterpart_register",
            ),
            (Permission.CASE_HANDLE, _("Ask the lists"), "scale", "leniency:ask"),
        )
        return [
            {"label": label, "icon": icon, "url": reverse(name)}
            for permission, label, icon, name in known
            if self.actor.may(permission)
        ]


def _nearest(waiting: Waiting) -> date:
    """The day by which a word is due; what has none comes last."""
    return waiting.due_on or date.max
