"""Acts on a case, one verb a function."""

from enforcement.services.cases.closing import archive_case, carry_out, close_case
from enforcement.services.cases.clues import decline_filing, edit_case, file_case, register_clue
from enforcement.services.cases.deciding import decide_case, record_review
from enforcement.services.cases.deciding_on_spot import decide_on_spot
from enforcement.services.cases.deliberating import record_discussion
from enforcement.services.cases.demanding import ask_court, demand_performance, record_court_answer
from enforcement.services.cases.extending_review import extend_review
from enforcement.services.cases.flags import flag_case
from enforcement.services.cases.handing_in import hand_in
from enforcement.services.cases.handing_money import bank_money, hand_in_money
from enforcement.services.cases.hardship import answer_hardship, apply_hardship
from enforcement.services.cases.hearing import (
    arrange_hearing,
    hold_hearing,
    request_hearing,
    withdraw_hearing,
)
from enforcement.services.cases.investigating import (
    conclude_assessment,
    conclude_investigation,
    record_circumstances,
)
from enforcement.services.cases.notifying import record_defence, serve_notice
from enforcement.services.cases.paying import record_payment
from enforcement.services.cases.people import assign_handlers, assign_to_case, release_from_case
from enforcement.services.cases.recounting_money import recount_money
from enforcement.services.cases.recusing import apply_recusal, decide_recusal
from enforcement.services.cases.referring import answer_crime, record_crime_receipt, suspect_crime
from enforcement.services.cases.reviewing import ask_review
from enforcement.services.cases.serving import serve_decision, serve_paper
from enforcement.services.cases.verifying import extend_verification

__all__ = [
    "answer_crime",
    "answer_hardship",
    "apply_hardship",
    "apply_recusal",
    "archive_case",
    "arrange_hearing",
    "ask_court",
    "ask_review",
    "assign_handlers",
    "assign_to_case",
    "bank_money",
    "carry_out",
    "close_case",
    "conclude_assessment",
    "conclude_investigation",
    "decide_case",
    "decide_on_spot",
    "decide_recusal",
    "decline_filing",
    "demand_performance",
    "edit_case",
    "extend_review",
    "extend_verification",
    "file_case",
    "flag_case",
    "hand_in",
    "hand_in_money",
    "hold_hearing",
    "record_circumstances",
    "record_court_answer",
    "record_crime_receipt",
    "record_defence",
    "record_discussion",
    "record_payment",
    "record_review",
    "recount_money",
    "register_clue",
    "release_from_case",
    "request_hearing",
    "serve_decision",
    "serve_notice",
    "serve_paper",
    "suspect_crime",
    "withdraw_hearing",
]
