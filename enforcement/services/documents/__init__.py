"""Official documents: written from the file, frozen, corrected by new versions (Art. 6, 8)."""

from enforcement.services.documents import case_source
from enforcement.services.documents.case_source import CaseLetter, register_letter
from enforcement.services.documents.issuing import (
    add_pdf,
    correct_document,
    issue_document,
    preview,
    printed_or_none,
)
from enforcement.services.documents.sources import Draft, Source, nouns, register_source, source_of
from enforcement.services.documents.templates import approve_template, retire_template, upload_template

__all__ = [
    "CaseLetter",
    "Draft",
    "Source",
    "add_pdf",
    "approve_template",
    "case_source",
    "correct_document",
    "issue_document",
    "nouns",
    "preview",
    "printed_or_none",
    "register_letter",
    "register_source",
    "retire_template",
    "source_of",
    "upload_template",
]
