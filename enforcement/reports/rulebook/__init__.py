"""Where each rule of law bites and which test proves it: read from the source, never typed twice (Art. 6)."""

from enforcement.reports.rulebook.book import (
    Entry,
    book,
    groups_not_encoded,
    missing_among,
    reason_not_encoded,
)
from enforcement.reports.rulebook.document import DERIVED, DOCUMENT, derived, document, write_derived
from enforcement.reports.rulebook.kept import codes_encoded, entry_of

__all__ = [
    "DERIVED",
    "DOCUMENT",
    "Entry",
    "book",
    "codes_encoded",
    "derived",
    "document",
    "entry_of",
    "groups_not_encoded",
    "missing_among",
    "reason_not_encoded",
    "write_derived",
]
