"""What the page of a piece of evidence tells; free text only to who may read counterparts."""

from __future__ import annotations

from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import TITLE_HIDDEN
from enforcement.models import Evidence

Fact = dict[str, Any]


def evidence_facts(row: Evidence, *, reads: bool) -> list[Fact]:
    """Kind, collection, file with its digest, and the finding on it."""
    shown = [
        _fact(_("kind of evidence"), row.get_kind_display()),
        _fact(_("collected on"), row.collected_on, "date"),
        _fact(_("collected by"), row.collected_by.name),
        *([_fact(_("file"), f"{row.original_name} ({filesizeformat(row.size)})")] if reads else []),
        _fact("SHA-256", row.sha256),
        _fact(_("finding"), row.get_standing_display()),
    ]
    if row.verified_by:
        shown += [_fact(_("found by"), row.verified_by.name), _fact(_("found on"), row.verified_on, "date")]
    if row.standing_reason:
        shown.append(
            _fact(_("reasons of the finding"), row.standing_reason if reads else TITLE_HIDDEN, "multiline")
        )
    return shown


def device_facts(row: Evidence, *, reads: bool) -> list[Fact]:
    """The monitoring device and the days of its duties; nothing when there was none."""
    found = getattr(row, "monitoring", None)
    if found is None:
        return []
    return [
        _fact(_("device"), found.device if reads else TITLE_HIDDEN),
        _fact(_("place of the device"), found.place if reads else TITLE_HIDDEN),
        _fact(_("legal review on"), found.legal_review_on, "date"),
        _fact(_("technical review on"), found.technical_review_on, "date"),
        _fact(_("place published on"), found.published_on, "date"),
        _fact(_("record examined on"), found.reviewed_on, "date"),
        _fact(_("party told on"), found.party_told_on, "date"),
    ]


def _fact(label: Any, value: Any, kind: str = "text") -> Fact:
    return {"label": label, "value": value, "kind": kind}
