"""Which rows speak of the files in each folder of the store: a file that none speaks of is no one's (Art. 6)."""

from __future__ import annotations

from typing import Any

from enforcement.models.documents import DocumentFile, DocumentTemplate
from enforcement.models.procedure import Evidence

EVIDENCE = "evidence"
DOCUMENTS = "documents"
KEPT_IN: dict[str, tuple[type[Any], ...]] = {
    EVIDENCE: (Evidence,),
    DOCUMENTS: (DocumentFile, DocumentTemplate),
}


def keeps_files(folder: str, model: type[Any]) -> None:
    """Let rows of ``model`` speak of the files in ``folder``; floors above add theirs when they start."""
    KEPT_IN[folder] = (*KEPT_IN.get(folder, ()), model)
