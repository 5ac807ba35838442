"""Acts on a guidance action, one verb a function (Art. 8)."""

from guidance.services.approving import approve_guidance, send_back_guidance, submit_guidance
from guidance.services.concluding import conclude_guidance, discard_guidance, withdraw_guidance
from guidance.services.correcting import correct_guidance
from guidance.services.drafting import draft_guidance, edit_guidance
from guidance.services.issuing import issue_guidance
from guidance.services.recording import add_rectification, recheck_rectification, record_progress
from guidance.services.responding import (
    acknowledge_guidance,
    ask_change,
    ask_in_writing,
    decline_guidance,
    note_silence,
    stop_guidance,
)

__all__ = [
    "acknowledge_guidance",
    "add_rectification",
    "approve_guidance",
    "ask_change",
    "ask_in_writing",
    "conclude_guidance",
    "correct_guidance",
    "decline_guidance",
    "discard_guidance",
    "draft_guidance",
    "edit_guidance",
    "issue_guidance",
    "note_silence",
    "recheck_rectification",
    "record_progress",
    "send_back_guidance",
    "stop_guidance",
    "submit_guidance",
    "withdraw_guidance",
]
