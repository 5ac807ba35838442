"""What the page of a piece of evidence tells; free text only to who may read counterparts."""

from __future__ import annotations

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import TITLE_HIDDEN
from enforcement.models import Evidence
from foundation.pages.facts import Fact, fact


def evidence_facts(row: Evidence, *, reads: bool) -> list[Fact]:
    """Kind, collection, file with its digest, and the finding on it."""
    shown = [
        fact(_("kind of evidence"), row.get_kind_display()),
        fact(_("collected on"), row.collected_on, "date"),
        fact(_("collected by"), row.collected_by.name),
        *([fact(_("file"), f"{row.original_name} ({filesizeformat(row.size)})")] if reads else []),
        fact("SHA-256", row.sha256),
        fact(_("finding"), row.get_standing_display()),
    ]
    if row.verified_by:
        shown += [fact(_("found by"), row.verified_by.name), fact(_("found on"), row.verified_on, "date")]
    if row.standing_reason:
        shown.append(
            fact(_("reasons of the finding"), row.standing_reason if reads else TITLE_HIDDEN, "multiline")
        )
    return shown


def device_facts(row: Evidence, *, reads: bool) -> list[Fact]:
    """The monitoring device and the days of its duties; nothing when there was none."""
    found = getattr(row, "monitoring", None)
    if found is None:
        return []
    return [
        fact(_("device"), found.device if reads else TITLE_HIDDEN),
        fact(_("place of the device"), found.place if reads else TITLE_HIDDEN),
        fact(_("legal review on"), found.legal_review_on, "date"),
        fact(_("technical review on"), found.technical_review_on, "date"),
        fact(_("place published on"), found.published_on, "date"),
        fact(_("record examined on"), found.reviewed_on, "date"),
        fact(_("party told on"), found.party_told_on, "date"),
    ]
