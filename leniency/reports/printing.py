"""A list in the columns in which organs publish it, in the reader's language (Art. 10 para. 1)."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from enforcement.rules.tables import PrintedColumn, PrintedTable
from foundation.wording import day_text
from leniency.models import LeniencyEntry, LeniencyList
from leniency.vocabulary import ListType

BOUNDED = (ListType.LIGHTER, ListType.MITIGATED)
"""Types whose tables tell by how much the penalty is lighter: the statutory range stands beside it."""


def table_of(found: LeniencyList) -> PrintedTable:
    """Number, violation, conditions, law, range where it matters, organ and what follows."""
    entries = found.entries.prefetch_related("conditions").order_by("code")
    return PrintedTable(
        language=get_language() or "zh-hans",
        title=found.title,
        organ=found.organ.name,
        lines=_lines(found),
        columns=_columns(found),
        rows=tuple(_row(number, entry, found) for number, entry in enumerate(entries, start=1)),
    )


def _lines(found: LeniencyList) -> tuple[str, ...]:
    said = [" · ".join(part for part in (found.organ.name, found.document_number, found.edition) if part)]
    if found.effective_from:
        said.append(_("In force from %(day)s") % {"day": day_text(found.effective_from)})
    return (*said, *([found.note] if found.note else []))


def _columns(found: LeniencyList) -> tuple[PrintedColumn, ...]:
    return (
        PrintedColumn(_("No."), 1),
        PrintedColumn(_("Violation"), 5),
        PrintedColumn(_("Conditions"), 6),
        PrintedColumn(_("Basis in law"), 4),
        *([PrintedColumn(_("Statutory range"), 4)] if found.type in BOUNDED else []),
        PrintedColumn(_("Organ"), 3),
        PrintedColumn(_("Remarks"), 3),
    )


def _row(number: int, entry: LeniencyEntry, found: LeniencyList) -> tuple[str, ...]:
    law = "\n".join(text for text in (entry.violated, entry.basis) if text)
    bounds = [entry.statutory_range] if found.type in BOUNDED else []
    return (
        str(number),
        entry.violation,
        entry.conditions_text,
        law,
        *bounds,
        found.organ.name,
        _remarks(entry),
    )


def _remarks(entry: LeniencyEntry) -> str:
    if entry.suspended_on:
        return _("Suspended: %(reason)s") % {"reason": entry.suspension_reason}
    return entry.follow_up
