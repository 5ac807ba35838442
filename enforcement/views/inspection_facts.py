"""The facts of an inspection as its page tells them (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.models import Inspection


def facts_of(row: Inspection) -> list[dict[str, Any]]:
    """Why, by whose leave and when."""
    joined = row.joined_to
    known = [
        _fact(_("counterpart"), str(row.counterpart), "link", url=row.counterpart.get_absolute_url()),
        _fact(_("planned for"), row.planned_at, "datetime"),
        _fact(_("occasion"), row.get_origin_display()),
        _fact(_("filed plan"), row.plan_reference),
        _fact(_("approved by"), str(row.approver or "")),
        _fact(_("purpose"), row.purpose, "multiline"),
        _fact(_("legal basis"), row.basis, "multiline"),
        _fact(_("why on site"), row.why_on_site, "multiline"),
        _fact(_("exception on quiet days"), row.get_exception_display()),
        _fact(_("why beyond the yearly cap"), row.exempt_reason, "multiline"),
        _fact(_("together with"), f"{joined.organ} · {joined}" if joined else ""),
    ]
    return [fact for fact in known if fact["value"]]


def outcome_of(row: Inspection) -> list[dict[str, Any]]:
    """What happened at the door and inside."""
    case = row.case
    return [
        _fact(_("begun at"), row.started_at, "datetime"),
        _fact(_("code or licence that was scanned"), row.check_in),
        _fact(_("why registered late"), row.late_reason, "multiline"),
        _fact(_("ended at"), row.ended_at, "datetime"),
        _fact(_("result"), row.get_result_display()),
        _fact(_("on-site note"), row.note, "multiline"),
        _fact(_("how the note was confirmed"), row.get_note_sign_display()),
        _fact(_("witness"), row.witness),
        _fact(_("remarks"), row.remarks, "multiline"),
        *([_fact(_("case"), str(case), "link", url=case.get_absolute_url())] if case else []),
    ]


def _fact(label: Any, value: Any, kind: str = "text", **more: Any) -> dict[str, Any]:
    return {"label": label, "value": value, "kind": kind, **more}
