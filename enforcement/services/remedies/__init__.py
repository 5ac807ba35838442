"""Reconsideration and suits: recorded, accepted, concluded, and what stands still meanwhile (Art. 6)."""

from enforcement.services.remedies.answering import hand_in_answer, receive_copy, steps_to_answer
from enforcement.services.remedies.concluding import conclude_remedy, refuse_remedy, withdraw_remedy
from enforcement.services.remedies.recording import accept_remedy, file_remedy
from enforcement.services.remedies.recounting import recount_answers
from enforcement.services.remedies.stopping import resume_execution, stop_execution

__all__ = [
    "accept_remedy",
    "conclude_remedy",
    "file_remedy",
    "hand_in_answer",
    "receive_copy",
    "recount_answers",
    "refuse_remedy",
    "resume_execution",
    "steps_to_answer",
    "stop_execution",
    "withdraw_remedy",
]
