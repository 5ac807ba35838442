"""The facts of an inspection as its page tells them (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.models import Inspection
from foundation.pages.facts import fact, told


def facts_of(row: Inspection) -> list[dict[str, Any]]:
    """Why, by whose leave and when."""
    joined = row.joined_to
    known = [
        fact(_("counterpart"), str(row.counterpart), "link", url=row.counterpart.get_absolute_url()),
        fact(_("planned for"), row.planned_at, "datetime"),
        fact(_("occasion"), row.get_origin_display()),
        fact(_("filed plan"), row.plan_reference),
        fact(_("approved by"), str(row.approver or "")),
        fact(_("purpose"), row.purpose, "multiline"),
        fact(_("legal basis"), row.basis, "multiline"),
        fact(_("why on site"), row.why_on_site, "multiline"),
        fact(_("exception on quiet days"), row.get_exception_display()),
        fact(_("why beyond the yearly cap"), row.exempt_reason, "multiline"),
        fact(_("together with"), f"{joined.organ} · {joined}" if joined else ""),
    ]
    return told(known)


def outcome_of(row: Inspection) -> list[dict[str, Any]]:
    """What happened at the door and inside."""
    case = row.case
    return [
        fact(_("begun at"), row.started_at, "datetime"),
        fact(_("code or licence that was scanned"), row.check_in),
        fact(_("why registered late"), row.late_reason, "multiline"),
        fact(_("ended at"), row.ended_at, "datetime"),
        fact(_("result"), row.get_result_display()),
        fact(_("on-site note"), row.note, "multiline"),
        fact(_("how the note was confirmed"), row.get_note_sign_display()),
        fact(_("witness"), row.witness),
        fact(_("remarks"), row.remarks, "multiline"),
        *([fact(_("case"), str(case), "link", url=case.get_absolute_url())] if case else []),
    ]
