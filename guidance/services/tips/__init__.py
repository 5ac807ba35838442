"""Tips to a group: one text to all who fit, each told once (Art. 8 (3))."""

from guidance.services.tips.approving import (
    approve_batch,
    discard_batch,
    send_back_batch,
    submit_batch,
)
from guidance.services.tips.drafting import draft_batch, edit_batch
from guidance.services.tips.issuing import send_some
from guidance.services.tips.working import TIPS_JOB, resume_batch, start_batch, stop_batch

__all__ = [
    "TIPS_JOB",
    "approve_batch",
    "discard_batch",
    "draft_batch",
    "edit_batch",
    "resume_batch",
    "send_back_batch",
    "send_some",
    "start_batch",
    "stop_batch",
    "submit_batch",
]
