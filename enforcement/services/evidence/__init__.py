"""Evidence files: typed by their content, hashed, kept as they were received (Penalty Law, Art. 46-47)."""

from enforcement.services.evidence.adding import LARGEST_CASE, LARGEST_FILE, add_evidence
from enforcement.services.evidence.storing import open_file, remove_orphans

__all__ = ["LARGEST_CASE", "LARGEST_FILE", "add_evidence", "open_file", "remove_orphans"]
