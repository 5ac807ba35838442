"""Deadlines as a calendar file: numbers and days alone, no name of any person (Art. 6)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from desk.reports.tasks import Task

REFRESH = timedelta(hours=1)


def calendar_file(tasks: Iterable[Task], *, at: datetime, site: str) -> bytes:
    """An iCalendar file with one whole-day entry a task; ``site`` begins the addresses."""
    calendar = Calendar()
    calendar.add("prodid", "-//Guidepost//deadlines//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Guidepost: deadlines"))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for task in tasks:
        calendar.add_component(_event(task, at, site))
    return bytes(calendar.to_ical())


def _event(task: Task, at: datetime, site: str) -> Event:
    event = Event()
    event.add("uid", f"{_key(task)}@guidepost")
    event.add("dtstamp", at)
    event.add("dtstart", task.due_on)
    event.add("summary", f"{task.number} {task.what}".strip())
    event.add("url", f"{site}{task.url}")
    event.add("transp", "TRANSPARENT")
    return event


def _key(task: Task) -> str:
    """The same for the same duty, so that a calendar moves an entry and does not double it."""
    return hashlib.sha256(f"{task.url} {task.what}".encode()).hexdigest()[:32]
