"""What the counterpart answers. Declining needs no reason and leads to nothing (Art. 8)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from foundation.actors import Actor
from guidance.models import GuidanceAction
from guidance.services.base import recording_on, refuse_impossible_day, taking
from guidance.services.deliveries.preparing import call_off_deliveries
from guidance.services.holding import drop_holding, wanted_after_all
from guidance.vocabulary import Response


def acknowledge_guidance(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    responded_on: date | None = None,
    response_note: str = "",
    expected: int | None = None,
) -> GuidanceAction:
    """Record that the counterpart took note of the guidance."""
    with taking(action_id, "acknowledge", by=by, at=at, expected=expected) as action:
        _answer(action, Response.ACKNOWLEDGED, responded_on, response_note, at)
        wanted_after_all(action, at=at)
    return action


def decline_guidance(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    responded_on: date | None = None,
    response_note: str = "",
    expected: int | None = None,
) -> GuidanceAction:
    """Record that the counterpart does not want the guidance; nobody asks why."""
    with taking(action_id, "decline", by=by, at=at, expected=expected) as action:
        _answer(action, Response.DECLINED, responded_on, response_note, at)
        drop_holding(action)
    return action


def note_silence(action_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> GuidanceAction:
    """Record that no response came; silence is not a refusal and leads to nothing either."""
    with taking(action_id, "note_silence", by=by, at=at, expected=expected) as action:
        action.response, action.responded_on = Response.SILENT, None
    return action


def ask_in_writing(
    action_id: int, *, by: Actor, at: datetime, asked_on: date | None = None, expected: int | None = None
) -> GuidanceAction:
    """Record that the counterpart asks for the guidance in writing: it gets a document (GUI-5)."""
    with recording_on(action_id, "ask_in_writing", by=by, at=at, expected=expected) as action:
        day = asked_on or timezone.localdate(at)
        refuse_impossible_day("asked_on", day, action, at)
        action.written_asked_on = day
        _hear(action)
    return action


def ask_change(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    wish: str,
    asked_on: date | None = None,
    expected: int | None = None,
) -> GuidanceAction:
    """Record that the counterpart wants the guidance changed: a new version answers it, or it is stopped."""
    with recording_on(action_id, "ask_change", by=by, at=at, expected=expected) as action:
        day = asked_on or timezone.localdate(at)
        refuse_impossible_day("asked_on", day, action, at)
        action.change_asked_on, action.change_wish = day, wish
        _hear(action)
    return action


def stop_guidance(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    stopped_on: date | None = None,
    note: str = "",
    expected: int | None = None,
) -> GuidanceAction:
    """Stop the guidance because the counterpart wants it; nobody asks why, and nothing follows from it."""
    with taking(action_id, "stop", by=by, at=at, expected=expected, why=note) as action:
        day = stopped_on or timezone.localdate(at)
        refuse_impossible_day("stopped_on", day, action, at)
        action.stopped_on = day
        call_off_deliveries(action, by=by, at=at)
    return action


def _hear(action: GuidanceAction) -> None:
    """Who asks for something is silent no more."""
    if action.response == Response.SILENT:
        action.response = ""


def _answer(action: GuidanceAction, response: str, on: date | None, note: str, at: datetime) -> None:
    day = on or timezone.localdate(at)
    refuse_impossible_day("responded_on", day, action, at)
    action.response, action.responded_on, action.response_note = response, day, note
