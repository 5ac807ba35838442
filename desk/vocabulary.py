"""The words of the desk: when work is due, and what waits for a decision (Art. 4)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from foundation.permissions import Permission


class Slot(models.TextChoices):
    """When a task is due, in the order of urgency."""

    OVERDUE = "overdue", _("Overdue")
    TODAY = "today", _("Due today")
    WEEK = "week", _("In the next seven days")


class Wait(models.TextChoices):
    """What a thing waits for."""

    FILE = "file", pgettext_lazy("waiting for", "filing or not filing")
    LATE_REVIEW = "late_review", pgettext_lazy("waiting for", "a legal opinion that is late")
    REVIEW = "review", pgettext_lazy("waiting for", "legal review")
    DECIDE = "decide", pgettext_lazy("waiting for", "decision")
    CLOSE = "close", pgettext_lazy("waiting for", "closing")
    APPROVE = "approve", pgettext_lazy("waiting for", "approval")
    COMMENTS = "comments", pgettext_lazy("waiting for", "opening to comments")
    ISSUE = "issue", pgettext_lazy("waiting for", "issuing")
    WITHDRAW = "withdraw", pgettext_lazy("waiting for", "withdrawal from publicity")
    COERCION = "coercion", pgettext_lazy("waiting for", "approval of coercion")
    REPLY = "reply", pgettext_lazy("waiting for", "being seen")
    INVITED = "invited", pgettext_lazy("waiting for", "a word on taking part")
    OTHER_TIME = "other_time", pgettext_lazy("waiting for", "a word on another time")
    HARDSHIP = "hardship", pgettext_lazy("waiting for", "answer to hardship")


class Measure(models.TextChoices):
    """What the dashboard counts."""

    CASES_OPEN = "cases_open", _("open cases")
    CASES_UNDECIDED = "cases_undecided", _("cases to decide")
    CASES_DECIDED = "cases_decided", _("cases decided")
    CORRECTIONS = "corrections", _("violations put right")
    GUIDANCE_ISSUED = "guidance_issued", _("guidance given")
    VISITS_OPEN = "visits_open", _("return visits to hold")


WORKERS = (
    Permission.CASE_HANDLE,
    Permission.CASE_REVIEW,
    Permission.CASE_APPROVE,
    Permission.COERCION_APPROVE,
    Permission.COERCION_PROPOSE,
    Permission.GUIDANCE_HANDLE,
    Permission.VISIT_HOLD,
)
"""Whoever holds one of these has work of the day."""

DESK_ACTIONS: dict[str, Any] = {
    "due:retry": _("Parked work tried again"),
    "volume:load": _("Loaded in bulk, to measure with"),
}
