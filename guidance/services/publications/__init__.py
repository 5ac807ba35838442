"""Publications: their public preparation, the naming of models, and their life afterwards (Art. 8 (1), (2))."""

from guidance.services.publications.commenting import answer_comment
from guidance.services.publications.ending import leave_as_model
from guidance.services.publications.living import keep_publication, renew_naming
from guidance.services.publications.naming import add_score, add_showing, publicise_candidate
from guidance.services.publications.preparing import (
    approve_at_once,
    ask_legal_review,
    give_legal_opinion,
    open_comments,
    record_experts,
    return_draft,
)
from guidance.services.publications.public_comments import COMMENTED, submit_comment

__all__ = [
    "COMMENTED",
    "add_score",
    "add_showing",
    "answer_comment",
    "approve_at_once",
    "ask_legal_review",
    "give_legal_opinion",
    "keep_publication",
    "leave_as_model",
    "open_comments",
    "publicise_candidate",
    "record_experts",
    "renew_naming",
    "return_draft",
    "submit_comment",
]
