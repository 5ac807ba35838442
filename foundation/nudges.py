"""Waking a task at once: a hint that may fail, since the timetable does the same (RELIABILITY B7)."""

from __future__ import annotations

import logging
import time
from typing import Any

from celery import current_app
from kombu.exceptions import OperationalError

PAUSE = 30.0
IMPATIENT = {
    "socket_timeout": 0.5,
    "socket_connect_timeout": 0.5,
    "max_retries": 0,
}  # a person waits for this
_log = logging.getLogger(__name__)
_closed_until = 0.0


def nudge(task: str, *args: Any) -> bool:
    """Ask a worker to run ``task`` soon; returns whether the broker took it.

    After a failure nobody is asked for half a minute, so that pages do not wait for a dead broker.
    """
    global _closed_until  # noqa: PLW0603 - one breaker a process
    if time.monotonic() < _closed_until:
        return False
    try:
        with current_app.connection_for_write() as connection:
            connection.transport_options = {**(connection.transport_options or {}), **IMPATIENT}
            current_app.send_task(task, args=args, retry=False, connection=connection)
    except (OperationalError, OSError) as error:
        _closed_until = time.monotonic() + PAUSE
        _log.warning("the broker did not take %s: %s", task, error)
        return False
    return True
