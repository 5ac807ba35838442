"""Evidence: files as they were received, what they are worth, where they were, and the record of it all."""

from enforcement.services.evidence.adding import LARGEST_CASE, LARGEST_FILE, add_evidence
from enforcement.services.evidence.custody import hand_evidence
from enforcement.services.evidence.preserving import (
    approve_preservation,
    end_preservation,
    lapse_preservation,
    preserve_evidence,
)
from enforcement.services.evidence.recording import record_process
from enforcement.services.evidence.storing import open_file, remove_orphans
from enforcement.services.evidence.verifying import record_monitoring, verify_evidence

__all__ = [
    "LARGEST_CASE",
    "LARGEST_FILE",
    "add_evidence",
    "approve_preservation",
    "end_preservation",
    "hand_evidence",
    "lapse_preservation",
    "open_file",
    "preserve_evidence",
    "record_monitoring",
    "record_process",
    "remove_orphans",
    "verify_evidence",
]
