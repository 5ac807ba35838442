"""Interviews that several organs hold together: one leads, the others are invited and answer (Art. 8 (7))."""

from guidance.services.joint.answering import accept_invitation, decline_invitation, recheck_own_item
from guidance.services.joint.inviting import ask_organ, invite_organ, take_back_invitation

__all__ = [
    "accept_invitation",
    "ask_organ",
    "decline_invitation",
    "invite_organ",
    "recheck_own_item",
    "take_back_invitation",
]
