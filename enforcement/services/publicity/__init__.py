"""Publicity of decisions and results: drafted, approved by another, published, corrected, withdrawn, ended (Art. 4)."""

from enforcement.services.publicity.deciding import approve_text, send_back_text, withhold
from enforcement.services.publicity.drafting import draft_text, redraft
from enforcement.services.publicity.ending import end_early, withdraw
from enforcement.services.publicity.publishing import (
    correct_text,
    drop_correction,
    publish,
    publish_correction,
)
from enforcement.services.publicity.recounting import recount_publicity
from enforcement.services.publicity.reporting import correct_yearly_report, record_yearly_report
from enforcement.services.publicity.requiring import (
    open_publicity,
    publicity_of_inspection,
    publicity_of_measure,
    publicity_owed,
)
from enforcement.services.publicity.results import drafted_text_of
from enforcement.services.publicity.undoing import after_undoing, note_undoing
from enforcement.services.publicity.watching import watch_publicity
from enforcement.services.publicity.wording import drafted_text
from enforcement.services.publicity.yearly import plan_yearly_report

__all__ = [
    "after_undoing",
    "approve_text",
    "correct_text",
    "correct_yearly_report",
    "draft_text",
    "drafted_text",
    "drafted_text_of",
    "drop_correction",
    "end_early",
    "note_undoing",
    "open_publicity",
    "plan_yearly_report",
    "publicity_of_inspection",
    "publicity_of_measure",
    "publicity_owed",
    "publish",
    "publish_correction",
    "record_yearly_report",
    "recount_publicity",
    "redraft",
    "send_back_text",
    "watch_publicity",
    "withdraw",
    "withhold",
]
